import { PAGE_EVENT, PAGE_STATE } from '../../../base/columns.ts';

/** Texts of the page panel; slots as in protocol/texts. */
export const PAGE_WORDS = {
  title: 'Page {page:count} of {vm}',
  region: 'Picked page',
  loading: 'Looking the page up.',
  close: 'Close',
  closeLabel: 'Close the page and forget the pick',
  state: 'now',
  user: 'used by',
  userValue: 'process {process} ({program}), as its page {key}',
  nobody: 'no process: it is sent once and never again',
  tree: 'in its tree',
  treeValue: 'depth {depth}, {self:count} accesses',
  notInTree: 'not there',
  writes: 'written',
  writesValue: '{version:count} times so far',
  address: 'at {address}',
  history: 'What happened to it',
  nothing: 'Nothing yet: no migration has touched it.',
  earlier: 'Show {count:count} earlier',
  go: 'Go to {at:us}: {text}',
} as const;

/** A page may be written while it still waits for its first turn: nothing of it is stale then. */
export const WRITTEN_BEFORE_SENT = 'written before its turn';

export const PAGE_EVENTS: Readonly<Record<number, string>> = {
  [PAGE_EVENT.sent]: 'sent in round {round}',
  [PAGE_EVENT.written]: 'written again',
  [PAGE_EVENT.held]: 'held back: predicted to be hot',
  [PAGE_EVENT.skipped]: 'skipped in round {round}: it was written meanwhile',
  [PAGE_EVENT.released]: 'no longer held back: listed for round {round}',
};

export const PAGE_STATES: Readonly<Record<number, string>> = {
  [PAGE_STATE.toSend]: 'waits to be sent for the first time',
  [PAGE_STATE.arrived]: 'the destination has its newest version',
  [PAGE_STATE.writtenAgain]: 'written after it was sent: must go once more',
  [PAGE_STATE.heldBack]: 'held back as hot, not sent yet',
  [PAGE_STATE.atHome]: 'at home: no migration concerns it',
};
