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

  menuMissing: 'The menu could not be loaded; check the connection and open it again.',
  menuOf: 'What can happen to {name}',
  menuInPast: 'The picture stands in the past, at {at:us}: this starts a branch.',
  things: {
    'heartbeat-lan': 'the heartbeat LAN',
    'data-lan': 'the data LAN',
    storage: 'the storage',
    packet: 'the next ping',
  },
  stopHow: '{name}: {mode}',
  ofNode: '{node}: {name}',
  ask: '{name} …',
  amountNow: '{text} Now: {value} {unit}.',
  amountRange: '{min:count} to {max:count} {unit}',
  amountWrong: '{label} must be a number from {min:count} to {max:count} {unit}; nothing was changed.',
  amountSet: 'Set',
  amountHeal: 'No harm',
  amountBack: 'Back',

  online: 'online',
  draining: 'draining',
  drainingSince: 'draining since {at:us}',
  receiving: 'receiving',
  movesTo: 'moves to {node}',
  standsStill: 'paused, moves to {node}',
  nextInLine: 'next in line',
  inLine: 'number {place:count} in line',
  movesToShort: '→ {n}',
  nextShort: 'next',
  ordinals: ['1st', '2nd', '3rd'],
  ordinal: '{place}th',
  stopped: 'stopped',
  crashed: 'off',
  frozen: 'hangs',
  starting: 'starting',
  stopBroken: 'stop script broken',
  stopRepeated: 'stop failed {times:count}×',
  heartbeatPulled: 'heartbeat cable pulled',
  dataPulled: 'data cable pulled',
  shotAt: 'is switched off by {by} in {seconds} s',

  peers: 'What {node} hears of the others',
  peerHeard: '{peer} heard {seconds} s ago',
  peerSilent: '{peer} silent {seconds} s',
  peerLate: '{peer} late, dead in {left} s',
  peerExpected: '{peer} not heard yet, dead in {left} s',
  peerDead: '{peer} dead',
  holdsDead: 'holds {list} for dead',
  peersLikewise: '{first}; {n:count} more likewise',
  holdsAllDead: 'holds all others for dead',
  peerLeft: '{peer} has left',
  shot: 'switches {peer} off in {seconds} s',
  shotAgain: 'switches {peer} off in {seconds} s, attempt {attempt}',

  believes: 'Heartbeat believes',
  xenRuns: 'Xen runs',
  disagree: 'The two disagree.',
  nodeBelieves: 'believes {list}',
  ownerOf: '{vm} on {node}',
  ownerSelf: '{vm} here',
  andMore: '{list} and {n:count} more',
  and: '{list} and {last}',
  comma: '{list}, {next}',
  truthTwice: '{vm} on {node} and {other}',
  lost: 'memory lost',
  isOff: 'is off',
  boots: 'boots',
  bootsTwice: 'boots a second time',
  runsTwice: 'runs twice',
  runsHereToo: 'runs here too',
  waitsForDisk: 'waits for its disk',
  hangs: 'hangs with its host',

  splitTitle: 'Split brain:',
  splitOne: '{places}: both write one disk image and know nothing of each other.',
  splitMany: '{places}: each pair writes one disk image and knows nothing of the other.',
  splitPlaces: '{vm} runs on {node} and {other}',
  splitCrowd: '{vms} run twice, each on two nodes',
  splitBlocks: '{blocks:count} blocks may be overwritten',
  splitOver: '{vms} runs twice no longer, but',
  splitOverMany: '{vms} run twice no longer, but',
  splitBroken: '{blocks:count} blocks of its disk stay broken',
  splitBrokenMany: '{blocks:count} blocks of their disks stay broken',
  whyFencing: 'Why fencing exists',

  beliefStarted: '{vm} on {node}',
  beliefStopped: '{vm} stopped',
  beliefStarting: '{vm} starting on {node}',
  beliefDisputed: '{vm} on {list}',
  or: '{a} or {b}',
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
  lostMemory: 'the memory of {vm} is lost',
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
  portHalted: '{vm} stands still: no reply leaves',
  portCut: '{node} is cut off: nothing leaves',
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
  storageDown: 'has stopped',
  storageDownDetail: 'Every guest waits for its disk.',
  storageSlow: 'slower by a factor of {factor}',
  nobodyRuns: 'nobody runs {list}',
  lanTrouble: 'data LAN {list}',
  lanLoss: 'loses {share:share}',
  lanSpeed: 'runs at {mbps:mbps}',
  bootsHere: '{vm} boots here',
  bootsHereDetail: 'from its disk; what its memory held is lost',
  runsHereTooTitle: '{vm} runs here too',
  runsHereTooDetail: 'with a memory of its own, on the same disk',
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

/** "x0", "x0 and x1", "x0, x1 and x2" */
export function listText(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  const rest = parts.slice(0, -1);
  if (rest.length === 0) return last;
  const list = rest.reduce((text, next) => say(WORDS.comma, { list: text, next }));
  return say(WORDS.and, { list, last });
}
