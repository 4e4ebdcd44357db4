/** Everything the stage says, as templates: `{slot:kind}` with the kinds of protocol/texts. */
import { PAGE_STATE } from '../../../base/columns.ts';
import { format, type Slots } from '../../../protocol/texts.ts';

export const WORDS = {
  cluster: 'Cluster',
  memoryOf: 'Memory of {vm}',
  stop: 'Stop {node}',
  stopHint: 'Stops Heartbeat on {node}: its VMs must move.',
  stopInPast: 'The picture stands in the past, at {at:us}: a stop here starts a branch.',
  cannotStop: '{node} cannot be stopped: it is {state}.',

  online: 'online',
  draining: 'draining',
  drainingSince: 'draining since {at:us}',
  receiving: 'receiving',
  stopped: 'stopped',
  crashed: 'off',
  frozen: 'hangs',
  starting: 'starting',

  believes: 'Heartbeat believes',
  xenRuns: 'Xen runs',
  disagree: 'The two disagree.',
  beliefStarted: '{vm} on {node}',
  beliefStopped: '{vm} stopped',
  beliefStarting: '{vm} starting on {node}',
  beliefMigrating: '{vm} moving to {node}',
  truthOn: '{vm} on {node}',
  truthNowhere: '{vm} nowhere',
  truthState: ' · {state}',

  guest: '{os}',
  guestWithRole: '{os} · {role}',
  pinged: 'pinged',
  follows: 'follows',
  reserved: 'reserved',
  runsHere: 'runs here',
  moved: 'has moved',
  dom0: 'Dom0',
  xen: 'Xen',
  hardware: 'hardware',
  percent: '{value:count} %',

  size: '{pages:count} pages',
  toSend: 'to send',
  written: 'written again',
  held: 'held back',
  arrived: 'arrived',
  stale: 'stale',
  discarded: 'discarded',
  discardedDetail: '{node} keeps nothing of {vm}',
  off: '{vm} is switched off',
  offDetail: 'what its memory held is lost; its disk stays',
  offStarts: '{node} starts it from its disk; what its memory held is lost',
  room: '{mib:mib} free',
  roomDetail: '{vm} would come here',
  noRoom: 'nothing comes here now',
  reservedRoom: '{mib:mib} reserved for {vm}',

  grid: 'Memory of {vm} on {node}, {pages:count} pages. Arrow keys walk through it, Enter opens a lens.',
  gridRole: 'memory map',
  lens: 'Lens on the memory of {vm}',
  lensRole: 'page map',
  lensTitle: '{vm}, page by page',
  lensHint: 'Arrow keys walk, Enter picks.',
  closeLens: 'Close the lens',
  page: 'page {page:count} of {vm}: {state}',
  pickedPage: 'page {page:count} of {vm}: {state}, picked',
  tile: 'pages {from:count} to {to:count}: {states}',
  count: '{n:count} {state}',

  port: '{node} transmit port',
  portLink: ' · {link}',
  portEmpty: 'no stream: a ping reply leaves at once',
  portPaused: '{vm} is paused: no reply leaves',
  portSilent: '{vm} does not run: nobody replies',
  queue: 'queue {bytes:bytes}: {packets:count} packets, 1 drawn = {k}',
  queueGap: 'gap between batches: the queue is empty',
  waits: 'this ping reply waits {ms:ms} for all of them',
  passes: 'this ping reply leaves at once',
  waitsElsewhere: 'the replies of {vm} leave from elsewhere',
  pace: '{rate} mean',
  switchName: 'Gigabit switch of the data LAN',
  storage: 'storage',
  storageDetail: 'iSCSI: the disks of all VMs stay here. It sends the pings.',
  slowedPings: '1 drawn ping = {k:count} real, slowed',
  slowedStream: '1 drawn batch = {k:count} real, slowed',
  eachPing: 'each drawn ping is one real ping, slowed',
  eachBatch: 'each drawn batch is one real batch, slowed',
  arp: '{node:node} → all: {vm} is here now (gratuitous ARP {n})',
  coldCache: '{vm} reads its disk again: its cache is cold',

  heartbeatLan: 'heartbeat LAN · UDP 694 · a beat each {seconds} s',
  announcement: '{from} → all: stopping, {vm} goes to {to}',
  announcementOnly: '{from} → all: stopping',
} as const;

export function say(template: string, slots: Slots = {}): string {
  return format(template, slots);
}

const STATE_WORDS: Record<number, string> = {
  [PAGE_STATE.toSend]: 'to send',
  [PAGE_STATE.arrived]: 'arrived',
  [PAGE_STATE.writtenAgain]: 'written again',
  [PAGE_STATE.heldBack]: 'held back',
  [PAGE_STATE.atHome]: 'at home',
};

export function stateWord(state: number): string {
  return STATE_WORDS[state] ?? '';
}

/** "3 written again, 13 arrived": the most urgent first. */
export function countsText(counts: readonly number[]): string {
  const order = [
    PAGE_STATE.writtenAgain,
    PAGE_STATE.heldBack,
    PAGE_STATE.toSend,
    PAGE_STATE.arrived,
    PAGE_STATE.atHome,
  ];
  return order
    .filter((state) => (counts[state] ?? 0) > 0)
    .map((state) => say(WORDS.count, { n: counts[state] ?? 0, state: stateWord(state) }))
    .join(', ');
}
