import { MOVE, MOVE_PHASE } from '../../../base/columns.ts';
import { formatCount, formatMB, formatPercent } from '../../shared/format.ts';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import { plainText } from '../../shared/template.ts';
import type { ShownSide } from '../shown.ts';
import { spanText } from '../span-text.ts';
import styles from './FigureTable.module.css';
import { phaseOf } from './stages.ts';
import { savesBytes } from './summaries.ts';
import { COST, SIDES, WORDS } from './words.ts';

/** What the hosts pay: CPU, and what that buys where bytes are saved. */
export function CostCard({ sides }: { readonly sides: readonly ShownSide[] }) {
  const saves = sides.some(savesBytes);
  const caches = sides.some(({ side }) => side.spec.strategy.xbzrleCacheMiB !== null);
  return (
    <>
      <table className={styles.table} aria-label={COST.title}>
        {sides.length > 1 && (
          <thead>
            <tr>
              <td />
              {sides.map(({ index }) => (
                <th key={index} scope="col">
                  {SIDES[index]}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          <tr>
            <th scope="row">{COST.cpu}</th>
            {sides.map(({ index, moment }) => (
              <td key={index}>{spanText(moment.values[MOVE.cpuMs] ?? 0)}</td>
            ))}
          </tr>
          {saves && (
            <tr>
              <th scope="row">{COST.saved}</th>
              {sides.map(({ index, moment }) => (
                <td key={index}>{formatMB(moment.values[MOVE.bytesSaved] ?? 0, 1)}</td>
              ))}
            </tr>
          )}
          {caches && (
            <tr>
              <th scope="row">
                <TemplateWords template={COST.hits} slots={{}} />
              </th>
              {sides.map((shown) => (
                <td key={shown.index}>{hitsText(shown)}</td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
      <p className={styles.note}>{COST.cpuNote}</p>
    </>
  );
}

/** Known when the migration is over. */
function hitsText(shown: ShownSide): string {
  const { xbzrle } = shown.side.result;
  if (xbzrle === null) return WORDS.none;
  if (phaseOf(shown) < MOVE_PHASE.completed) return WORDS.running;
  const pages = xbzrle.hits + xbzrle.misses;
  if (pages === 0) return WORDS.none;
  return plainText(COST.hitsValue, {
    share: formatPercent((100 * xbzrle.hits) / pages),
    pages: formatCount(pages),
  });
}
