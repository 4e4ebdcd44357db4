import { exploreStore } from '../../../store/explore/store.ts';
import { CopyField } from '../../shared/CopyField.tsx';
import { Dialog } from '../../shared/Dialog.tsx';
import { saveText } from '../../shared/download.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './panels.module.css';
import { SHARE } from './words.ts';

/** As it is when it is opened: the link, and the file the command line reads. */
export function SharePanel({ close }: { close: () => void }) {
  const { actions } = exploreStore.getState();
  const file = actions.file();
  const json = file === null ? '' : `${JSON.stringify(file, null, 2)}\n`;
  return (
    <Dialog title={SHARE.title} close={close}>
      <p className={styles.lead}>{SHARE.about}</p>
      <CopyField
        label={SHARE.link}
        copy={SHARE.copyLink}
        text={`${location.origin}${location.pathname}${actions.link()}`}
      />
      {file !== null && (
        <>
          <p className={styles.lead}>{SHARE.fileAbout}</p>
          <CopyField label={SHARE.file} copy={SHARE.copyFile} rows={8} text={json}>
            <SmallButton onClick={() => saveText(json, 'sweep.json')}>{SHARE.save}</SmallButton>
          </CopyField>
          <CopyField label={SHARE.command} copy={SHARE.copyCommand} rows={1} text={SHARE.commandLine} />
        </>
      )}
    </Dialog>
  );
}
