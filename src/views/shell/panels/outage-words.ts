/** What an outage's figures are called, in the summary and in its text. */
import { formatCount, formatSeconds } from '../../../base/format.ts';
import type { Outage } from '../../shared/outage.ts';
import { fill } from '../words.ts';

export const OUTAGE_WORDS = {
  away: '{vm} without an answer, by lost pings',
  longest: 'the longest of it at a stretch',
  noticed: 'from silence to “dead”',
  where: 'where {vm} runs now',
  node: 'node {node}',
  nowhere: 'nowhere',
  twice: 'node {node} and node {other}',
  still: 'node {node}, standing still',
  blocks: 'blocks of {vm}’s disk spoilt',
  memory: 'lost what was in memory',
  line: '  {what}: {value}',
  title: 'What the failure cost:',
  stonith: 'The same with STONITH',
  noStonith: 'The same without STONITH',
  another: 'Another failure',
  log: 'What Heartbeat wrote',
} as const;

/** Name and value, the most important first. */
export function outageRows(outage: Outage): [string, string][] {
  const { vm, lostMs, longestMs, noticedMs, blocks, memoryLost } = outage;
  const rows: [string, string][] = [[fill(OUTAGE_WORDS.away, { vm }), seconds(lostMs)]];
  if (longestMs < lostMs) rows.push([OUTAGE_WORDS.longest, seconds(longestMs)]);
  if (noticedMs !== null) rows.push([OUTAGE_WORDS.noticed, seconds(noticedMs)]);
  rows.push([fill(OUTAGE_WORDS.where, { vm }), placeOf(outage)]);
  if (blocks > 0) rows.push([fill(OUTAGE_WORDS.blocks, { vm }), formatCount(blocks)]);
  if (memoryLost.length > 0) rows.push([OUTAGE_WORDS.memory, memoryLost.join(', ')]);
  return rows;
}

export function outageText(outage: Outage): string[] {
  const lines = outageRows(outage).map(([what, value]) => fill(OUTAGE_WORDS.line, { what, value }));
  return [OUTAGE_WORDS.title, ...lines];
}

function placeOf({ node, other, standsStill }: Outage): string {
  if (node < 0) return OUTAGE_WORDS.nowhere;
  const slots = { node: node + 1, other: other + 1 };
  if (other >= 0) return fill(OUTAGE_WORDS.twice, slots);
  return fill(standsStill ? OUTAGE_WORDS.still : OUTAGE_WORDS.node, slots);
}

const seconds = (ms: number) => formatSeconds(ms * 1000);
