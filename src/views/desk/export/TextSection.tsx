import { useState } from 'react';
import type { Taken, TakenText } from '../../../store/taken.ts';
import { saveText } from '../../shared/download.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import styles from './ExportPart.module.css';
import { fileName } from './files.ts';
import { useSaving } from './use-saving.ts';
import { WORDS } from './words.ts';

export function TextSection({ taken }: { taken: Taken }) {
  const saving = useSaving();
  const [said, say] = useState('');
  const words = WORDS.texts;
  const copy = (one: TakenText) =>
    saving.run(async () => {
      say('');
      const text = await textOf(one);
      try {
        await navigator.clipboard.writeText(text);
        say(plainText(words.copied, { name: one.name }));
      } catch {
        say(words.copyFailed);
      }
    });
  return (
    <section className={styles.section} aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      <table className={styles.table}>
        <tbody>
          {taken.texts.map((one) => (
            <tr key={one.file}>
              <th scope="row">{one.name}</th>
              <td className={styles.last}>
                <SmallButton
                  aria-label={plainText(words.copyOne, { name: one.name })}
                  disabled={saving.busy}
                  onClick={() => copy(one)}
                >
                  {words.copy}
                </SmallButton>{' '}
                <SmallButton
                  aria-label={plainText(words.saveOne, { name: one.name })}
                  disabled={saving.busy}
                  onClick={() =>
                    saving.run(async () => saveText(await textOf(one), fileName(taken, one.file)))
                  }
                >
                  {words.save}
                </SmallButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <p role="alert" className={styles.problem}>
        {saving.problem}
      </p>
    </section>
  );
}

async function textOf({ text }: TakenText): Promise<string> {
  return typeof text === 'string' ? text : text();
}
