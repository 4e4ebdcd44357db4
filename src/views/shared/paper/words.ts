/** What is said of paper A's tables, on the Evidence page and beside a run. Templates with slots. */
import type { PaperQuantity, PaperRowName } from '../../../protocol/requests.ts';

export const WORDS = {
  printed: 'printed',
  simulated: 'simulated',
  error: 'error',
  memory: 'Memory in use',
  response: 'Response time, ms',
  cpu: 'Host CPU, %',
  rtt: 'Round trip, ms',
  span: 'Pings sent',
  percent: '{value} %',
  none: '–',
  beyond: 'beyond the tolerance',
  beyondTold: ', beyond the tolerance',
  captions: {
    1: 'Table 1: in a virtual machine',
    2: 'Table 2: on a physical machine',
    3: 'Table 3: controlled stop, the paper’s script',
    4: 'Table 4: controlled stop, stock Heartbeat that migrates',
  },
  tolerance: 'Tolerances: response time 9 %, CPU 1 percentage point, round trip 5 %.',
  allWithin: 'All {count} printed values are met. {tolerance}',
  soFar: '{count} of {all} printed values reached so far, all met. {tolerance}',
  notYet: 'No printed value is reached yet. {tolerance}',
  someBeyond: '{beyond} of the {count} values reached so far are beyond their tolerance. {tolerance}',
  notes: 'As printed, as resolved; fitted and assumed',
} as const;

export const ROWS: Readonly<Record<PaperRowName, string>> = {
  '10': '10 MB',
  '20': '20 MB',
  '30': '30 MB',
  '40': '40 MB',
  '50': '50 MB',
  before: 'before the stop',
  during: 'while it moves (18–21 s)',
  after: 'just after: first 100 ms',
  recovered: 'recovered: last 100',
};

/** Digits after the point, printed and simulated alike. */
export const DIGITS: Readonly<Record<PaperQuantity, number>> = { responseMs: 3, cpuPercent: 1, rttMs: 3 };

interface Note {
  readonly head: string;
  readonly text: string;
}

/** What the paper prints, how it is read here, and which numbers are chosen. */
export const MEMORY_NOTES: readonly Note[] = [
  {
    head: 'As printed',
    text: 'From x0, httperf calls http://192.168.1.2/increase_mem five times, then decreas_mem; each call is 10 MB. One caption reads “Table 4” where Table 1 is meant. The 44 % against 41 % are put down to the authors’ script.',
  },
  {
    head: 'As resolved',
    text: 'Five calls that end at 50 MB begin at nothing. 44 % belongs to virtual machines (Table 1), 41 % to machines without a hypervisor (Table 2); the 3 points are the hypervisor’s work. The script gets no credit for them.',
  },
  {
    head: 'Mechanism',
    text: 'Response T(M) = t₀ + h in a VM + k·M². CPU = 41 % + requests a second × CPU time of one. Table 2 is the same work without h and without the hypervisor’s CPU.',
  },
  {
    head: 'Fitted',
    text: 't₀ = 18.7 µs, h = 21.1 µs and k = 3.58·10⁻⁵ ms/MB², to the ten printed times: three numbers for ten values.',
  },
  {
    head: 'Assumed',
    text: '100 requests a second and 0.30 ms of CPU for each; only their product, the 3 points, follows from the paper. The 41 % of the matrix job is taken over as printed: meeting it proves nothing.',
  },
];

export const RTT_NOTES: readonly Note[] = [
  {
    head: 'As printed',
    text: 'ping -c 3000 -I 0.01 x0; the migration lies between 18 and 21 s at 1 ms, then 0.5 ms that settles to 0.25 ms. Of Table 4 only the 1.3 ms is told.',
  },
  {
    head: 'As resolved',
    text: '-i is meant: a ping each 10 ms. A stock Heartbeat shuts the guest down and boots it elsewhere, so that nobody would answer; the 1.3 ms is read as a stock Heartbeat that migrates without a pace.',
  },
  {
    head: 'Read where',
    text: 'While it moves: pings sent from the first page of round 1 to the pause. Just after: sent in the first 100 ms after activation. Lost pings are no zeros. A mean is shown when its span is over.',
  },
  {
    head: 'Fitted',
    text: 'Pace of the script 700 Mb/s and 256 MiB of memory: together they give the 1.0 ms and the 3 s, so these two prove nothing by themselves. After the move, 0.247 of the queue, dying away with 2 s. Noise 0.036 ms.',
  },
  {
    head: 'Assumed',
    text: 'TCP window 131,071 bytes, 0.10 ms on the wire, 0.15 ms through Xen and Dom0. They were chosen once, for both tables; the 1.3 ms follows from them.',
  },
];
