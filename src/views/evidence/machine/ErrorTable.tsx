import type { TwinRow } from '../../../protocol/migration/requests.ts';
import { type Measure, type Mode, type Model, summarise } from '../../../store/evidence/errors.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { plainText } from '../../shared/template.ts';
import { table as styles } from '../styles.ts';
import { sizeText } from '../words-of.ts';
import { MODES } from './looks.ts';
import { MEASURE_NAMES, MODE_NAMES, WORDS } from './words.ts';

const MODELS: readonly Model[] = ['twin', 'textbook'];

/** Errors of each kind of run, the simulation's and the textbook's one below the other. */
export function ErrorTable({ rows, measure }: { rows: readonly TwinRow[]; measure: Measure }) {
  const head = WORDS.errorHead;
  const caption = plainText(WORDS.errors, { measure: MEASURE_NAMES[measure].toLowerCase() });
  return (
    <ScrollBox label={caption} className={styles.scroll}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.text}>
              {head.mode}
            </th>
            <th scope="col" className={styles.text}>
              {head.model}
            </th>
            <th scope="col">{head.count}</th>
            <th scope="col">{head.median}</th>
            <th scope="col">{head.p90}</th>
            <th scope="col">{head.worst}</th>
            <th scope="col">{head.right}</th>
          </tr>
        </thead>
        {MODES.map((mode) => (
          <ModeRows key={mode} mode={mode} rows={rows} measure={measure} />
        ))}
      </table>
    </ScrollBox>
  );
}

function ModeRows({ mode, rows, measure }: { mode: Mode; rows: readonly TwinRow[]; measure: Measure }) {
  const own = rows.filter((row) => row.mode === mode);
  // The textbook has a formula for plain pre-copy only.
  const models = MODELS.filter((model) => own.length === 0 || own.some((row) => row[model] !== null));
  return (
    <tbody>
      {models.map((model, i) => {
        const { runs, median, p90, worst, right, judged } = summarise(own, model, measure);
        return (
          <tr key={model} className={model === 'textbook' ? styles.muted : undefined}>
            {i === 0 && (
              <th scope="rowgroup" rowSpan={models.length} className={styles.text}>
                {MODE_NAMES[mode]}
              </th>
            )}
            <th scope="row">{WORDS.models[model]}</th>
            <td>{runs}</td>
            <td>{sizeText(median, measure)}</td>
            <td>{sizeText(p90, measure)}</td>
            <td>{sizeText(worst, measure)}</td>
            <td>
              {judged === 0 ? '–' : plainText(WORDS.ofRuns, { right: String(right), runs: String(judged) })}
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}
