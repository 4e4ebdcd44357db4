import { Button } from '@mantine/core';
import { type ChangeEvent, useId } from 'react';
import { isImportedTrace } from '../../../protocol/import/trace-name.ts';
import type { SoloSpec } from '../../../protocol/migration/model.ts';
import { format } from '../../../protocol/texts.ts';
import { migrationStore } from '../../../store/migration/store.ts';
import { CopyField } from '../../shared/CopyField.tsx';
import { Dialog } from '../../shared/Dialog.tsx';
import { saveText } from '../../shared/download.ts';
import { EmbedOffer } from '../../shared/EmbedOffer.tsx';
import styles from './panels.module.css';
import { SHARE } from './words.ts';

/** As it is when it is opened: the address goes on while somebody reads it. */
export function SharePanel({ close }: { close: () => void }) {
  const { actions } = migrationStore.getState();
  const link = `${location.origin}${location.pathname}${actions.link()}`;
  return (
    <Dialog title={SHARE.title} close={close}>
      <p className={styles.lead}>{SHARE.about}</p>
      <CopyField label={SHARE.link} copy={SHARE.copyLink} text={link} rows={3}>
        <EmbedOffer close={close} />
      </CopyField>
      <p className={styles.about}>{SHARE.fileAbout}</p>
      <SideFile side={0} spec={actions.file(0)} />
      <SideFile side={1} spec={actions.file(1)} />
      <OpenFile close={close} />
    </Dialog>
  );
}

/** What the command line reads, and how it is told to. */
function SideFile({ side, spec }: { side: 0 | 1; spec: SoloSpec | null }) {
  if (spec === null) return null;
  const file = SHARE.fileName[side];
  const text = `${JSON.stringify(spec, null, 2)}\n`;
  const { pattern, file: trace } = spec.vm.workload;
  return (
    <section>
      <CopyField label={SHARE.file[side]} copy={SHARE.copyFile} text={text} rows={4}>
        <Button size="compact-sm" variant="default" onClick={() => saveText(text, file)}>
          {SHARE.download}
        </Button>
      </CopyField>
      {pattern === 'trace' && trace !== null && (
        <p className={styles.about}>
          {format(isImportedTrace(trace) ? SHARE.importedAbout : SHARE.traceAbout, { trace })}
        </p>
      )}
      <CopyField
        label={format(SHARE.command, { side: SHARE.sides[side] })}
        copy={SHARE.copyCommand}
        text={format(SHARE.commandLine, { file })}
        rows={1}
      />
    </section>
  );
}

/** The button for everybody who does not drag files. */
function OpenFile({ close }: { close: () => void }) {
  const id = useId();
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (!file) return;
    close();
    void takeFile(file);
  };
  return (
    <section>
      <h3 className={styles.heading}>{SHARE.open}</h3>
      <p className={styles.about}>{SHARE.openAbout}</p>
      <div className={styles.row}>
        <label htmlFor={id}>{SHARE.choose}</label>
        <input id={id} type="file" accept=".json,.jsonl,.log,.txt,application/json" onChange={take} />
      </div>
    </section>
  );
}

/** It is read as what is dropped is; the reader is a file of its own. */
async function takeFile(file: File): Promise<void> {
  const { importStore } = await import('../../../store/import/store.ts');
  await importStore.getState().actions.take([{ name: file.name, content: file }]);
}
