import { Dialog } from '../../shared/Dialog.tsx';
import { HELP } from './help-text.ts';
import styles from './panels.module.css';

export function Help({ close }: { close: () => void }) {
  return (
    <Dialog title={HELP.title} close={close} size={720}>
      <h3 className={styles.heading}>{HELP.keysTitle}</h3>
      <dl className={styles.keys}>
        {HELP.keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {[HELP.picture, HELP.honest].map(({ title, lines }) => (
        <section key={title}>
          <h3 className={styles.heading}>{title}</h3>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
