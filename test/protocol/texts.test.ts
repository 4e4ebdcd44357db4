import { describe, expect, test } from 'vitest';
import { CAUSES, EVENTS, PHASES } from '../../src/protocol/messages-en.ts';
import { causeText, eventText, format, phaseName } from '../../src/protocol/texts.ts';

describe('a template', () => {
  test('prints numbers as its kinds say and names as they come', () => {
    const text = format(
      '{to:Node}: {pages:count} pages, {left:us}, {ms:ms}, {part:share}, {mib:mib} for {vm}',
      {
        to: 2,
        pages: 65_536,
        left: 18_350_000,
        ms: 1.2244,
        part: 0.247,
        mib: 256,
        vm: 'x0',
      },
    );
    expect(text).toBe('Node 2: 65,536 pages, 18.35 s, 1.22 ms, 25 %, 256 MiB for x0');
  });

  test('leaves words that are ready alone', () => {
    expect(format('{node:Node}, {at:us}', { node: 'node 3', at: '18.0 s' })).toBe('Node 3, 18.0 s');
  });

  test('fails in tests when a slot is missing, and shows the slot to people', () => {
    expect(() => format('to {node}', {})).toThrow('lacks its slot node');
    expect(format('to {node}', {}, false)).toBe('to {node}');
  });
});

describe('events', () => {
  test('have a variant where nobody predicts', () => {
    const slots = { vm: 'x0', pages: 0, predictor: 'none' };
    expect(eventText({ code: 'predicted', slots })).toMatch(/^Nobody predicts/);
    expect(eventText({ code: 'predicted', slots: { ...slots, pages: 1024, predictor: 'lru' } })).toBe(
      '1,024 pages of x0 look hot to the list of recently used pages (LRU) and are held back.',
    );
  });

  test('give the reason of a stop with its operands', () => {
    const slots = { vm: 'x0', rule: 'few-pages', moved: 31, limit: 50 };
    expect(eventText({ code: 'stop-rule', slots })).toBe(
      'No further round for x0: the round moved only 31 pages, fewer than 50.',
    );
    expect(() => eventText({ code: 'stop-rule', slots: { ...slots, rule: 'whim' } })).toThrow(
      'stop rule whim',
    );
  });

  test('without words are seen by tests, and shown by their code to people', () => {
    expect(() => eventText({ code: 'comet', slots: {} })).toThrow('no text for comet');
    expect(eventText({ code: 'comet', slots: {} }, false)).toBe('comet');
  });
});

describe('causes', () => {
  test('say what and how', () => {
    expect(causeText({ code: 'why.round', slots: { round: 1, vm: 'x0', pages: 64_512 } })).toEqual({
      title: 'Round 1 of x0 had 64,512 pages to send',
      detail: 'The first round sends all memory, except the pages held back as hot.',
    });
    expect(causeText({ code: 'round', slots: { round: 2, vm: 'x0', pages: 1500 } }).detail).toMatch(/stale/);
  });

  test('all have both a title and a detail, and no text is glued or broken', () => {
    const titles = Object.keys(CAUSES).filter((key) => /\.title/.test(key));
    for (const key of titles) expect(CAUSES).toHaveProperty([key.replace('.title', '.detail')]);
    for (const text of [...Object.values(EVENTS), ...Object.values(CAUSES)]) {
      expect(text).not.toMatch(/\{[^}]*$|\{\}|undefined/);
      expect(text.length).toBeLessThan(260);
    }
  });
});

test('every phase has a name', () => {
  expect(phaseName('round-12')).toBe('round 12');
  expect(phaseName('stop-and-copy')).toBe('stop and copy');
  expect(() => phaseName('siesta')).toThrow('no name');
  expect(Object.keys(PHASES)).toHaveLength(14);
});
