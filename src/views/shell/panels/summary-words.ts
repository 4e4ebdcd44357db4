/** What the summary says, in a dialog and as text to copy. */
import { formatCount, formatMB, formatMillis, formatSeconds, formatSigned } from '../../../base/format.ts';
import type { Comparison } from '../../../protocol/requests.ts';
import { phaseName } from '../../../protocol/texts.ts';
import { fill } from '../words.ts';
import { outageText } from './outage-words.ts';
import type { RoundTrip, Summary } from './summary.ts';

export const WORDS = {
  title: '{vm}’s move, summed up',
  titleWithout: 'The run, summed up',
  total: 'from first page to activation',
  downtime: 'of downtime',
  bytes: 'sent',
  rounds: 'rounds, last copy included',
  lost: 'pings lost',
  roundTrip: 'Mean round trip',
  here: 'here',
  paper: 'paper',
  error: 'difference',
  span: 'pings sent',
  phases: 'Phases',
  phase: 'phase',
  lasted: 'lasted',
  comparison: 'Beside plain pre-copy',
  comparisonNote: 'same scenario, seed and commands, nothing held back',
  waiting: 'Plain pre-copy is being run on the same seed for comparison…',
  none: 'There is no migration to compare with plain pre-copy.',
  thisRun: 'this run',
  plain: 'plain pre-copy',
  timeRow: 'total time',
  downtimeRow: 'downtime',
  bytesRow: 'bytes',
  helps: 'Here, prediction saved {bytes} of {plain}.',
  noGain: 'Here, prediction did not pay: {bytes} more were sent than without it.',
  even: 'Here, prediction made no difference to the bytes sent.',
  noPrediction: 'Nothing was predicted or held back in this run.',
  copyLabel: 'As text, to cite',
  copy: 'Copy as text',
  replay: 'Replay',
  nextTitle: 'What to try next',
  tryStock: 'Without pacing: “stock, migrating”',
  tryNode: 'Stop node {node} instead',
  tryPredictor: 'Without prediction',
  tryCourses: 'Compare failures on this seed',
} as const;

export const SPANS: Readonly<Record<RoundTrip['name'], string>> = {
  before: 'before the stop',
  during: 'while memory streams',
  after: 'just after (100 ms)',
  recovered: 'recovered (last 100)',
};

export function errorText({ meanMs, paperMs }: RoundTrip): string {
  if (paperMs === null || !Number.isFinite(meanMs)) return '–';
  return `${formatSigned((meanMs / paperMs - 1) * 100, 1)} %`;
}

export function paperText(paperMs: number | null): string {
  return paperMs === null ? '–' : formatMillis(paperMs);
}

/** Whether prediction helped, and only if the run says so. */
export function verdict(comparison: Comparison): string {
  const { strategy, predictor } = comparison.here;
  if (strategy !== 'working-set-pre-copy' || predictor === 'none') return WORDS.noPrediction;
  const saved = comparison.baseline.bytesSent - comparison.here.bytesSent;
  if (Math.abs(saved) < comparison.baseline.bytesSent * 1e-4) return WORDS.even;
  return fill(saved > 0 ? WORDS.helps : WORDS.noGain, {
    bytes: formatMB(Math.abs(saved), 1),
    plain: formatMB(comparison.baseline.bytesSent, 1),
  });
}

const TEXT = {
  move: '{vm} moved in {total} with {downtime} of downtime: {bytes} sent in {rounds} rounds, {lost} pings lost.',
  noMove: '{vm} did not move; {lost} pings lost.',
  trip: '  {span}: {mean} (paper {paper}, {error})',
  trips: 'Mean round trip of answered pings:',
  phases: 'Phases: {phases}.',
  phase: '{name} {lasted}',
  comparison: 'Plain pre-copy on the same seed: {total}, {downtime} of downtime, {bytes}.',
} as const;

export function summaryText(summary: Summary, comparison: Comparison | null, citation: string): string {
  const { move } = summary;
  const lines = [
    fill(move ? TEXT.move : TEXT.noMove, {
      vm: summary.vm,
      total: formatSeconds(summary.totalMs * 1000),
      downtime: formatMillis(summary.downtimeMs, 1),
      bytes: formatMB(move?.bytesSent ?? 0, 1),
      rounds: formatCount(move?.rounds.length ?? 0),
      lost: formatCount(summary.lost),
    }),
  ];
  if (summary.roundTrips.length > 0) lines.push(TEXT.trips);
  for (const trip of summary.roundTrips) {
    lines.push(
      fill(TEXT.trip, {
        span: SPANS[trip.name],
        mean: formatMillis(trip.meanMs, 3),
        paper: paperText(trip.paperMs),
        error: errorText(trip),
      }),
    );
  }
  const phases = summary.phases.map(({ name, ms }) =>
    fill(TEXT.phase, { name: phaseName(name, false), lasted: durationText(ms) }),
  );
  lines.push(fill(TEXT.phases, { phases: phases.join(', ') }));
  if (summary.outage) lines.push(...outageText(summary.outage));
  if (comparison) {
    lines.push(
      fill(TEXT.comparison, {
        total: formatSeconds(comparison.baseline.totalMs * 1000),
        downtime: formatMillis(comparison.baseline.downtimeMs, 1),
        bytes: formatMB(comparison.baseline.bytesSent, 1),
      }),
      verdict(comparison),
    );
  }
  lines.push(citation);
  return lines.join('\n');
}

/** Short spans in ms, long ones in s. */
export function durationText(ms: number): string {
  return ms < 1000 ? formatMillis(ms, 1) : formatSeconds(ms * 1000);
}
