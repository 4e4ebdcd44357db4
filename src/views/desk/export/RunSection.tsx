import { formatNumber } from '../../../base/format.ts';
import type { Taken } from '../../../store/taken.ts';
import { saveText } from '../../shared/download.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './ExportPart.module.css';
import { fileName } from './files.ts';
import { WORDS } from './words.ts';

/** The run as a file that can be read again, and what came of it as far as it was watched. */
export function RunSection({ taken }: { taken: Taken }) {
  const words = WORDS.run;
  const { file, figures } = taken;
  return (
    <section className={styles.section} aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      <p className={styles.about}>{file === null ? words.none : words.about[taken.workspace]}</p>
      <div className={styles.row}>
        {file !== null && (
          <SmallButton onClick={() => saveText(jsonText(file.json), fileName(taken, file.name))}>
            {words.file}
          </SmallButton>
        )}
        {figures.length > 0 && (
          <SmallButton onClick={() => saveText(jsonText(resultOf(taken)), fileName(taken, 'figures.json'))}>
            {words.figures}
          </SmallButton>
        )}
      </div>
      {figures.length > 0 && (
        <details className={styles.details}>
          <summary>{words.list}</summary>
          <ScrollBox className={styles.scroll} label={words.list}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{words.figure}</th>
                  <th scope="col" className={styles.number}>
                    {words.value}
                  </th>
                </tr>
              </thead>
              <tbody>
                {figures.map(({ label, value }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td className={styles.number}>{valueText(value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </details>
      )}
    </section>
  );
}

const DIGITS = 3;

function valueText(value: number | string | null): string {
  if (value === null) return WORDS.run.empty;
  if (typeof value === 'string') return value;
  return formatNumber(value, Number.isInteger(value) ? 0 : DIGITS);
}

/** Numbers as they are; labels carry their units. */
function resultOf({ workspace, name, link, moment, file, figures }: Taken): unknown {
  return {
    version: 1,
    workspace,
    name,
    ...(moment === undefined ? {} : { moment }),
    link,
    run: file?.json ?? null,
    figures: Object.fromEntries(figures.map(({ label, value }) => [label, value])),
  };
}

function jsonText(json: unknown): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}
