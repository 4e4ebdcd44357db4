/** The numbers of one course in words. Pure: a row and a rate in, texts out. */
import { formatCount, formatSeconds } from '../../../../base/format.ts';
import type { CourseRow } from '../../../../protocol/requests.ts';
import { plainText } from '../../../shared/template.ts';
import { FIGURES, VALUES } from './words.ts';

type FigureName = keyof typeof FIGURES;

export interface Figure {
  readonly name: FigureName;
  readonly label: string;
  readonly value: string;
  /** worth shouting: data was or may be destroyed */
  readonly loud: boolean;
}

/** How long a course is watched. */
export const COURSE_END = '120 s';

const NAMES = Object.keys(FIGURES) as FigureName[];

const STOPS: ReadonlySet<CourseRow['kind']> = new Set(['stop-paper', 'stop-migrating', 'stop-rebooting']);

/** Short spans with two digits, long ones with one; never "0.0 s" for something. */
export function spanText(ms: number): string {
  if (ms > 0 && ms < 10) return `${formatCount(Math.max(1, Math.round(ms)))} ms`;
  return formatSeconds(ms * 1000, ms < 1000 ? 2 : 1);
}

export function figuresOf(row: CourseRow, requestsPerSecond: number): Figure[] {
  const { outageMs, gaps, twice } = row;
  const open = gaps.some((gap) => gap.open);
  const longestOpen = gaps.some((gap) => gap.open && (gap.toUs - gap.fromUs) / 1000 >= outageMs.longest);
  const least = (value: string, unfinished: boolean) =>
    unfinished ? plainText(VALUES.atLeast, { value }) : value;
  const failed = Math.round((outageMs.total / 1000) * requestsPerSecond);
  const figure = (name: FigureName, value: string, loud = false): Figure => ({
    name,
    label: FIGURES[name],
    value,
    loud,
  });
  // What was not carried out cost nothing and tells nothing.
  if (row.refused) return NAMES.map((name) => figure(name, VALUES.refused));
  return [
    figure('outage', outageMs.total === 0 ? VALUES.none : least(spanText(outageMs.total), open)),
    figure('longest', outageMs.longest === 0 ? VALUES.none : least(spanText(outageMs.longest), longestOpen)),
    figure('failed', least(formatCount(failed), open)),
    figure(
      'memory',
      row.pagesLost === 0 ? VALUES.none : plainText(VALUES.pages, { count: formatCount(row.pagesLost) }),
    ),
    figure('noticed', noticed(row)),
    figure('answers', answers(row)),
    figure('twice', twiceText(row), twice.times > 0),
    figure(
      'blocks',
      row.corruptBlocks === 0 ? VALUES.none : formatCount(row.corruptBlocks),
      row.corruptBlocks > 0,
    ),
  ];
}

function noticed({ kind, detectedMs }: CourseRow): string {
  if (STOPS.has(kind)) return VALUES.announced;
  return detectedMs === null ? VALUES.unnoticed : spanText(detectedMs);
}

function answers({ answersAfterMs }: CourseRow): string {
  if (answersAfterMs === null) return plainText(VALUES.notYet, { end: COURSE_END });
  return answersAfterMs === 0 ? VALUES.unbroken : spanText(answersAfterMs);
}

function twiceText({ twice }: CourseRow): string {
  if (twice.times === 0) return VALUES.never;
  return twice.atEnd ? plainText(VALUES.still, { value: spanText(twice.ms) }) : spanText(twice.ms);
}
