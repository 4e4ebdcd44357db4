/** Templates of the timeline, filled by protocol/texts. Kinds (`:ms`, `:count`, …) are documented there. */
export const WORDS = {
  ahead: 'ahead: press play or step on',
  aheadShort: 'ahead',
  mean: 'mean {mean} ms',
  meanPaper: 'mean {mean} · paper {paper} ms',
  meanPaperShort: '{mean} · paper {paper}',
  meanShort: '{mean} ms',
  meanShortest: '{mean}',
  meanGhost: 'mean {mean} ms, {difference} against the thin line',
  meanPaperGhost: 'mean {mean} ({difference} against the thin line) · paper {paper} ms',
  meanPaperGhostShort: '{mean} ({difference}) · paper {paper}',
  meanGhostShort: '{mean} ({difference}) ms',
  ghostLine: 'thin line: {label}',
  ghostLineShort: 'thin line',
  paused: 'stop and copy: paused',
  stopBelow: 'stop below {pages:count}',
  pace: 'auto-pace × {factor}',
  paceShort: '× {factor}',
  position: '{time:us}, {phase}',
  positionHeld: '{time:us}, held at {phase}',
  held: 'held at {phase}: press Space',
  sliver: 'true scale',
  sliverNothing: '{length:us}, nothing has been stopped yet',
  sliverNoMove: 'no migration in {length:us}',
  sliverAway: '{vm}: nobody answers for {away:us} of {length:us}',
  ghost: 'thin lines: {label}; (±): this run minus that one',
  ghostHide: 'Hide the thin lines',
  sliverWindow: '{vm}: {window:us} of migration in {length:us}',
  sliverDowntime: '{vm}: {window:us} of migration and {downtime:ms} of downtime in {length:us}',
  pagesTotal: 'of {pages:count}, log',
  pagesLeft: '{pages:count}',
  queue: '{kilobytes} kB',
  queueBatches: 'up to {kilobytes} kB',
  noMigration: 'none to send',
  gridMs: '{ms} ms',
  lost: '{lost:count} lost',
  last: 'last',
  lastLost: 'no answer',
  lastSecond: '1 s mean',
  node: 'node {node}',
  host: 'node ',
  percent: '{percent} %',
  tripSummary: '{span}: mean {mean:ms} over {answered:count} pings, {lost:count} without an answer.',
  tripSummaryPaper:
    '{span}: mean {mean:ms} over {answered:count} pings, {lost:count} without an answer; the paper has {paper} ms.',
  pingTitle: 'ping {number:count}, sent at {sent}',
  pingLost: 'no answer: {vm} was paused',
  pingLostPlain: 'no answer',
  pingExplain: 'All the sums',
  readout: '{time}: {phase}',
  readoutLength: '{time}: {phase}, {length:ms}',
  readoutPing: 'ping at {time}: {ping:ms}',
  readoutPingLost: 'ping at {time}: no answer',
  phaseOfOther: '{vm} {phase}',
} as const;

/** What the cluster goes through, from the longest words to the shortest. */
export const INCIDENTS = {
  silence: ['silence: dead or alive?', 'silence', 's'],
  shot: ['STONITH aimed', 'STONITH', '⌖'],
  boot: ['a start elsewhere', 'start', 'b'],
  twice: ['runs twice: split brain', 'runs twice', '2×'],
} as const;

export const SPAN_NAMES = {
  before: 'Before the stop',
  during: 'During the stream',
  after: 'Just after',
  recovered: 'Recovered',
} as const;

/** As the paper prints it: 0.25, 1.0, 0.5. */
export function paperText(ms: number | null): string {
  if (ms === null) return '';
  return ms.toFixed(Number.isInteger(ms * 10) ? 1 : 2);
}
