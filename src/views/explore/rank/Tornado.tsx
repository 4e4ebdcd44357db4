/** The ranking as a table with bars: what a parameter does to the figure when it is lower and when it is higher. */
import { useId } from 'react';
import {
  type Quantity,
  quantityOf,
  quantityText,
  settingText,
  settingWithUnit,
  signedText,
} from '../../../layout/explore/quantity.ts';
import { barOf, largestChange, type Moved } from '../../../layout/explore/ranking.ts';
import type { FigureInfo, RankRow } from '../../../protocol/explore/requests.ts';
import { plainText } from '../../shared/template.ts';
import { inSentence } from '../situation.ts';
import { useTornadoPicture } from './offer-tornado.ts';
import { isNever } from './situation.ts';
import styles from './Tornado.module.css';
import { useCalmRows } from './use-calm-rows.ts';
import { WORDS } from './words.ts';

interface Properties {
  readonly moved: readonly Moved[];
  readonly figure: FigureInfo;
  /** of the run */
  readonly name: string;
  readonly open: (row: RankRow) => void;
}

/** Half of a bar's place, px. */
const HALF_PX = 150;

export function Tornado({ moved, figure, name, open }: Properties) {
  const largest = largestChange(moved);
  const now = moved.find((one) => one.now !== null)?.now ?? null;
  const quantity = quantityOf(figure.unit, [now ?? 0, largest]);
  const body = useCalmRows(moved.map(({ row }) => row.parameter).join(' '));
  const shown = moved.filter(({ size }) => size > 0);
  const cannot = moved.filter(({ size, row }) => size === 0 && row.problem !== null);
  const still = moved.filter(({ size, row }) => size === 0 && row.problem === null);
  const figureName = inSentence(figure.label);
  useTornadoPicture(shown, figure, quantity, name);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className={styles.scroll} tabIndex={0} aria-label={WORDS.picture}>
      <Legend gone={goneWords(shown, figureName)} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{WORDS.heads.parameter}</th>
            <th scope="col">{WORDS.heads.range}</th>
            <th scope="col" className={styles.chart}>
              {plainText(WORDS.heads.change, { figure: figureName, now: quantityText(now, quantity) })}
            </th>
            <th scope="col">{WORDS.heads.low}</th>
            <th scope="col">{WORDS.heads.high}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((one) => (
            <Row
              key={one.row.parameter}
              one={one}
              largest={largest}
              quantity={quantity}
              figure={figure}
              open={open}
            />
          ))}
        </tbody>
      </table>
      {still.length > 0 && (
        <details className={styles.still}>
          <summary>{plainText(WORDS.unmoved, { count: String(still.length) })}</summary>
          <ul>
            {still.map(({ row }) => (
              <li key={row.parameter}>
                {row.label}, {rangeText(row)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {cannot.length > 0 && (
        <details className={styles.still}>
          <summary>{plainText(WORDS.cannotTitle, { count: String(cannot.length) })}</summary>
          <ul>
            {cannot.map(({ row }) => (
              <li key={row.parameter}>
                {plainText(WORDS.cannot, { parameter: row.label, problem: row.problem ?? '' })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface RowProperties {
  readonly one: Moved;
  readonly largest: number;
  readonly quantity: Quantity;
  readonly figure: FigureInfo;
  readonly open: (row: RankRow) => void;
}

function Row({ one, largest, quantity, figure, open }: RowProperties) {
  const { row, down, up } = one;
  return (
    <tr data-key={row.parameter}>
      <th scope="row">
        <button
          type="button"
          className={styles.open}
          title={plainText(WORDS.open, { parameter: row.label })}
          onClick={() => open(row)}
        >
          {row.label}
        </button>
      </th>
      <td className={styles.range}>{rangeText(row)}</td>
      <td className={styles.chart}>
        <Bars one={one} largest={largest} />
      </td>
      <td className={styles.number}>{sideText(down, row.atLow, quantity, figure)}</td>
      <td className={styles.number}>{sideText(up, row.atHigh, quantity, figure)}</td>
    </tr>
  );
}

function sideText(
  change: number | null,
  figures: RankRow['atLow'],
  quantity: Quantity,
  { name, label }: FigureInfo,
): string {
  if (change === 0) return '±0';
  if (change === null)
    return isNever(figures)
      ? WORDS.legend.never
      : plainText(WORDS.legend.gone, { figure: inSentence(label) });
  return `${signedText(change, quantity)} → ${quantityText(figures[name] ?? null, quantity)}`;
}

function rangeText({ low, high, unit }: RankRow): string {
  const quantity = quantityOf(unit, [low, high]);
  return `${settingText(low, quantity)} … ${settingWithUnit(high, quantity)}`;
}

/** The upper bar is that of the lower value, outlined; the one below it that of the higher value, filled. */
function Bars({ one: { down, up, row }, largest }: { one: Moved; largest: number }) {
  const hatch = useId();
  const bar = (change: number | null, y: number, look: string | undefined, isSide: boolean) => {
    if (change === null && isSide)
      return <rect x={HALF_PX} y={y} width={HALF_PX} height={8} fill={`url(#${hatch})`} />;
    const { from, length } = barOf(change, largest);
    return (
      <rect
        className={look}
        x={HALF_PX * (1 + from)}
        y={y}
        width={Math.max(change === 0 || change === null ? 0 : 1.5, HALF_PX * length)}
        height={8}
      />
    );
  };
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${2 * HALF_PX} 22`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
          <path d="M0 0V5" stroke="var(--ink-3)" strokeWidth="2" />
        </pattern>
      </defs>
      <path d={`M${HALF_PX} 0V22`} stroke="var(--line-strong)" />
      {bar(down, 2, styles.low, row.low !== row.now)}
      {bar(up, 12, styles.high, row.high !== row.now)}
    </svg>
  );
}

/** What the hatch stands for, '' where nothing is hatched. */
function goneWords(moved: readonly Moved[], figure: string): string {
  const gone = moved.filter((one) => one.gone);
  const never = gone.every(({ row, down }) => isNever(down === null ? row.atLow : row.atHigh));
  if (gone.length === 0) return '';
  return never ? WORDS.legend.never : plainText(WORDS.legend.gone, { figure });
}

function Legend({ gone }: { gone: string }) {
  const hatch = useId();
  return (
    <ul className={styles.legend}>
      <li>
        <svg width="22" height="8" aria-hidden="true">
          <rect className={styles.low} x="0.5" y="0.5" width="21" height="7" />
        </svg>
        {WORDS.legend.low}
      </li>
      <li>
        <svg width="22" height="8" aria-hidden="true">
          <rect className={styles.high} width="22" height="8" />
        </svg>
        {WORDS.legend.high}
      </li>
      {gone !== '' && (
        <li>
          <svg width="22" height="8" aria-hidden="true">
            <defs>
              <pattern
                id={hatch}
                width="5"
                height="5"
                patternTransform="rotate(45)"
                patternUnits="userSpaceOnUse"
              >
                <path d="M0 0V5" stroke="var(--ink-3)" strokeWidth="2" />
              </pattern>
            </defs>
            <rect width="22" height="8" fill={`url(#${hatch})`} />
          </svg>
          {gone}
        </li>
      )}
    </ul>
  );
}
