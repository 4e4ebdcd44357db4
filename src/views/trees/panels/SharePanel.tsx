import { format } from '../../../protocol/texts.ts';
import { treeEntry } from '../../../store/trees/select.ts';
import { treesStore } from '../../../store/trees/store.ts';
import { CopyField } from '../../shared/CopyField.tsx';
import { Dialog } from '../../shared/Dialog.tsx';
import { EmbedOffer } from '../../shared/EmbedOffer.tsx';
import { labWords } from '../lab-words.ts';
import styles from './panels.module.css';
import { SHARE } from './words.ts';

/** As it is when it is opened: the address goes on while somebody reads it. */
export function SharePanel({ close }: { close: () => void }) {
  const state = treesStore.getState();
  const { spec, lab, catalogue, moment } = state;
  const link = `${location.origin}${location.pathname}${state.actions.link()}`;
  return (
    <Dialog title={SHARE.title} close={close}>
      <p className={styles.lead}>{SHARE.about}</p>
      <CopyField label={SHARE.link} copy={SHARE.copyLink} text={link}>
        <EmbedOffer close={close} />
      </CopyField>
      {spec && catalogue && (
        <CopyField
          label={SHARE.citation}
          copy={SHARE.copyCitation}
          rows={6}
          text={format(SHARE.cite, {
            version: catalogue.version,
            tree: treeEntry(state)?.name ?? spec.tree.kind,
            lab: labWords(spec, lab, catalogue),
            operation: (moment?.operation ?? 0) + 1,
            operations: moment?.operations ?? 0,
            link,
          })}
        />
      )}
    </Dialog>
  );
}
