import { format } from '../../../protocol/texts.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { HELP } from './help-text.ts';
import styles from './panels.module.css';

export function HelpPanel({ close }: { close: () => void }) {
  const trees = useTrees((state) => state.catalogue?.trees ?? null);
  const described = (trees ?? []).map(({ name, description, source }) =>
    format(HELP.tree, { name, description, source }),
  );
  const sections = [...HELP.sections, { title: HELP.treesTitle, lines: described }, HELP.honest];
  return (
    <Dialog title={HELP.title} close={close} size={760}>
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
      {sections.map(({ title, lines }) => (
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
