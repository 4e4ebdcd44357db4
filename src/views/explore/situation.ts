/** Which sentences are true of a sweep as far as it was run, with its numbers. */
import type { Cell } from '../../layout/explore/cells.ts';
import { countsOf, duel, extremesOf, thresholdOf } from '../../layout/explore/findings.ts';
import type { AxisText } from '../../layout/explore/heat-marks.ts';
import { quantityText, settingText, settingWithUnit } from '../../layout/explore/quantity.ts';
import { formatCount } from '../shared/format.ts';
import { plainText } from '../shared/template.ts';
import { SENTENCES, WORDS } from './sentence-words.ts';
import type { ShownSweep } from './shown.ts';

/** what two lines hold */
const MOST_LETTERS = 165;

export interface Said {
  readonly template: string;
  readonly slots: Readonly<Record<string, string>>;
}

/** As it is set up, before anything was run. */
export function asked(shown: ShownSweep, cases: number): Said[] {
  const { cells, figure, x, y } = shown;
  const count = (number: number, one: string, many: string) =>
    number === 1 ? one : plainText(many.replace(':count', ''), { count: formatCount(number) });
  return [
    {
      template: y === null ? SENTENCES.askOne : SENTENCES.askTwo,
      slots: {
        figure: inSentence(figure.label),
        x: inSentence(x.label),
        y: inSentence(y?.label ?? ''),
        xFrom: settingText(x.values[0] ?? Number.NaN, x.quantity),
        xTo: valueText(x, x.values.length - 1),
        places: y === null ? formatCount(cells.xs) : `${formatCount(cells.xs)} × ${formatCount(cells.ys)}`,
        variants: count(cells.variants, WORDS.oneVariant, WORDS.variants),
        seeds: count(cells.seeds, WORDS.oneSeed, WORDS.seeds),
        cases: formatCount(cases),
      },
    },
  ];
}

/** What its results show, complete or not: at most two sentences, the strongest first. */
export function found(shown: ShownSweep): Said[] {
  const { cells } = shown;
  const counts = countsOf(cells);
  if (counts.some === 0) return [{ template: SENTENCES.waiting, slots: {} }];
  const said: Said[] = [];
  if (counts.never > 0) {
    const border = borderSentence(shown);
    if (border !== null) said.push(border);
    said.push({
      template: counts.never === 1 ? SENTENCES.neverOne : SENTENCES.never,
      slots: { count: formatCount(counts.never), all: formatCount(counts.some) },
    });
  }
  if (said.length < 2) said.push(rangeSentence(shown));
  const fight = duelSentence(shown);
  if (said.length < 2 && fight !== null) said.push(fight);
  if (said.length < 2 && counts.refused > 0)
    said.push({
      template: counts.refused === 1 ? SENTENCES.refusedOne : SENTENCES.refused,
      slots: { count: formatCount(counts.refused) },
    });
  // What would be cut off by the row's end is better not begun.
  return saidText(said).length > MOST_LETTERS ? said.slice(0, 1) : said;
}

/** The whole of it as plain text, for screen readers and captions. */
export function saidText(said: readonly Said[]): string {
  return said.map(({ template, slots }) => plainText(template, slots)).join(' ');
}

/** Where the first variant that has a clean border stops converging. */
function borderSentence({ cells, x, y, labels }: ShownSweep): Said | null {
  for (let variant = 0; variant < cells.variants; variant += 1) {
    const border = thresholdOf(cells, variant);
    if (border === null) continue;
    const along = border.along === 'x' ? x : y;
    const other = border.along === 'x' ? y : x;
    if (along === null) return null;
    const where =
      other === null
        ? ''
        : plainText(SENTENCES.where, { place: valueText(other, border.at), other: inSentence(other.label) });
    return {
      template: border.above ? SENTENCES.above : SENTENCES.below,
      slots: {
        variant: labels[variant] ?? '',
        place: valueText(along, border.last),
        along: inSentence(along.label),
        where,
      },
    };
  }
  return null;
}

function rangeSentence(shown: ShownSweep): Said {
  const { cells, figure, quantity } = shown;
  const ends = extremesOf(cells);
  if (ends === null) {
    const only = cells.cells.find(({ mean }) => mean !== null);
    return only === undefined
      ? { template: SENTENCES.nothing, slots: { figure: inSentence(figure.label) } }
      : {
          template: SENTENCES.flat,
          slots: { figure: figure.label, value: quantityText(only.mean, quantity) },
        };
  }
  const { least, most } = ends;
  if (least.mean === most.mean)
    return {
      template: SENTENCES.flat,
      slots: { figure: figure.label, value: quantityText(least.mean, quantity) },
    };
  return {
    template: SENTENCES.range,
    slots: {
      figure: figure.label,
      least: quantityText(least.mean, quantity),
      leastAt: placeText(shown, least),
      most: quantityText(most.mean, quantity),
      mostAt: placeText(shown, most),
    },
  };
}

/** The first two variants against each other. */
function duelSentence({ cells, labels }: ShownSweep): Said | null {
  if (cells.variants < 2) return null;
  const { less, same, both } = duel(cells, 0, 1);
  if (both === 0) return null;
  const slots = {
    first: labels[0] ?? '',
    other: labels[1] ?? '',
    less: formatCount(less),
    both: formatCount(both),
  };
  return { template: same === both ? SENTENCES.duelEqual : SENTENCES.duel, slots };
}

/** Where a cell stands: "Pre-copy, Link 64 MB/s, Page writes 8,000 1/s". */
export function placeText({ cells, x, y, labels }: ShownSweep, cell: Cell): string {
  const alone = cells.variants === 1;
  const template =
    y === null
      ? alone
        ? SENTENCES.placeAlone
        : SENTENCES.place
      : alone
        ? SENTENCES.placeTwoAlone
        : SENTENCES.placeTwo;
  return plainText(template, {
    variant: labels[cell.variant] ?? '',
    x: axisPlace(x, cell.x),
    y: y === null ? '' : axisPlace(y, cell.y),
  });
}

const axisPlace = (axis: AxisText, place: number): string =>
  `${inSentence(axis.label)} ${valueText(axis, place)}`;

export function valueText({ values, quantity }: AxisText, place: number): string {
  return settingWithUnit(values[place] ?? Number.NaN, quantity);
}

/** A label in the middle of a sentence: its first letter small, unless it is a name or an abbreviation. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}
