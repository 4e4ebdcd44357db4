/** What the panel "Explained" says, in English. */
import type { FlowName } from '../../../../layout/explain/flows.ts';
import type { PingSpan } from '../../../../layout/explain/ping-spans.ts';

export const WORDS = {
  title: 'Explained: round trips and CPU',
  tabs: 'What is explained',
  trips: 'Round trips',
  cpu: 'CPU',
  scrolls: '{label}, scrollable',
  nothing: 'Nothing has been recorded yet. Play for a moment, then look here again.',
  until: 'As far as this run was reached: {at}.',
} as const;

export const PING = {
  heading: 'One ping, part by part',
  previous: 'Previous ping',
  next: 'Next ping',
  slowest: 'Slowest',
  which: 'ping {number}, sent at {sent}',
  lost: 'This ping got no answer: nobody who answers was there, or the packet was lost on its way.',
  bar: '{parts}; {total} in all',
  total: '= {ms}',
  parts: ['wire', 'hypervisor', 'queue', 'tail', 'noise'],
  why: [
    'cable and switch, both ways',
    'two passes through Xen and Dom0',
    'behind the stream in the source’s port',
    'cold disk cache after a move',
    'normal, from the run’s seed',
  ],
} as const;

export const QUEUE = {
  heading: 'The queue on {from}’s port',
  now: 'a batch is leaving now',
  idle: 'drawn as it stands while a batch leaves',
  picture:
    'The window of {window} under way: {onWire} are on the wire, {queue} stand in the port, and the ping’s reply waits {wait} behind them.',
  parts: 'In the port stand {queue}, {packets} packets; {onWire} are on the wire.',
  window: 'window W: {bytes} not acknowledged yet',
  wait: 'the reply waits {ms} for all of them (drawn 1 for {per})',
  none: 'The wire holds the whole window: nothing queues, and a reply waits for nobody.',
  several:
    'Several guests move at once, and each stream keeps such a window under way: {queue} of theirs stand in the port now. The sums below are those of one stream.',
  sums: 'The sums, with this run’s numbers',
  measured: 'Mean of the pings sent while the stream ran: {mean}.',
  fitted: 'W, t_b and R are fitted to the paper’s table; the mechanism is not.',
} as const;

export const HISTOGRAM = {
  heading: 'All pings, by how long they took',
  span: 'Which pings',
  all: 'All so far',
  during: 'While the stream ran',
  scale: 'How counts are drawn',
  linear: 'Linear',
  log: 'Logarithmic',
  axis: 'round trip, ms',
  counts: 'pings',
  gap: 'in a gap',
  free: 'nothing before it',
  behind: 'behind a batch',
  mean: 'mean {ms}',
  says: 'Of {answered} answered pings {near} lie within {half} of the mean, {mean}.',
  nobody: 'The mean is where nobody is: a ping meets a batch, or it does not.',
  lost: '{lost} got no answer and are counted apart.',
  picture: 'Histogram of {answered} round trips; most lie near {modes}; the mean is {mean}.',
  and: ' and ',
  none: 'No ping was answered in this span.',
} as const;

export const SPANS = {
  heading: 'Means by span, beside the paper',
  span: 'Span',
  pings: 'Pings',
  lost: 'Lost',
  mean: 'Mean',
  paper: 'Paper prints',
  error: 'Error',
  ahead: 'not reached yet',
  names: {
    before: 'before the stop',
    during: 'while the stream runs',
    after: 'just after (100 ms)',
    recovered: 'recovered (last 100)',
  } satisfies Record<PingSpan['name'], string>,
} as const;

