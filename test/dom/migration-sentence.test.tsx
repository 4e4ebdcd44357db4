import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOVE_WIDTH } from '../../src/base/columns.ts';
import type { SoloSpec, SoloStrategy } from '../../src/protocol/migration/model.ts';
import type { MoveSide } from '../../src/protocol/migration/requests.ts';
import { MoveSentence } from '../../src/views/migration/sentence/MoveSentence.tsx';
import { type Situation, situationOf } from '../../src/views/migration/sentence/situation.ts';
import { SENTENCES } from '../../src/views/migration/sentence/words.ts';
import { type ShownSide, shownSides } from '../../src/views/migration/shown.ts';
import { GLOSSARY } from '../../src/views/shared/glossary.ts';
import { parseTemplate, plainText } from '../../src/views/shared/template.ts';
import { catalogue } from '../views/migration/catalogue.ts';
import { moveStory, smallSpec } from './migration-state.ts';

type Change = Partial<Omit<SoloSpec, 'strategy'>> & { readonly strategy?: Partial<SoloStrategy> };

const specOf = ({ strategy, ...rest }: Change): SoloSpec => ({
  ...smallSpec,
  ...rest,
  strategy: { ...smallSpec.strategy, ...strategy },
});
const storyOf = (change: Change) => moveStory({ spec: specOf(change), against: null });

const busy = { ...smallSpec.vm, workload: { ...smallSpec.vm.workload, writesPerSecond: 40_000 } };
const qemu = { kind: 'qemu', downtimeLimitMs: 5 } as const;
const deaths = { destinationDiesAtMs: null, sourceDiesAtMs: null };
const down = { ...smallSpec.link, outages: [{ fromMs: 50, toMs: 120 }] };

const stories = {
  'pre-copy': storyOf({}),
  busy: storyOf({ vm: busy, strategy: { stopRule: qemu, windowMs: 10 }, giveUpAfterMs: 800 }),
  throttled: storyOf({
    vm: { ...busy, workload: { ...busy.workload, hotSetMiB: 2 } },
    strategy: { stopRule: qemu, windowMs: 10, autoConverge: true },
    giveUpAfterMs: 5000,
  }),
  'held back': storyOf({ strategy: { kind: 'working-set-pre-copy', predictor: 'lru', workingSetPages: 64 } }),
  'stop-and-copy': storyOf({ strategy: { kind: 'stop-and-copy' } }),
  'post-copy': storyOf({ strategy: { kind: 'post-copy' } }),
  hybrid: storyOf({ vm: busy, strategy: { kind: 'hybrid', windowMs: 10, stopRule: qemu } }),
  'link down': storyOf({ link: down }),
  'link down, paused': storyOf({ link: down, strategy: { kind: 'stop-and-copy' } }),
  'link down, post-copy': storyOf({
    link: { ...down, outages: [{ fromMs: 5, toMs: 60 }] },
    strategy: { kind: 'post-copy' },
  }),
  'destination dies': storyOf({ faults: { ...deaths, destinationDiesAtMs: 100 } }),
  'source dies': storyOf({ faults: { ...deaths, sourceDiesAtMs: 100 } }),
} as const;
type Name = keyof typeof stories;

function shownAt(name: Name, ms: number): ShownSide {
  const [shown] = shownSides(stories[name].stateAt(ms, { catalogue })) ?? [];
  if (shown === undefined) throw new Error('There is no side.');
  return shown;
}

const situationAt = (name: Name, ms: number): Situation =>
  situationOf({ ...shownAt(name, ms), predictor: 'LRU' });

const textOf = ({ code, slots }: Situation, length: 'short' | 'long' = 'long'): string =>
  plainText(SENTENCES[code][length].replace('{round}', slots.round ?? ''), slots).replaceAll('\u00a0', ' ');

const codesOf = (name: Name): Set<string> =>
  new Set(
    Array.from({ length: 800 }, (_, i) => situationAt(name, stories[name].endMs * ((i + 1) / 800)).code),
  );

describe('the words', () => {
  test('every term has a meaning of at most 30 words', () => {
    for (const { short, long } of Object.values(SENTENCES)) {
      for (const token of [...parseTemplate(short), ...parseTemplate(long)]) {
        if (token.kind === 'term') expect(GLOSSARY).toHaveProperty([token.term]);
      }
    }
    for (const meaning of Object.values(GLOSSARY))
      expect(meaning.split(/\s+/).length).toBeLessThanOrEqual(30);
  });

  test('two sides share two lines: short ones have at most 100 letters', () => {
    for (const name of Object.keys(stories) as Name[]) {
      for (let i = 0; i <= 200; i += 1) {
        const situation = situationAt(name, (stories[name].endMs * i) / 200);
        expect(textOf(situation, 'short').length, textOf(situation, 'short')).toBeLessThanOrEqual(100);
      }
    }
  });

  test('no place is left empty, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(stories) as Name[])),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (name, share) => {
          const situation = situationAt(name, stories[name].endMs * share);
          const texts = [textOf(situation), textOf(situation, 'short')];
          for (const text of texts) expect(text).not.toMatch(/[{}[\]|]|NaN|undefined|Infinity/);
        },
      ),
      { seed: 41, numRuns: 400 },
    );
  });
});

