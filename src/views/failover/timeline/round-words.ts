/** Words of the rounds table. */
import { format, stopReason } from '../../../protocol/texts.ts';
import type { RoundRow } from './rounds.ts';

export const ROUND_WORDS = {
  show: 'Show the rounds',
  hide: 'Hide the rounds',
  caption: 'Rounds',
  captionOf: 'Rounds of {vm}, node {from} → node {to}',
  tab: '{vm}: node {from} → {to}',
  empty:
    'Nothing moves yet. Round 1 sends the memory while the VM runs on; each further round sends what was written during the one before.',
  columns: [
    { name: 'round', title: 'One pass over the pages that must be sent' },
    { name: 'to send', title: 'Pages listed when the round began' },
    { name: 'sent', title: 'Pages sent in this round' },
    { name: 'skipped', title: 'Written again before their turn, so left for the next round' },
    { name: 'written', title: 'Distinct pages written meanwhile' },
    { name: 'MB', title: 'Bytes sent, 1 MB = 1,000,000 bytes' },
    { name: 'ms', title: 'Duration' },
    { name: 'then', title: 'What followed, and why' },
  ],
  round: 'round {round}',
  last: 'last',
  goTo: 'Go to the beginning of {round}',
  why: 'Why? After {round}: {next}',
  another: '→ {round}',
  stopRule: '→ last',
  running: 'runs',
  runsThere: 'done',
  aborted: 'given up',
  paused: '–',
  rule: 'Why the last copy then: {reason}.',
  onlyLast:
    'Nothing moves yet. This strategy has no rounds: the VM stands still while all of its memory is sent once.',
  noCopy:
    'There are no rounds in this mode: the VM is shut down on one node and started again on another, its memory is lost.',
  thisRun: 'this run',
  comparison: 'against plain pre-copy',
  comparisonTitle: 'Same scenario, seed and commands, without holding any page back: this run minus that one',
  isPlain: 'This run holds nothing back: it is plain pre-copy itself.',
  noDifference: 'Holding pages back makes no difference to speak of here.',
  ms: '{value} ms',
  mb: '{value} MB',
  pageSent: 'the picked page was sent in this round',
  pageWritten: 'the picked page was written in this round',
} as const;

/** Why the round was the last live one; '' where another followed. */
export function ruleText(row: RoundRow): string {
  if (row.stop === null) return '';
  return format(ROUND_WORDS.rule, { reason: stopReason(row.stop.rule, row.stop.operands, false) });
}