export const MODEL = {
  heading: 'Another model: one server, packets at random',
  choice: 'Model',
  window: 'Window (the run’s)',
  station: 'Station (alternative)',
  windowSays:
    'RTT = RTT₀ + ρ · D_q. A batch keeps a queue of fixed length, a gap keeps none: a straight line in ρ.',
  stationSays:
    'RTT = RTT₀ + S · ρ / (1 − ρ). M/M/1: packets come at random to one server. Alternative, not used for the run.',
  service: 'Service time S',
  packet: 'S of one packet, {ms}',
  fitted: 'S fitted, {ms}',
  axis: 'ρ: share of the time the stream leaves the port',
  rtt: 'mean round trip, ms',
  paper: 'paper',
  run: 'this run',
  point: 'At ρ',
  endless: 'without end',
  verdict: {
    packet:
      'With one packet’s time the curve stays flat until the link is nearly full: it cannot explain 1.0 ms.',
    fitted:
      'S fitted to the printed 1.0 ms: the curve goes through that point, but a full link would mean a wait without end, and the paper measured 1.3 ms.',
    window: 'The straight line passes by all three printed points with one set of numbers.',
  },
  picture: 'Mean round trip against ρ: {lines}, with the three values the paper prints.',
} as const;

export const FLOWS = {
  heading: 'Bytes by flow, as NetFlow would count them',
  flow: 'Flow',
  rate: 'Last second',
  total: 'So far',
  share: 'Share',
  course: 'Each second',
  note: 'Bytes on the wire, headers and gaps included. What has no size in the simulation is given one, and marked.',
  picture: '{name}: {rate} a second at most',
  names: {
    stream: 'migration stream',
    pings: 'pings and replies',
    disk: 'disk over iSCSI',
    http: 'HTTP requests',
    heartbeat: 'heartbeats',
  } satisfies Record<FlowName, string>,
  where: {
    stream: 'node to node, data LAN',
    pings: 'storage machine and {vm}, data LAN',
    disk: 'storage to the VM that moved, data LAN',
    http: 'clients and servers, data LAN',
    heartbeat: 'every node to all, a LAN of its own',
  } satisfies Record<FlowName, string>,
  known: {
    stream: 'counted; pages × 1,538 / 1,448',
    pings: 'counted; 122 B each way assumed',
    disk: 'assumed: ρ(t) of the link after a move',
    http: 'the rate is set; 2,000 B each assumed',
    heartbeat: 'counted; 266 B each assumed',
  } satisfies Record<FlowName, string>,
} as const;

export const CPU = {
  heading: 'Who the hosts work for',
  charge: 'Charge Dom0’s work to the VM that causes it',
  chargeNote: 'The idea of XenMon and ShareGuard: who causes the work pays for it.',
  requests: 'hypervisor, for requests',
  moving: 'Dom0, for moves',
  picture: '{node}: {parts}; {total} in all at {at}',
  idle: 'idle',
  atNow: 'At {at}',
  assumed:
    'Guests’ own shares and Dom0’s cores per Gb/s are assumed; Apache’s 41 % and 44 % are the paper’s.',
  caps: 'A cap that bites',
  capRule:
    'A capped VM does everything more slowly by what it lacks: references, writes, answers. A capped Dom0 moves fewer pages a second, and the last copy takes longer. Simple rules, assumed.',
  dom0Bites: 'Dom0 may move {can}, the stream wants {wants}: the cap bites.',
  dom0Free: 'Dom0 may move {can}, the stream wants {wants}: this cap does not bite.',
  dom0None: 'Dom0 has no cap: the stream gets the {wants} it wants.',
  vmBites: '{vm} wants {wants} and gets {cap}: it goes on at {speed} of its speed.',
  effect: 'What it changed',
  figure: 'Figure',
  here: 'This run',
  before: 'The run before',
  rows: {
    stream: 'Stream of {vm}',
    pause: 'Pause of {vm}',
    mean: 'Mean round trip meanwhile',
    dom0: 'Most of Dom0 in 100 ms',
    response: 'Answer of {vm}',
  },
  noBefore: 'Change a cap or the layers: the run before is kept beside this one, and its figures stand here.',
  layers: 'Layers of the hosts',
  layersNote: 'Cost of one switch of layers, for {vm} with {rate} requests a second and {mb} MB in use.',
  layer: 'Layers',
  stack: 'What runs on what',
  load: 'CPU',
  answer: 'Answer',
  use: 'Use',
  using: 'this run',
  noServer: 'No guest answers requests in this run, so no layer’s cost shows.',
  dash: '–',
} as const;