/** The same side as if it had never gone on: what comes later is left out or wrong. */
function without(shown: ShownSide): ShownSide {
  const { side, track, atMs } = shown;
  const reached = (ms: number | null) => (ms !== null && ms <= atMs ? ms : null);
  const over = atMs >= side.endMs;
  const paused = reached(side.suspendedMs) !== null;
  // A counter between two rows is taken on the straight line to the next one, which is therefore kept.
  let rows = 1;
  while (rows < track.rows && (track.table[(rows - 1) * MOVE_WIDTH] ?? 0) <= atMs) rows += 1;
  const changed: MoveSide = {
    ...side,
    endMs: over ? side.endMs : Number.MAX_VALUE,
    suspendedMs: reached(side.suspendedMs),
    resumedMs: reached(side.resumedMs),
    turns: side.turns.filter(({ ms }) => ms <= atMs),
    result: over
      ? side.result
      : {
          ...side.result,
          outcome: 'completed',
          lost: null,
          totalTimeMs: 0,
          downtimeMs: 0,
          stopReason: paused ? side.result.stopReason : null,
        },
  };
  return { ...shown, side: changed, track: { ...track, rows } };
}

describe('what is happening', () => {
  test('nothing later than the moment plays a part', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(stories) as Name[])),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (name, share) => {
          const shown = shownAt(name, stories[name].endMs * share);
          const told = situationOf({ ...shown, predictor: 'LRU' });
          expect(situationOf({ ...without(shown), predictor: 'LRU' })).toEqual(told);
        },
      ),
      { seed: 42, numRuns: 400 },
    );
  });

  test.each([
    ['pre-copy', ['first', 'later', 'last-copy', 'completed']],
    ['busy', ['first', 'growing', 'not-converged']],
    ['throttled', ['first', 'throttled']],
    ['held back', ['first-held', 'joining', 'completed']],
    ['stop-and-copy', ['whole-copy', 'completed']],
    ['post-copy', ['switch-over', 'post-copy-bubble', 'post-copy-waits', 'completed-stalls']],
    ['hybrid', ['first', 'switch-over', 'post-copy', 'completed-stalls']],
    ['link down', ['down-live', 'completed']],
    ['link down, paused', ['down-paused', 'completed']],
    ['link down, post-copy', ['down-post', 'down-post-waits', 'completed-stalls']],
    ['destination dies', ['first', 'aborted']],
    ['source dies', ['first', 'lost']],
  ] as const)('%s tells its phases', (name, codes) => {
    const told = codesOf(name);
    for (const code of codes) expect([...told].join(' '), name).toContain(code);
  });

  test('before the start nothing has happened, under any strategy', () => {
    for (const name of Object.keys(stories) as Name[]) expect(situationAt(name, 0).code).toMatch(/^before/);
    for (const name of ['stop-and-copy', 'post-copy'] as const) {
      expect(situationAt(name, 0).code).toBe('before-paused');
    }
  });

  test('a death at the very first moment is told there', () => {
    const story = storyOf({ faults: { ...deaths, sourceDiesAtMs: 0 } });
    const [shown] = shownSides(story.stateAt(0, { catalogue })) ?? [];
    if (shown === undefined) throw new Error('There is no side.');
    expect(situationOf({ ...shown, predictor: 'LRU' }).code).toBe('lost');
  });

  test('a lost VM is told with the engine’s own sentence', () => {
    const { sides, endMs } = stories['source dies'];
    expect(textOf(situationAt('source dies', endMs))).toContain(sides[0]?.result.lost?.sentence);
  });

  test('an acknowledgement is awaited when everything is across', () => {
    const { sides } = stories['pre-copy'];
    const { code } = situationAt('pre-copy', (sides[0]?.resumedMs ?? 0) - 0.04);
    expect(code).toBe('acknowledge');
  });
});

describe('the sentence on screen', () => {
  test('one side has the long sentence, in the picture’s colours, and the clock', () => {
    stories['pre-copy'].show(100, { catalogue });
    render(<MoveSentence />);
    expect(screen.getByRole('heading').textContent).toMatch(
      /^Round 1: [\d,]+ of 1,152 pages are at the destination; [\d,]+ of them were written again since and must go twice\.$/,
    );
    expect(screen.getByText('0.100')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'written again' })).toBeInTheDocument();
  });

  test('two sides have a short one each', () => {
    const both = moveStory();
    both.show(100, { catalogue });
    render(<MoveSentence />);
    const [a, b] = screen.getAllByRole('heading');
    expect(a).toHaveTextContent(/^ARound 1: [\d,]+ of 1,152 pages are there/);
    expect(b).toHaveTextContent(/^BAt the destination/);
  });
});
