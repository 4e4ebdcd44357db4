import { Button, Drawer } from '@mantine/core';
import { useTrees } from '../../../store/trees/store.ts';
import dialog from '../../shared/Dialog.module.css';
import { Fixed } from '../../shared/Fixed.tsx';
import styles from './panels.module.css';
import { READY_LABS } from './ready-labs.ts';
import { StartSection } from './StartSection.tsx';
import { StreamSection } from './StreamSection.tsx';
import { TreeSection } from './TreeSection.tsx';
import { type LabDraft, useLabDraft } from './use-lab-draft.ts';
import { LAB } from './words.ts';

/** Everything that determines the lab. The picture beside it shows at once what a change does. */
export function LabPanel({ close }: { close: () => void }) {
  const catalogue = useTrees((state) => state.catalogue);
  const draft = useLabDraft();
  const { shown } = draft;
  if (!catalogue || !shown) return null;
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={440}
      title={LAB.title}
      closeButtonProps={{ 'aria-label': LAB.close }}
      // Its header is none of the page's banner.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ title: dialog.title ?? '', body: dialog.body ?? '' }}
      overlayProps={{ backgroundOpacity: 0.15 }}
      transitionProps={{ duration: 0 }}
    >
      <Fixed lock="parameters">
        <ReadyLabs draft={draft} />
        <TreeSection catalogue={catalogue} spec={shown} draft={draft} />
        <StartSection spec={shown} draft={draft} />
        <StreamSection catalogue={catalogue} spec={shown} draft={draft} />
        {draft.waits && (
          <div className={styles.waits} role="status">
            <p>{LAB.large}</p>
            <Button size="compact-sm" onClick={draft.apply}>
              {LAB.apply}
            </Button>
            <Button size="compact-sm" variant="default" onClick={draft.discard}>
              {LAB.discard}
            </Button>
          </div>
        )}
      </Fixed>
    </Drawer>
  );
}

function ReadyLabs({ draft }: { draft: LabDraft }) {
  const openLab = useTrees((state) => state.actions.openLab);
  const tell = useTrees((state) => state.actions.tell);
  return (
    <section>
      <h3 className={styles.heading}>{LAB.ready}</h3>
      <ul className={styles.ready}>
        {READY_LABS.map(({ name, about, spec }) => (
          <li key={name}>
            <button
              type="button"
              className={styles.readyLab}
              onClick={() => {
                draft.discard();
                void openLab(spec).then(tell);
              }}
            >
              <strong>{name}</strong> <span>{about}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
