import { MOVE } from '../../../base/columns.ts';
import { migrationStore, useMigration } from '../../../store/migration/store.ts';
import { formatCount, formatPercent } from '../../shared/format.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import { plainText } from '../../shared/template.ts';
import type { ShownSide } from '../shown.ts';
import { linePoints } from './chart-lines.ts';
import table from './FigureTable.module.css';
import styles from './PredictionCard.module.css';
import { report } from './report.ts';
import { type ChartLine, SmallChart } from './SmallChart.tsx';
import { scoresOf } from './summaries.ts';
import { PREDICTION, SIDES } from './words.ts';

/** How much of what was held back was written, and of what was written had been held back, as the rounds go. */
export function PredictionCard({ sides }: { readonly sides: readonly ShownSide[] }) {
  const predicting = sides.filter(({ side }) => side.heldPages !== null);
  const toMs = Math.max(...predicting.map(({ reachedMs, side }) => Math.min(reachedMs, side.endMs)), 0);
  const lines = predicting.flatMap((shown): ChartLine[] => {
    const until = Math.min(shown.reachedMs, shown.side.suspendedMs ?? shown.side.endMs);
    const common = { top: 1, dashed: shown.index === 1 } as const;
    return [
      {
        ...common,
        key: `precision-${shown.index}`,
        quiet: false,
        points: linePoints(shown.track, 0, until, (row) => scoresOf(shown, row).precision),
      },
      {
        ...common,
        key: `recall-${shown.index}`,
        quiet: true,
        points: linePoints(shown.track, 0, until, (row) => scoresOf(shown, row).recall),
      },
    ];
  });
  return (
    <>
      <div className={styles.picture}>
        <SmallChart
          label={PREDICTION.chart}
          lines={lines}
          fromMs={0}
          toMs={toMs}
          atMs={predicting[0]?.atMs ?? 0}
        />
        <span className={styles.top}>{formatPercent(100)}</span>
        <span className={styles.strong}>{PREDICTION.precision}</span>
        <span className={styles.thin}>{PREDICTION.recall}</span>
      </div>
      <table className={table.table} data-wrap="true" aria-label={PREDICTION.title}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <TemplateWords template={PREDICTION.precisionTerm} slots={{}} />
            </th>
            <th scope="col">
              <TemplateWords template={PREDICTION.recallTerm} slots={{}} />
            </th>
            <th scope="col">{PREDICTION.heldNow}</th>
          </tr>
        </thead>
        <tbody>
          {predicting.map((shown) => (
            <Scores key={shown.index} shown={shown} named={sides.length > 1} />
          ))}
        </tbody>
      </table>
      <Yardstick sides={sides} predicting={predicting} />
    </>
  );
}

function Scores({ shown, named }: { readonly shown: ShownSide; readonly named: boolean }) {
  const { moment, side, index } = shown;
  const predictors = useMigration((state) => state.catalogue?.predictors);
  const { predictor } = side.spec.strategy;
  const { precision, recall } = scoresOf(shown, moment.values);
  const held = moment.values[MOVE.heldPages] ?? 0;
  const title = predictors?.find(({ kind }) => kind === predictor)?.name ?? predictor;
  const share = (value: number, all: number) =>
    plainText(PREDICTION.of, { value: formatPercent(100 * value), all: formatCount(all) });
  return (
    <tr>
      <th scope="row" className={styles.who}>
        {named && <b>{SIDES[index]} </b>}
        {title}
      </th>
      <td>{share(precision, side.heldPages ?? 0)}</td>
      <td>{share(recall, moment.values[MOVE.everWritten] ?? 0)}</td>
      <td>
        <TemplateWords template="{held:held}" slots={{ held: formatCount(held) }} />
      </td>
    </tr>
  );
}

/** What a prediction is measured by. */
function Yardstick({ sides, predicting }: Record<'sides' | 'predicting', readonly ShownSide[]>) {
  const [first] = predicting;
  const alreadyThere = sides.some(
    ({ side }) => side.spec.strategy.predictor === 'oracle' && side.heldPages !== null,
  );
  if (first === undefined) return null;
  const compare = () => {
    const { actions } = migrationStore.getState();
    const other = first.index === 0 ? 1 : 0;
    report(actions.setStrategy(other, { ...first.side.spec.strategy, predictor: 'oracle' }));
  };
  return (
    <p className={styles.yardstick}>
      <span>
        <TemplateWords template={PREDICTION.oracle} slots={{}} />
      </span>
      {!alreadyThere && <SmallButton onClick={compare}>{PREDICTION.compare}</SmallButton>}
    </p>
  );
}
