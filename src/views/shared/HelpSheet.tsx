import { Dialog } from './Dialog.tsx';
import styles from './HelpSheet.module.css';

/** The same in every workspace. */
const COMMON = [
  {
    title: 'Keep, take away, bring along',
    lines: [
      'Keep in the header names what is on screen and keeps it in this browser: runs and sweeps with their figures, to be opened, compared or drawn behind the run on screen later. What is deleted can be taken back by Undo.',
      'Export saves pictures (SVG, PNG), series (CSV), the run (JSON) and animations (WebM, or PNG frames). Nothing is exported that was not reached yet.',
      'Import reads scenarios, migrations, sweeps, trees, keys, page traces, logs of query-migrate and links. Files may also be dropped, and texts pasted, anywhere in the app. Nothing leaves this browser.',
      'Opened again without a link, the app offers to go on where you left it. Once visited, it works without a network.',
    ],
  },
  {
    title: 'Slides and courses',
    lines: [
      'Share, then “Embed or lock …”, writes the text of an iframe: one panel of what is on screen, with or without controls, for a slide or a course page. It needs no storage and no permissions.',
      'The same place makes links under which a teacher has fixed failures, parameters, pace or workspaces. A locked page says so in its header and opens without locks by one click: a lock is a teaching aid, not security.',
    ],
  },
] as const;

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
      {[...sections, ...COMMON].map((section) => (
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
