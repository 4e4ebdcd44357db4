import { MOVE } from '../../../base/columns.ts';
import { formatCount } from '../../shared/format.ts';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import { plainText } from '../../shared/template.ts';
import type { ShownSide } from '../shown.ts';
import { spanText } from '../span-text.ts';
import { linePoints } from './chart-lines.ts';
import styles from './PostCopyCard.module.css';
import { SmallChart } from './SmallChart.tsx';
import { isAhead } from './summaries.ts';
import { POST, SIDES } from './words.ts';

const charts = [
  { key: 'faults', name: POST.chartFaults, column: MOVE.faults },
  { key: 'stalled', name: POST.chartStalled, column: MOVE.stalledMs },
] as const;

/** How the VM fares at the destination while its pages follow. */
export function PostCopyCard({ sides }: { readonly sides: readonly ShownSide[] }) {
  const ahead = sides.filter(isAhead);
  if (ahead.length === 0) return <p className={styles.none}>{POST.notYet}</p>;
  return ahead.map((shown) => <Fetching key={shown.index} shown={shown} named={sides.length > 1} />);
}

function Fetching({ shown, named }: { readonly shown: ShownSide; readonly named: boolean }) {
  const { side, moment, track, atMs, index } = shown;
  const value = (column: number): number => moment.values[column] ?? 0;
  const fromMs = side.resumedMs ?? 0;
  const toMs = Math.max(fromMs, Math.min(shown.reachedMs, side.endMs));
  const { kind, prePaging } = side.spec.strategy;
  const figures = [
    { template: POST.faults, value: formatCount(value(MOVE.faults)) },
    { template: POST.requests, value: formatCount(value(MOVE.requests)) },
    { template: POST.stalled, value: spanText(value(MOVE.stalledMs)) },
    { template: POST.missing, value: formatCount(value(MOVE.remainingPages)) },
  ];
  return (
    <div className={styles.side}>
      <div className={styles.top}>
        {named && <b>{SIDES[index]}</b>}
        <dl className={styles.figures}>
          {figures.map((figure) => (
            <div key={figure.template}>
              <dt>
                <TemplateWords template={figure.template} slots={{}} />
              </dt>
              <dd>{figure.value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles.pictures}>
        {charts.map(({ key, name, column }) => {
          const points = linePoints(track, fromMs, toMs, (row) => row[column] ?? 0);
          return (
            <figure key={key} className={styles.picture}>
              <SmallChart
                label={plainText(POST.chart, { what: name })}
                fromMs={fromMs}
                toMs={toMs}
                atMs={atMs}
                lines={[{ key, points, top: points.at(-1)?.value ?? 0, dashed: index === 1, quiet: false }]}
              />
              <figcaption>{name}</figcaption>
            </figure>
          );
        })}
      </div>
      <p className={styles.quiet}>
        <TemplateWords
          template={kind === 'post-copy' && prePaging === 'bubble' ? POST.bubble : POST.forward}
          slots={{}}
        />
      </p>
    </div>
  );
}
