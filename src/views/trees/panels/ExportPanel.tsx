import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { format as fill } from '../../../protocol/texts.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { saveBlob, saveText } from '../../shared/download.ts';
import { beginningOf } from './long-text.ts';
import styles from './panels.module.css';
import { EXPORT } from './words.ts';

type Format = keyof typeof EXPORT.formats;

const FORMATS = Object.keys(EXPORT.formats) as Format[];

/** How the stage gives its picture away. */
export interface PictureSource {
  svg(): string;
  png(scale: number): Promise<Blob>;
}

interface Properties {
  close: () => void;
  loadPicture: () => Promise<PictureSource>;
}

/** The tree or the operations as text that can be read back, and the picture. */
export function ExportPanel({ close, loadPicture }: Properties) {
  const [format, setFormat] = useState<Format>('brackets');
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, problem } = useExport(format);
  const [said, say] = useState('');
  const shown = beginningOf(text ?? '');
  const copy = () => {
    // Selected first, so that the text can still be copied by hand where the browser refuses.
    field.current?.select();
    const done = navigator.clipboard?.writeText(text ?? '') ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => say(EXPORT.copied),
      () => say(EXPORT.copyFailed),
    );
  };
  return (
    <Dialog title={EXPORT.title} close={close} size={640}>
      <p className={styles.lead}>{EXPORT.about}</p>
      <fieldset className={styles.choice}>
        <legend className={styles.label}>{EXPORT.format}</legend>
        {FORMATS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={fieldId}
              checked={one === format}
              onChange={() => {
                say('');
                setFormat(one);
              }}
            />
            {EXPORT.formats[one]}
          </label>
        ))}
      </fieldset>
      <textarea
        ref={field}
        className={styles.text}
        aria-label={EXPORT.text}
        rows={7}
        readOnly
        value={shown}
      />
      {text !== null && shown !== text && (
        <p className={styles.about}>{fill(EXPORT.part, { shown: shown.length, all: text.length })}</p>
      )}
      <div className={styles.row}>
        <Button size="compact-sm" variant="default" disabled={text === null} onClick={copy}>
          {EXPORT.copy}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={text === null}
          onClick={() => saveText(text ?? '', EXPORT.names[format])}
        >
          {EXPORT.download}
        </Button>
        <span role="status">{said}</span>
      </div>
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
      <Picture loadPicture={loadPicture} />
    </Dialog>
  );
}

function Picture({ loadPicture }: Pick<Properties, 'loadPicture'>) {
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (make: (picture: PictureSource) => Promise<void>) => {
    setProblem(null);
    try {
      await make(await loadPicture());
    } catch (reason) {
      setProblem(fill(EXPORT.failed, { reason: reason instanceof Error ? reason.message : String(reason) }));
    }
  };
  return (
    <section>
      <h3 className={styles.heading}>{EXPORT.picture}</h3>
      <p className={styles.about}>{EXPORT.pictureAbout}</p>
      <div className={styles.row}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void save(async (picture) => saveText(picture.svg(), EXPORT.names.svg))}
        >
          {EXPORT.svg}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void save(async (picture) => saveBlob(await picture.png(2), EXPORT.names.png))}
        >
          {EXPORT.png}
        </Button>
      </div>
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    </section>
  );
}

/** The text of the present position; it is asked for anew with each format. */
function useExport(format: Format): { text: string | null; problem: string | null } {
  const exportText = useTrees((state) => state.actions.exportText);
  const [made, setMade] = useState<{ format: Format; text: string | null; problem: string | null } | null>(
    null,
  );
  useEffect(() => {
    let stale = false;
    exportText(format).then(
      (text) => {
        if (!stale) setMade({ format, text, problem: null });
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        if (!stale) setMade({ format, text: null, problem: fill(EXPORT.failed, { reason }) });
      },
    );
    return () => {
      stale = true;
    };
  }, [format, exportText]);
  return made?.format === format ? made : { text: null, problem: null };
}
