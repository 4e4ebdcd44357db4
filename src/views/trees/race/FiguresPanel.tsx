/** Figures 6 and 7 of paper B re-made: cost and time of an access against the number of keys, measured on the spot. */
import { useMemo, useState } from 'react';
import { lineStyles } from '../../../layout/trees/race-styles.ts';
import type { FigureRow } from '../../../protocol/trees/requests.ts';
import { treesStore, useTrees } from '../../../store/trees/store.ts';
import { formatCount, formatNumber } from '../../shared/format.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import { FigureChart, type FigureCurve } from './FigureChart.tsx';
import styles from './FiguresPanel.module.css';
import { LineSample } from './LineSample.tsx';
import { raceName } from './names.ts';
import { FIGURE_WORDS } from './words.ts';

const FIRST: readonly string[] = ['lazy-counting', 'splay'];
const LARGEST = 65_536;
const LARGEST_OF_ALL = 1_048_576;
const SMALLEST = 64;
const NONE: readonly never[] = [];

export function FiguresPanel() {
  const trees = useTrees((state) => state.catalogue?.trees) ?? NONE;
  const { busy, done, result, problem } = useTrees((state) => state.figures);
  const [chosen, setChosen] = useState(FIRST);
  const [large, setLarge] = useState(false);
  const { startFigures, cancelFigures } = treesStore.getState().actions;

  const choices = useMemo(() => trees.map(({ kind }) => ({ kind, parameters: {} })), [trees]);
  const looks = useMemo(
    () =>
      lineStyles(
        choices,
        choices.map(({ kind }) => kind),
      ),
    [choices],
  );
  const rows = result ?? NONE;
  const named = choices.map((choice, i) => ({
    kind: choice.kind,
    name: raceName(choice, 1, trees).short,
    style: looks[i] ?? { colour: 0, dash: '', copy: 1 },
  }));
  const shown = named.filter(({ kind }) => rows.some((row) => row.kind === kind));
  const curves = (value: (row: FigureRow) => number): FigureCurve[] =>
    shown.map(({ kind, name, style }) => ({
      name,
      style,
      points: rows.filter((row) => row.kind === kind).map((row) => [row.keys, value(row)] as const),
    }));
  const sizes = powersUpTo(Math.max(LARGEST, ...rows.map(({ keys }) => keys)));
  const begin = () =>
    startFigures({
      contestants: choices.filter(({ kind }) => chosen.includes(kind)),
      largest: large ? LARGEST_OF_ALL : LARGEST,
    });

  return (
    <div className={styles.figures}>
      <p>{FIGURE_WORDS.intro}</p>
      <p className={styles.honest}>{FIGURE_WORDS.honest}</p>
      <fieldset className={styles.trees} disabled={busy}>
        <legend>{FIGURE_WORDS.trees}</legend>
        {named.map(({ kind, name, style }) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={chosen.includes(kind)}
              onChange={({ currentTarget }) =>
                setChosen(
                  currentTarget.checked ? [...chosen, kind] : chosen.filter((other) => other !== kind),
                )
              }
            />
            <LineSample style={style} /> {name}
          </label>
        ))}
      </fieldset>
      <div className={styles.controls}>
        <SmallButton onClick={busy ? cancelFigures : begin} disabled={!busy && chosen.length === 0}>
          {busy ? FIGURE_WORDS.cancel : rows.length > 0 ? FIGURE_WORDS.again : FIGURE_WORDS.start}
        </SmallButton>
        <label className={styles.large}>
          <input
            type="checkbox"
            checked={large}
            disabled={busy}
            onChange={({ currentTarget }) => setLarge(currentTarget.checked)}
          />
          {FIGURE_WORDS.large}
        </label>
        {busy && (
          <span className={styles.progress}>
            <progress max={1} value={done} aria-label={FIGURE_WORDS.progress} />
            {plainText(FIGURE_WORDS.percent, { percent: String(Math.floor(100 * done)) })}
          </span>
        )}
        {chosen.length === 0 && <span>{FIGURE_WORDS.nobody}</span>}
      </div>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.charts}>
        <FigureChart
          title={FIGURE_WORDS.visited}
          unit={FIGURE_WORDS.visitedUnit}
          curves={curves(({ visited }) => visited)}
          sizes={sizes}
        />
        <FigureChart
          title={FIGURE_WORDS.time}
          unit={FIGURE_WORDS.microseconds}
          curves={curves(({ microseconds }) => microseconds)}
          sizes={sizes}
        />
      </div>
      {chosen.includes('static-optimum') && <p className={styles.honest}>{FIGURE_WORDS.leftOut}</p>}
      {rows.length > 0 && (
        <details className={styles.table}>
          <summary>{FIGURE_WORDS.table}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{FIGURE_WORDS.keys}</th>
                <th scope="col">{FIGURE_WORDS.tree}</th>
                <th scope="col">{FIGURE_WORDS.visitedUnit}</th>
                <th scope="col">{FIGURE_WORDS.rotations}</th>
                <th scope="col">{FIGURE_WORDS.microseconds}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.keys} ${row.kind}`}>
                  <td>{formatCount(row.keys)}</td>
                  <th scope="row">{named.find(({ kind }) => kind === row.kind)?.name}</th>
                  <td>{formatNumber(row.visited, 2)}</td>
                  <td>{formatNumber(row.rotations, 3)}</td>
                  <td>{formatNumber(row.microseconds, 3)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}

function powersUpTo(largest: number): number[] {
  const sizes: number[] = [];
  for (let keys = SMALLEST; keys <= largest; keys *= 2) sizes.push(keys);
  return sizes;
}
