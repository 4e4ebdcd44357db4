/** What the rows mean, in sentences that only they can put together. */
import { formatCount } from '../../../../base/format.ts';
import type { CourseKind, CourseRow } from '../../../../protocol/requests.ts';
import { plainText } from '../../../shared/template.ts';
import { COURSE_END, spanText } from './figures.ts';
import { VERDICT } from './words.ts';

/** @returns nothing of rows that are not there */
export function verdictOf(rows: readonly CourseRow[], vm: string): string {
  const all = (kind: CourseKind) => rows.find((row) => row.kind === kind && !row.refused);
  const sentences = [
    planned(all('stop-paper'), vm),
    crash(all('crash')),
    partition(all('partition'), vm),
    fenced(all('partition-fenced')),
  ].filter((sentence) => sentence !== null);
  const writes = rows[0]?.run.scenario.storage.writesPerSecond;
  if (sentences.length === 0 || writes === undefined) return '';
  return [...sentences, plainText(VERDICT.honest, { writes: formatCount(writes) })].join(' ');
}

function planned(row: CourseRow | undefined, vm: string): string | null {
  if (row === undefined || row.pagesLost > 0) return null;
  return plainText(VERDICT.planned, { vm, planned: spanText(row.outageMs.total) });
}

function crash(row: CourseRow | undefined): string | null {
  if (row === undefined) return null;
  if (row.answersAfterMs === null || row.detectedMs === null)
    return plainText(VERDICT.crashOpen, { end: COURSE_END });
  return plainText(VERDICT.crash, { crash: spanText(row.outageMs.total), detect: spanText(row.detectedMs) });
}

function partition(row: CourseRow | undefined, vm: string): string | null {
  if (row === undefined || row.twice.times === 0) return null;
  return plainText(row.lost === 0 ? VERDICT.quiet : VERDICT.twice, {
    vm,
    twice: spanText(row.twice.ms),
    blocks: formatCount(row.corruptBlocks),
  });
}

function fenced(row: CourseRow | undefined): string | null {
  // Without a shot fencing had no part in it.
  if (row === undefined || row.twice.times > 0 || !row.events.some(({ code }) => code === 'shot'))
    return null;
  if (row.answersAfterMs === null) return plainText(VERDICT.fencedOpen, { end: COURSE_END });
  if (row.outageMs.total === 0) return VERDICT.fencedFree;
  return plainText(VERDICT.fenced, { fenced: spanText(row.outageMs.total) });
}
