import { activeBranch } from '../../../store/select.ts';
import { appStore } from '../../../store/store.ts';
import { CopyField } from '../../shared/CopyField.tsx';
import { Dialog } from '../../shared/Dialog.tsx';
import { EmbedOffer } from '../../shared/EmbedOffer.tsx';
import { absoluteLink, citation } from './citation.ts';
import styles from './panels.module.css';

const WORDS = {
  title: 'Share this run',
  about:
    'The link holds the scenario, the seed, every command and the moment; who opens it sees exactly this.',
  moment: 'Link to this moment',
  citation: 'Citation',
  copyLink: 'Copy link',
  copyCitation: 'Copy citation',
} as const;

export function Share({ close }: { close: () => void }) {
  const state = appStore.getState();
  const branch = activeBranch(state);
  return (
    <Dialog title={WORDS.title} close={close}>
      <p className={styles.about}>{WORDS.about}</p>
      <CopyField label={WORDS.moment} copy={WORDS.copyLink} text={absoluteLink(state, true)}>
        <EmbedOffer close={close} />
      </CopyField>
      {branch && (
        <CopyField
          label={WORDS.citation}
          copy={WORDS.copyCitation}
          text={citation(state, branch.run)}
          rows={6}
        />
      )}
    </Dialog>
  );
}
