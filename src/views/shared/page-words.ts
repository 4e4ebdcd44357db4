import { PAGE_STATE } from '../../base/columns.ts';

/** A page's state in a few words, for readouts and for labels of screen readers. */
export const PAGE_STATE_WORDS: Readonly<Record<number, string>> = {
  [PAGE_STATE.toSend]: 'to send',
  [PAGE_STATE.arrived]: 'arrived',
  [PAGE_STATE.writtenAgain]: 'written again',
  [PAGE_STATE.heldBack]: 'held back',
  [PAGE_STATE.atHome]: 'at home',
};
