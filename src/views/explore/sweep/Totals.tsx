/** How many runs came to what, so far; and where the figure is least and largest. */
import { extremesOf } from '../../../layout/explore/findings.ts';
import { quantityText } from '../../../layout/explore/quantity.ts';
import { useExplore } from '../../../store/explore/store.ts';
import { formatCount } from '../../shared/format.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import type { ShownSweep } from '../shown.ts';
import { placeText } from '../situation.ts';
import { outcomeText } from '../words.ts';
import styles from './Readout.module.css';
import { READOUT } from './words.ts';

export function Totals({ shown }: { shown: ShownSweep }) {
  const { lines, cells, quantity } = shown;
  const pick = useExplore((state) => state.actions.pick);
  const counts = new Map<string, number>();
  for (const line of lines)
    if (line !== undefined) counts.set(line.outcome, (counts.get(line.outcome) ?? 0) + 1);
  const ends = extremesOf(cells);
  if (counts.size === 0) return null;
  return (
    <>
      {ends !== null && (
        <dl className={styles.ends}>
          {(['least', 'most'] as const).map((end) => (
            <div key={end}>
              <dt>{end === 'least' ? READOUT.lowest : READOUT.highest}</dt>
              <dd>
                <b>{quantityText(ends[end].mean, quantity)}</b>
                <SmallButton onClick={() => pick(ends[end].first)}>{placeText(shown, ends[end])}</SmallButton>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <table className={styles.table}>
        <caption>{READOUT.totals}</caption>
        <thead>
          <tr>
            <th scope="col">{READOUT.totalHeads.outcome}</th>
            <th scope="col">{READOUT.totalHeads.runs}</th>
          </tr>
        </thead>
        <tbody>
          {[...counts].map(([outcome, count]) => (
            <tr key={outcome}>
              <th scope="row">{outcomeText(outcome)}</th>
              <td>{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
