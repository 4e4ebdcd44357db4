import type { Taken } from '../../../store/taken.ts';
import { saveBlob } from '../../shared/download.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import { csvOf } from './csv.ts';
import styles from './ExportPart.module.css';
import { fileName } from './files.ts';
import { useSaving } from './use-saving.ts';
import { WORDS } from './words.ts';

/** Every series a file; all of them in one archive. */
export function SeriesSection({ taken }: { taken: Taken }) {
  const saving = useSaving();
  const words = WORDS.series;
  const { series } = taken;
  const saveAll = () =>
    saving.run(async () => {
      const { Archive } = await import('./zip.ts');
      const archive = new Archive();
      for (const one of series) await archive.add(one.file, await csvOf(one));
      saveBlob(await archive.close(), fileName(taken, 'series.zip'));
    });
  return (
    <section className={styles.section} aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      <p className={styles.about}>{series.length === 0 ? words.none : words.about}</p>
      {series.length > 0 && (
        <>
          <ScrollBox className={styles.scroll} label={words.table}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{words.name}</th>
                  <th scope="col">{words.columns}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {series.map((one) => (
                  <tr key={one.file}>
                    <th scope="row">{one.name}</th>
                    <td className={styles.columns}>{one.columns.join(', ')}</td>
                    <td className={styles.last}>
                      <SmallButton
                        aria-label={plainText(words.saveOne, { name: one.name })}
                        disabled={saving.busy}
                        onClick={() =>
                          saving.run(async () => saveBlob(await csvOf(one), fileName(taken, one.file)))
                        }
                      >
                        {words.save}
                      </SmallButton>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <div className={styles.row}>
            <SmallButton disabled={saving.busy} onClick={saveAll}>
              {words.all}
            </SmallButton>
          </div>
        </>
      )}
      <p role="alert" className={styles.problem}>
        {saving.problem}
      </p>
    </section>
  );
}
