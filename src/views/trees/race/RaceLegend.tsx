/** The race in numbers, one row a tree, at the moment looked at. */
import {
  raceCell,
  recentHotDepth,
  recentMean,
  recoveryOf,
  stretchOf,
} from '../../../layout/trees/race-lines.ts';
import { Definition } from '../../shared/Definition.tsx';
import { formatCount, formatNumber } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { LineSample, OPTIMUM_STYLE } from './LineSample.tsx';
import styles from './RaceLegend.module.css';
import { type Racer, type RaceView, shownMoment, shownRow } from './use-race.ts';
import { type Chart, RACE_WORDS } from './words.ts';

const { columns, meanings } = RACE_WORDS;
/** Rows that fit with air between them. */
const ROOMY = 6;

/** @param at the moment looked at, null = as far as the race has come */
export function RaceLegend({ race, chart, at }: { race: RaceView; chart: Chart; at: number | null }) {
  const { racers, optimum, shifts } = race;
  const stretch = stretchOf(race.operations);
  const recent = chart === 'recent';
  const moment = shownMoment(racers, at);
  const hasYardstick = optimum !== null && !racers.some(({ line }) => line.choice.kind === 'static-optimum');
  const rows = racers.length + (hasYardstick ? 1 : 0);
  const when = recent
    ? plainText(RACE_WORDS.over, {
        stretch: formatCount(Math.min(stretch, moment)),
        operations: formatCount(moment),
      })
    : moment === 1
      ? RACE_WORDS.afterOne
      : plainText(RACE_WORDS.after, { operations: formatCount(moment) });
  return (
    <table className={styles.table} data-dense={rows > ROOMY}>
      <caption className={styles.hidden}>{RACE_WORDS.table}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.when}>
            {when}
          </th>
          <Column name={columns.visited} meaning={meanings.visited} />
          <Column name={columns.rotations} meaning={meanings.rotations} />
          {optimum !== null && <Column name={columns.ratio} meaning={meanings.ratio} />}
          <Column
            name={columns.hot}
            meaning={plainText(meanings.hot, {
              count: String(race.hotKeys.length),
              stretch: formatCount(stretch),
            })}
            extra
          />
          {shifts.length > 0 && (
            <Column
              name={columns.back}
              meaning={plainText(meanings.back, { stretch: formatCount(stretch) })}
            />
          )}
        </tr>
      </thead>
      <tbody>
        {racers.map((racer) => (
          <Row key={racer.name.short} {...{ racer, race, at, recent, stretch }} />
        ))}
        {hasYardstick && (
          <tr className={styles.yardstick}>
            <th scope="row">
              <LineSample style={OPTIMUM_STYLE} /> {RACE_WORDS.staticOptimum}
            </th>
            <td>{formatNumber(optimum, 2)}</td>
            <td>0</td>
            <td>1.00</td>
            <td className={styles.extra} />
            {shifts.length > 0 && <td />}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Column({ name, meaning, extra = false }: { name: string; meaning: string; extra?: boolean }) {
  return (
    <th scope="col" className={extra ? styles.extra : undefined}>
      <Definition term={name} meaning={meaning} />
    </th>
  );
}

interface RowProperties {
  racer: Racer;
  race: RaceView;
  at: number | null;
  recent: boolean;
  stretch: number;
}

function Row({ racer, race, at, recent, stretch }: RowProperties) {
  const { line, style, name, staged } = racer;
  const { optimum, shifts } = race;
  const head = (
    <th scope="row" className={staged ? styles.staged : undefined}>
      <LineSample style={style} strong={staged} /> {name.short}
      {name.settings !== '' && <span className={styles.settings}>{name.settings}</span>}
    </th>
  );
  if (line.problem !== null) {
    return (
      <tr>
        {head}
        <td className={styles.problem} colSpan={5}>
          {line.problem}
        </td>
      </tr>
    );
  }
  const row = shownRow(racer, at);
  const mean = (column: 'visited' | 'rotations') =>
    recent ? recentMean(line, row, stretch, column) : raceCell(line, row, column);
  return (
    <tr>
      {head}
      <td className={styles.first}>{formatNumber(mean('visited'), 2)}</td>
      <td>{rate(mean('rotations'))}</td>
      {optimum !== null && <td>{formatNumber(raceCell(line, row, 'visited') / optimum, 2)}</td>}
      <td className={styles.extra}>{formatNumber(recentHotDepth(line, row, stretch), 2)}</td>
      {shifts.length > 0 && <td>{backAfter(racer, race, stretch)}</td>}
    </tr>
  );
}

/** Of the first shift: the later ones find trees that have learnt to forget nothing. */
function backAfter({ line, rows }: Racer, { shifts, operations }: RaceView, stretch: number): string {
  const [shift = 0, next = operations] = shifts;
  const recovery = recoveryOf({ ...line, rows }, { since: 0, shift, until: next }, stretch);
  if (recovery === null) return formatNumber(Number.NaN);
  if (recovery.needed === null) return RACE_WORDS.notYet;
  return recovery.needed === 0 ? RACE_WORDS.atOnce : formatCount(recovery.needed);
}

/** Three digits that count, and a plain 0. */
function rate(value: number): string {
  if (value === 0) return '0';
  return formatNumber(value, value >= 1 ? 2 : value >= 0.01 ? 3 : 4);
}
