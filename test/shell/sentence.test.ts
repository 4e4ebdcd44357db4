import { describe, expect, it } from 'vitest';
import { SCALAR, SCALAR_COUNT } from '../../src/protocol/frame.ts';
import type { History, MigrationRecord, Phase, PhaseName, Run } from '../../src/protocol/model.ts';
import { page } from '../../src/store/page.ts';
import { GLOSSARY } from '../../src/views/shared/glossary.ts';
import { parseTemplate, plainText } from '../../src/views/shared/template.ts';
import { type Sentence, sentenceOf, templateOf } from '../../src/views/shell/sentence/sentence.ts';
import { SENTENCES } from '../../src/views/shell/sentence/templates-en.ts';
import { ALONE, CALM } from '../dom/history-fields.ts';
import { sampleRun } from '../store/sample-run.ts';

const stopped: Run = { ...sampleRun, commands: [{ atMs: 18_000, command: { kind: 'stop-node', node: 1 } }] };

const move: MigrationRecord = {
  id: 0,
  vm: 0,
  from: 0,
  to: 1,
  strategy: 'working-set-pre-copy',
  startUs: 18_130_000,
  suspendUs: null,
  endUs: null,
  outcome: 'running',
  totalPages: 65_536,
  heldPages: 1024,
  pagesSent: 0,
  bytesSent: 0,
  heldWritten: 0,
  dirtiedDistinct: 0,
  rounds: [],
};

const done: MigrationRecord = { ...move, suspendUs: 21_229_000, endUs: 21_282_000, outcome: 'completed' };

function historyOf(phases: [number, PhaseName, number][], migrations: MigrationRecord[] = []): History {
  const vm = (id: number, node: number): History['vms'][number] => ({
    id,
    name: `x${id}`,
    os: 'Ubuntu',
    role: '',
    memoryPages: 65_536,
    node,
    state: 'running',
    belief: { state: 'stopped', node: 0 },
    ...ALONE,
    responseMs: null,
  });
  return {
    revision: 1,
    phases: [[0, 'steady', 0] as const, ...phases].map(
      ([of, name, startMs]): Phase => ({ vm: of, name, startUs: startMs * 1000, endUs: null }),
    ),
    migrations,
    events: [],
    vms: [vm(0, migrations[0]?.outcome === 'completed' ? 1 : 0), vm(1, 0)],
    nodes: [],
    ...CALM,
  };
}

function tell(
  run: Run,
  history: History,
  atMs: number,
  numbers: Partial<Record<keyof typeof SCALAR, number>> = {},
): Sentence {
  const scalars = new Float64Array(SCALAR_COUNT).fill(Number.NaN);
  scalars[SCALAR.timeUs] = atMs * 1000;
  scalars[SCALAR.meanPingMs] = 0.25;
  for (const [name, value] of Object.entries(numbers)) scalars[SCALAR[name as keyof typeof SCALAR]] = value;
  return sentenceOf({ run, history, scalars, pings: null });
}

function words({ code, slots }: Sentence): string {
  return plainText(templateOf(code), slots).replaceAll('\u00a0', ' ');
}

