import { Dialog } from './Dialog.tsx';
import styles from './HelpSheet.module.css';

interface HelpSheetProps {
  readonly title: string;
  readonly keysTitle: string;
  readonly keys: readonly (readonly [key: string, meaning: string])[];
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly close: () => void;
}

/** A workspace's help: its keys, then what there is to know, heading by heading. */
export function HelpSheet({ title, keysTitle, keys, sections, close }: HelpSheetProps) {
  return (
    <Dialog title={title} close={close} size={760}>
      <h3 className={styles.heading}>{keysTitle}</h3>
      <dl className={styles.keys}>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {sections.map((section) => (
        <section key={section.title}>
          <h3 className={styles.heading}>{section.title}</h3>
          <ul className={styles.lines}>
            {section.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
