/** What a ranking shows, in sentences with its numbers. */
import { quantityOf, quantityText, settingWithUnit } from '../../../layout/explore/quantity.ts';
import type { Moved } from '../../../layout/explore/ranking.ts';
import type { FigureInfo } from '../../../protocol/explore/requests.ts';
import { formatCount } from '../../shared/format.ts';
import { inSentence, type Said } from '../situation.ts';
import { WORDS } from './words.ts';

export function rankSaid(moved: readonly Moved[], figure: FigureInfo): Said[] {
  const [first] = moved;
  if (first === undefined) return [{ template: WORDS.searching, slots: {} }];
  const name = inSentence(figure.label);
  if (moved.every(({ now }) => now === null)) return [{ template: WORDS.noFigure, slots: { figure: name } }];
  const values = moved.flatMap(({ row, now }) => [
    now ?? 0,
    row.atLow[figure.name] ?? 0,
    row.atHigh[figure.name] ?? 0,
  ]);
  const quantity = quantityOf(figure.unit, values);
  const text = (value: number | null | undefined) => quantityText(value ?? null, quantity);
  const { row, now } = first;
  if (first.size === 0) return [{ template: WORDS.none, slots: { figure: name, now: text(now) } }];
  const place = (value: number) => settingWithUnit(value, quantityOf(row.unit, [row.low, row.high]));
  const lowGone = first.down === null;
  const said: Said[] = first.gone
    ? [
        {
          template: isNever(lowGone ? row.atLow : row.atHigh) ? WORDS.goneNever : WORDS.gone,
          slots: {
            parameter: row.label,
            at: place(lowGone ? row.low : row.high),
            figure: name,
            now: text(now),
          },
        },
      ]
    : [
        {
          template: WORDS.most,
          slots: {
            parameter: row.label,
            figure: name,
            low: text(row.atLow[figure.name]),
            lowAt: place(row.low),
            now: text(now),
            high: text(row.atHigh[figure.name]),
            highAt: place(row.high),
          },
        },
      ];
  const still = moved.filter(({ size, row: { problem } }) => size === 0 && problem === null).length;
  if (still > 0)
    said.push({
      template: WORDS.still,
      slots: { count: formatCount(still), all: formatCount(moved.length) },
    });
  return said;
}

/** Whether a migration was given up there: then it has neither downtime nor total time. */
export function isNever(figures: Readonly<Record<string, number | null>>): boolean {
  return (figures.notConverged ?? 0) > 0;
}
