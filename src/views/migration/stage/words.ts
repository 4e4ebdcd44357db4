/** Everything the stage says, as templates: `{slot:kind}` with the kinds of protocol/texts. */
import { MOVE_STATE } from '../../../base/columns.ts';
import { format, type Slots } from '../../../protocol/texts.ts';

export const STAGE_WORDS = {
  region: 'Memory',
  loading: 'The migration is being made ready.',
  block: 'Side {side}: {title}',
  titleA: 'A',
  titleB: 'B',

  source: 'source',
  destination: 'destination',
  vm: 'VM',
  running: 'running',
  throttled: 'throttled {percent}',
  paused: 'paused',
  waiting: 'page waits {percent}',
  vmLost: 'VM lost',
  receives: 'receives',
  sends: 'sends the rest',
  freed: 'memory freed',
  gaveUp: 'keeps nothing',
  died: 'died',
  diedAt: 'at {at}',

  link: 'link',
  used: '{percent} used',
  span: 'in the last {span}',
  idle: 'idle',
  down: 'down',
  downSince: 'since {at}',
  others: 'others {percent}',

  legend: 'Pages by state, side {side}',
  grid: 'Memory of side {side}, {pages:count} pages. Arrow keys walk through it, Enter picks a page, + and − change the size, 0 shows all.',
  gridRole: 'memory map',
  canvas: '{arrived} of {pages:count} pages at the destination, {written:count} written again',
  cellIsPage: '1 cell = 1 page of {kib} KiB',
  cellIsMany: '1 cell = {k:count} pages, {size}',
  order: 'neighbours in memory stand side by side',
  at: '{side}: {text}',
  zoom: 'Size of the page grids',
  larger: 'Larger',
  smaller: 'Smaller',
  fit: 'All',
  fitMeaning: 'Show all pages (0)',
  largerMeaning: 'Larger (+)',
  smallerMeaning: 'Smaller (−)',

  page: 'page {page:count} · {address} · {state}',
  cell: 'pages {from:count}–{to:count} · {states}',
  count: '{n:count} {state}',

  card: 'Page {page:count} on side {side}',
  cardTitle: 'page {page:count}',
  rom: 'read-only memory',
  ram: 'RAM',
  close: 'Let the page go',
  never: 'Nothing has happened to it yet.',
  asking: 'Its story is being looked up.',
  earlier: '{n:count} earlier changes are left out.',
  earlierOne: '1 earlier change is left out.',
  goTo: '{what}, at {at}: go there',
} as const;

export function say(template: string, slots: Slots = {}): string {
  return format(template, slots);
}

const STATE_WORDS: Record<number, string> = {
  [MOVE_STATE.toSend]: 'to send',
  [MOVE_STATE.arrived]: 'arrived',
  [MOVE_STATE.writtenAgain]: 'written again',
  [MOVE_STATE.heldBack]: 'held back',
  [MOVE_STATE.atHome]: 'at source',
  [MOVE_STATE.fetched]: 'on demand',
  [MOVE_STATE.lost]: 'lost',
};

export function stateWord(state: number): string {
  return STATE_WORDS[state] ?? '';
}

/** What happened to a page, by the state it went to. */
export const EVENT_WORDS = {
  sentInRound: 'sent in round {round}',
  sentPaused: 'sent while the VM was paused',
  pushed: 'pushed after the VM',
  fetched: 'fetched on demand',
  written: 'written again',
  held: 'held back',
  released: 'to be sent from now on',
  home: 'no longer part of the migration',
  lost: 'lost with its host',
} as const;