describe('the sentence', () => {
  it('invites to stop the node while nothing was stopped', () => {
    expect(words(tell(sampleRun, historyOf([]), 5000))).toBe(
      'x0 runs on node 1 and answers 100 pings a second in 0.25 ms. Stop node 1 and watch its memory move.',
    );
  });

  it('invites to nothing that a link has locked', () => {
    const free = page.refusal;
    page.refusal = (lock) => (lock === 'failures' ? 'locked' : null);
    try {
      expect(words(tell(sampleRun, historyOf([]), 5000))).toBe(
        'x0 runs on node 1 and answers 100 pings a second in 0.25 ms.',
      );
    } finally {
      page.refusal = free;
    }
  });

  it('announces a scripted stop', () => {
    expect(words(tell(stopped, historyOf([]), 5000))).toContain('Node 1 will be stopped at 18.0 s.');
  });

  it('tells the lie of the paper’s script', () => {
    expect(words(tell(stopped, historyOf([[0, 'stop-notice', 18_000]]), 18_010))).toBe(
      'Node 1 is told to stop. Its stop script says “x0 is stopped”, and Heartbeat believes it; in truth x0 still runs.',
    );
  });

  it('counts the pages of round 1 in the picture’s colours', () => {
    const sentence = tell(stopped, historyOf([[0, 'round-1', 18_130]], [move]), 20_100, {
      pagesArrived: 31_340,
      pagesWrittenAgain: 409,
      pagesHeldBack: 1024,
      meanPingMs: 1.003,
    });
    expect(words(sentence)).toBe(
      'Round 1. 31,340 pages of x0 are on node 2, 409 were written again, 1,024 hot pages wait. The stream at 700 Mb/s makes pings take 1.00 ms.',
    );
    const roles = parseTemplate(templateOf(sentence.code)).flatMap((token) =>
      token.kind === 'slot' && token.role !== 'plain' ? [`${token.slot} ${token.role}`] : [],
    );
    expect(roles).toEqual(['arrived arrived', 'again written', 'held held', 'mean strong']);
  });

  it.each([
    [
      'round-1',
      18_130,
      [move],
      /^Round 1\. Page after page of x0 goes to node 2/,
      /makes pings take 1\.00 ms/,
    ],
    [
      'recover',
      21_282,
      [done],
      /so pings will take longer for a while/,
      /so pings take 1\.00 ms for a while/,
    ],
  ] as const)(
    'begins %s without a number, until there are some pings to take the mean of',
    (name, atMs, moves, first, later) => {
      const history = historyOf([[0, name, atMs]], [...moves]);
      const begins = words(tell(stopped, history, atMs, { meanPingMs: Number.NaN }));
      expect(begins).toMatch(first);
      expect(begins).not.toContain('–');
      expect(words(tell(stopped, history, atMs + 150, { meanPingMs: 1 }))).toMatch(later);
    },
  );

  it('names the downtime while it lasts, and when it is over', () => {
    const copying = tell(stopped, historyOf([[0, 'stop-and-copy', 21_229]], [move]), 21_240, {
      pagesLeft: 9,
      pausedForUs: 11_000,
    });
    expect(words(copying)).toContain('stands still: 9 dirty pages');
    expect(words(copying)).toContain('Downtime so far 11.0 ms');
    expect(words(tell(stopped, historyOf([[0, 'recover', 21_282]], [done]), 21_400))).toContain(
      'x0 runs on node 2 after 53.0 ms of downtime',
    );
    expect(words(tell(stopped, historyOf([[0, 'recover', 21_282]], [done]), 29_000))).toContain(
      'It moved in 3.15 s with 53.0 ms of downtime.',
    );
  });

  it('stays with x0 for a second after its move, then turns to the one that follows', () => {
    const history = historyOf(
      [
        [0, 'recover', 21_282],
        [1, 'round-1', 21_362],
      ],
      [done, { ...move, id: 1, vm: 1, to: 2 }],
    );
    expect(words(tell(stopped, history, 21_500))).toMatch(/^x0 runs on node 2/);
    expect(words(tell(stopped, history, 22_500, { round: 1, pagesArrived: 7, pagesTotal: 65_536 }))).toBe(
      'x1 follows, round 1: 7 of its 65,536 pages are on node 3. x0 answers from node 2 in 0.25 ms.',
    );
  });

  it('does not blame the stream of another VM for the pings of x0', () => {
    const told = (name: PhaseName, numbers = {}) =>
      words(tell(stopped, historyOf([[1, name, 18_130]], [{ ...move, vm: 1 }]), 20_100, numbers));
    const counts = { pagesArrived: 7, pagesWrittenAgain: 2, pagesHeldBack: 0, pausedForUs: 31_000 };
    expect(told('round-1', counts)).toBe(
      'Round 1. 7 pages of x1 are on node 2, 2 were written again since. x0 answers from node 1 in 0.25 ms.',
    );
    expect(told('activate', counts)).toContain('It has stood still for 31.0 ms');
    expect(told('reserve')).toContain('x0 answers from node 1 in 0.25 ms.');
  });

  it('names no pace that the link cannot keep', () => {
    const { scenario } = stopped;
    const narrow = { ...scenario, network: { ...scenario.network, linkMbps: 100 } };
    const history = historyOf([[0, 'round-1', 18_130]], [move]);
    const told = words(tell({ ...stopped, scenario: narrow }, history, 19_000, { pagesHeldBack: 0 }));
    expect(told).toContain('The unpaced stream makes pings take');
  });

  it('speaks of all pages where the strategy sends all of them while the VM stands still', () => {
    const { scenario } = stopped;
    const still = { ...scenario, migration: { ...scenario.migration, strategy: 'stop-and-copy' } };
    const history = historyOf([[0, 'stop-and-copy', 18_130]], [move]);
    const told = words(
      tell({ ...stopped, scenario: still }, history, 19_000, { pagesLeft: 40_000, pausedForUs: 1e6 }),
    );
    expect(told).toContain('40,000 pages and its processor’s state are left');
    expect(told).not.toContain('dirty');
  });

  it('has a number or a name for every slot of every phase it can be in', () => {
    const phases: PhaseName[] = [
      'steady',
      'stop-notice',
      'waiting',
      'reserve',
      'predict',
      'round-1',
      'round-2',
      'round-7',
    ];
    const late: PhaseName[] = ['stop-and-copy', 'activate', 'recover', 'shutdown', 'boot'];
    for (const failover of ['paper-script', 'stock-migrating', 'stock-rebooting'] as const) {
      const run = { ...stopped, scenario: { ...stopped.scenario, failover } };
      for (const name of [...phases, ...late]) {
        const { code, slots } = tell(
          run,
          historyOf([[0, name, 18_000]], [name === 'recover' ? done : move]),
          18_010,
        );
        for (const token of parseTemplate(templateOf(code))) {
          if (token.kind === 'slot' || token.kind === 'scrub')
            expect(slots, `${name}: ${code}`).toHaveProperty(token.slot);
        }
      }
    }
  });
});

describe('the glossary', () => {
  it('explains every term of every sentence', () => {
    for (const template of Object.values(SENTENCES)) {
      for (const token of parseTemplate(template)) {
        if (token.kind === 'term') expect(GLOSSARY, token.term).toHaveProperty([token.term]);
      }
    }
  });

  it('needs at most 30 words a term', () => {
    for (const [term, meaning] of Object.entries(GLOSSARY)) {
      expect(meaning.split(/\s+/).length, term).toBeLessThanOrEqual(30);
    }
  });
});
