/** What every run of a kind comes to, by name; the order is that of the command line's lines. */
import type { FigureInfo, SubjectKind } from './spec.ts';

const figure = (
  name: string,
  label: string,
  unit: string,
  better: FigureInfo['better'],
  description: string,
): FigureInfo => ({ name, label, unit, better, description });

const migration: readonly FigureInfo[] = [
  figure('downtimeMs', 'Downtime', 'ms', 'less', 'How long the VM ran nowhere; only where it completed.'),
  figure(
    'totalTimeMs',
    'Total time',
    'ms',
    'less',
    'From the first page until the last one is there; only where it completed.',
  ),
  figure('bytesSent', 'Bytes sent', 'B', 'less', 'Everything that left, whatever became of it.'),
  figure('pagesSent', 'Pages sent', 'pages', 'less', 'Counted again each time a page left.'),
  figure('rounds', 'Rounds', '', 'less', 'The last copy, or what follows the VM, is the last of them.'),
  figure(
    'notConverged',
    'Never converges',
    '0–1',
    'less',
    '1 where it was given up because the stop rule never let it stop; the mean is their share.',
  ),
  figure(
    'heldPages',
    'Pages held back',
    'pages',
    null,
    'Predicted to be written soon, so left out of round 1.',
  ),
  figure('hits', 'Hits', 'pages', 'more', 'Held pages that really were written before the stop.'),
  figure('hitShare', 'Hit share', '0–1', 'more', 'Of the held pages; none where nothing was held.'),
  figure('faults', 'Faults', '', 'less', 'Times the VM needed a page at the destination that was not there.'),
  figure('stalledMs', 'Stalled', 'ms', 'less', 'How long it waited for such pages in all.'),
  figure(
    'standstillMs',
    'Stands still',
    'ms',
    'less',
    'Downtime and what it waited for pages afterwards, together; only where it completed.',
  ),
  figure(
    'cpuMs',
    'CPU time',
    'ms',
    'less',
    'What migrating kept a core of the source busy for (assumed costs).',
  ),
  figure('pageWrites', 'Page writes', '', null, 'Of the guest, before it was paused or given up.'),
];

const failover: readonly FigureInfo[] = [
  figure('longestOutageMs', 'Longest outage', 'ms', 'less', 'The longest time without an answer to a ping.'),
  figure('totalOutageMs', 'Outage in all', 'ms', 'less', 'All such times together.'),
  figure('pingsLost', 'Pings lost', '', 'less', 'Without an answer.'),
  figure('rttBeforeMs', 'Round trip before', 'ms', 'less', 'Mean before the first command.'),
  figure('rttDuringMs', 'Round trip during', 'ms', 'less', 'Mean while memory moves; none where none does.'),
  figure('rttAfterMs', 'Round trip after', 'ms', 'less', 'Mean after the first command while nothing moves.'),
  figure(
    'migrationMs',
    'Migrations take',
    'ms',
    'less',
    'From the first page of the first to the end of the last that completed.',
  ),
  figure('downtimeMs', 'Downtime', 'ms', 'less', 'Longest pause of a migration that completed.'),
  figure('bytesSent', 'Bytes sent', 'B', 'less', 'By all migrations.'),
  figure(
    'pagesLost',
    'Pages lost',
    'pages',
    'less',
    'Memory of guests that were booted anew, or run nowhere at the end.',
  ),
  figure(
    'detectedMs',
    'Detected after',
    'ms',
    'less',
    'From a crash or hang until a node declares it; none where nobody does.',
  ),
  figure(
    'falseAlarms',
    'False alarms',
    '',
    'less',
    'Times a node declared another dead whose Heartbeat was running.',
  ),
  figure('ranTwiceMs', 'Ran twice', 'ms', 'less', 'How long guests ran on two nodes at once, all together.'),
  figure(
    'corruptBlocks',
    'Corrupt blocks',
    'blocks',
    'less',
    'Disk blocks two machines may have overwritten.',
  ),
  figure('cpuPeakPercent', 'CPU peak', '%', 'less', 'The busiest 100 ms of any node.'),
];

const trees: readonly FigureInfo[] = [
  figure('visitedPerOperation', 'Nodes visited', '', 'less', 'Per operation, over all of them.'),
  figure('rotationsPerOperation', 'Rotations', '', 'less', 'Single ones per operation, over all of them.'),
  figure(
    'lateVisitedPerOperation',
    'Nodes visited, settled',
    '',
    'less',
    'Per operation, over the second half, when the tree has adapted.',
  ),
  figure(
    'lateRotationsPerOperation',
    'Rotations, settled',
    '',
    'less',
    'Single ones per operation, over the second half.',
  ),
  figure('dearest', 'Dearest operation', 'nodes', 'less', 'Most nodes one operation visited.'),
  figure('height', 'Height at the end', 'nodes', 'less', 'Nodes on the longest path from the root.'),
  figure('keys', 'Keys at the end', 'keys', null, 'How many the tree holds.'),
];

const byKind: Readonly<Record<SubjectKind, readonly FigureInfo[]>> = { failover, migration, trees };

export function sweepFigures(kind: SubjectKind): readonly FigureInfo[] {
  return byKind[kind];
}

export type Figures = Readonly<Record<string, number | null>>;

/** All figures in their order; what is left out or is no number is null. */
export function figuresOf(kind: SubjectKind, values: Readonly<Record<string, number | null>>): Figures {
  return Object.fromEntries(
    byKind[kind].map(({ name }) => {
      const value = values[name] ?? null;
      return [name, value !== null && Number.isFinite(value) ? value : null];
    }),
  );
}
