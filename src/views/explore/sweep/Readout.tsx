/** One place of the sweep: its settings, each seed's run, and the same place in the other variants. */
import { Button } from '@mantine/core';
import { besides, type Cell } from '../../../layout/explore/cells.ts';
import { percentOf, quantityText, signedText } from '../../../layout/explore/quantity.ts';
import { useExplore } from '../../../store/explore/store.ts';
import { formatCount } from '../../shared/format.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import type { ShownSweep } from '../shown.ts';
import { valueText } from '../situation.ts';
import { outcomeText } from '../words.ts';
import { compareCases } from './compare-cases.ts';
import styles from './Readout.module.css';
import { outcomeOf } from './readout-text.ts';
import { Totals } from './Totals.tsx';
import { READOUT } from './words.ts';

/** Rows of seeds that are listed; the others stand among the numbers. */
const SEEDS = 8;

export function Readout({ shown, cell }: { shown: ShownSweep; cell: Cell | undefined }) {
  return (
    <section className={styles.card} aria-label={READOUT.title}>
      {cell === undefined ? (
        <>
          <About shown={shown} />
          <p className={styles.quiet}>{READOUT.empty}</p>
          <Totals shown={shown} />
        </>
      ) : (
        <Place shown={shown} cell={cell} />
      )}
    </section>
  );
}

/** What to look for in a ready-made sweep. */
function About({ shown: { spec } }: { shown: ShownSweep }) {
  const ready = useExplore((state) => state.catalogue?.readySweeps);
  const about = ready?.find((one) => one.spec.name === spec.name)?.about;
  return (
    <>
      <h2 className={styles.heading}>{spec.name}</h2>
      {about !== undefined && <p className={styles.empty}>{about}</p>}
    </>
  );
}

function Place({ shown, cell }: { shown: ShownSweep; cell: Cell }) {
  const { x, y, labels, quantity, figure, cells } = shown;
  const openCase = useExplore((state) => state.actions.openCase);
  return (
    <>
      {cells.variants > 1 && <h2 className={styles.heading}>{labels[cell.variant]}</h2>}
      <dl className={styles.settings}>
        <div>
          <dt>{x.label}</dt>
          <dd>{valueText(x, cell.x)}</dd>
        </div>
        {y !== null && (
          <div>
            <dt>{y.label}</dt>
            <dd>{valueText(y, cell.y)}</dd>
          </div>
        )}
      </dl>
      <p className={styles.figure}>
        <span>{figure.label}</span>
        <b>{cell.mean === null ? outcomeOf(cell, cells.seeds) : quantityText(cell.mean, quantity)}</b>
        <small>
          {cell.values.length > 1
            ? `${plainText(READOUT.mean, { count: formatCount(cell.values.length) })}, ${plainText(
                READOUT.between,
                {
                  least: quantityText(cell.least, quantity),
                  most: quantityText(cell.most, quantity),
                },
              )}`
            : cell.mean !== null && outcomeOf(cell, cells.seeds)}
        </small>
      </p>
      {cell.refused === 0 && (
        <Button fullWidth onClick={() => void openCase(cell.first)}>
          {READOUT.openThis}
        </Button>
      )}
      <Seeds shown={shown} cell={cell} />
      {cells.variants > 1 && <Variants shown={shown} cell={cell} />}
    </>
  );
}

function Seeds({ shown, cell }: { shown: ShownSweep; cell: Cell }) {
  const { spec, lines, cells, quantity, figure } = shown;
  const openCase = useExplore((state) => state.actions.openCase);
  const listed = Math.min(SEEDS, cells.seeds);
  if (cells.seeds < 2) return null;
  return (
    <>
      <table className={styles.table}>
        <caption>{READOUT.perSeed}</caption>
        <thead>
          <tr>
            <th scope="col">{READOUT.heads.seed}</th>
            <th scope="col">{READOUT.heads.outcome}</th>
            <th scope="col">{figure.label}</th>
            <th scope="col">{READOUT.heads.open}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: listed }, (_, i) => {
            const line = lines[cell.first + i];
            const seed = spec.seeds.first + i;
            return (
              <tr key={seed}>
                <th scope="row">{seed}</th>
                <td className={styles.outcome} title={line?.problem ?? undefined}>
                  {line === undefined ? READOUT.coming : outcomeText(line.outcome)}
                </td>
                <td>{quantityText(line?.figures[figure.name] ?? null, quantity)}</td>
                <td>
                  {line?.outcome !== 'refused' && (
                    <SmallButton
                      aria-label={plainText(READOUT.openName, { seed: String(seed) })}
                      onClick={() => void openCase(cell.first + i)}
                    >
                      {READOUT.open}
                    </SmallButton>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {listed < cells.seeds && (
        <p className={styles.quiet}>
          {plainText(READOUT.more, { count: formatCount(cells.seeds - listed) })}
        </p>
      )}
      <Problem shown={shown} cell={cell} />
    </>
  );
}

/** Why a setting cannot be run, once. */
function Problem({ shown: { lines, cells }, cell }: { shown: ShownSweep; cell: Cell }) {
  const problem = lines.slice(cell.first, cell.first + cells.seeds).find((line) => line?.problem)?.problem;
  return problem ? <p className={styles.problem}>{problem}</p> : null;
}

function Variants({ shown, cell }: { shown: ShownSweep; cell: Cell }) {
  const { cells, labels, quantity } = shown;
  const others = besides(cells, cell).filter((other) => other !== cell);
  return (
    <>
      <table className={styles.table}>
        <caption>{READOUT.variants}</caption>
        <thead>
          <tr>
            <th scope="col">{READOUT.variantHeads.variant}</th>
            <th scope="col">{READOUT.variantHeads.mean}</th>
            <th scope="col">{READOUT.variantHeads.difference}</th>
          </tr>
        </thead>
        <tbody>
          {besides(cells, cell).map((other) => {
            const change = other.mean === null || cell.mean === null ? null : other.mean - cell.mean;
            return (
              <tr key={labels[other.variant]} data-here={other === cell}>
                <th scope="row">{labels[other.variant]}</th>
                <td>
                  {other.mean === null ? outcomeOf(other, cells.seeds) : quantityText(other.mean, quantity)}
                </td>
                <td>
                  {other === cell ? '' : signedText(change, quantity)}
                  {other !== cell && change !== null && (
                    <span className={styles.percent}>{percentOf(change, cell.mean)}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.compare}>
        <span>{READOUT.compare}</span>
        {others.map((other) => (
          <SmallButton
            key={labels[other.variant]}
            aria-label={plainText(READOUT.compareName, { variant: labels[other.variant] ?? '' })}
            onClick={() => void compareCases(shown, cell, other)}
          >
            {labels[other.variant]}
          </SmallButton>
        ))}
      </p>
    </>
  );
}
