import { Button, Drawer } from '@mantine/core';
import { sameJson } from '../../../protocol/merge.ts';
import { format } from '../../../protocol/texts.ts';
import { useMigration } from '../../../store/migration/store.ts';
import dialog from '../../shared/Dialog.module.css';
import { Fixed } from '../../shared/Fixed.tsx';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { FaultSection } from './FaultSection.tsx';
import { LinkSection } from './LinkSection.tsx';
import styles from './panels.module.css';
import { ReadyMoves } from './ReadyMoves.tsx';
import { RunSection } from './RunSection.tsx';
import { StrategySection } from './StrategySection.tsx';
import { type MoveDraft, useMoveDraft } from './use-move-draft.ts';
import { VmSection } from './VmSection.tsx';
import { WorkloadSection } from './WorkloadSection.tsx';
import { SETUP } from './words.ts';

/** Everything that determines the migration. The picture beside it shows at once what a change does. */
export function SetupPanel({ close }: { close: () => void }) {
  const catalogue = useMigration((state) => state.catalogue);
  const openPanel = useMigration((state) => state.actions.openPanel);
  const draft = useMoveDraft();
  const { shown } = draft;
  if (!catalogue || !shown) return null;
  const parts = { catalogue, lab: shown, draft };
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={440}
      title={SETUP.title}
      closeButtonProps={{ 'aria-label': SETUP.close }}
      // Its header is none of the page's banner.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ title: dialog.title ?? '', body: dialog.body ?? '' }}
      overlayProps={{ backgroundOpacity: 0.15 }}
      transitionProps={{ duration: 0 }}
    >
      <Fixed lock="parameters">
        <p className={styles.lead}>{SETUP.about}</p>
        <div className={styles.row}>
          <Button
            size="compact-sm"
            variant="default"
            disabled={sameJson(shown, catalogue.defaultLab)}
            onClick={() => draft.change('', catalogue.defaultLab, false)}
          >
            {SETUP.reset}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => openPanel('strategies')}>
            {SETUP.explain}
          </Button>
        </div>
        <ReadyMoves {...parts} />
        <VmSection {...parts} />
        <WorkloadSection {...parts} />
        <LinkSection {...parts} />
        <FaultSection {...parts} />
        <StrategySection {...parts} side={0} />
        <StrategySection {...parts} side={1} />
        <RunSection {...parts} />
        <Waits draft={draft} />
      </Fixed>
    </Drawer>
  );
}

/** What is under way or refused is said where it can be seen whichever section is open. */
function Waits({ draft }: { draft: MoveDraft }) {
  const percent = useMigration((state) => (state.opening === null ? null : Math.floor(state.opening * 100)));
  const cancel = useMigration((state) => state.actions.cancelOpening);
  const refused = draft.problem !== null;
  return (
    <div role="status" className={refused || percent !== null ? styles.waits : undefined}>
      {percent !== null && (
        <>
          <p>{format(SETUP.opening, { percent })}</p>
          <SmallButton
            onClick={() => {
              cancel();
              draft.discard();
            }}
          >
            {SETUP.cancel}
          </SmallButton>
        </>
      )}
      {percent === null && refused && (
        <>
          <p>{draft.problem?.field === '' ? draft.problem.text : SETUP.refused}</p>
          <SmallButton onClick={draft.discard}>{SETUP.discard}</SmallButton>
        </>
      )}
    </div>
  );
}
