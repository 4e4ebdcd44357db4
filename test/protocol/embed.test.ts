import { test as property } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatSearch,
  frameText,
  LOCKS,
  PANELS,
  type PageWish,
  PLAIN,
  panelsOf,
  readSearch,
  THEMES,
  withoutMoment,
} from '../../src/protocol/embed.ts';
import { WORKSPACES } from '../../src/protocol/link.ts';

const SEED = 6;

const workspaces = fc.constantFrom(...WORKSPACES);
const wishes = workspaces.chain((workspace) =>
  fc.record({
    workspace: fc.constant(workspace),
    wish: fc.record({
      panel: fc.constantFrom(null, ...panelsOf(workspace).map(({ name }) => name)),
      controls: fc.boolean(),
      theme: fc.constantFrom(...THEMES),
      play: fc.boolean(),
      locks: fc.subarray(LOCKS.map(({ name }) => name)),
    }),
  }),
);

describe('the search part of the address', () => {
  property.prop([wishes], { seed: SEED })('is read as it was written', ({ workspace, wish }) => {
    // Without a panel there is nothing that could have controls.
    const written: PageWish = wish.panel === null ? { ...wish, controls: true } : wish;
    expect(readSearch(formatSearch(wish), workspace)).toEqual({ ...written, problem: null });
  });

  property.prop([fc.string(), workspaces], { seed: SEED })('is never thrown over', (search, workspace) => {
    const { problem, ...wish } = readSearch(search, workspace);
    expect(problem === null || problem.length > 20).toBe(true);
    expect(formatSearch(wish).length).toBeLessThan(200);
  });

  test('asks for nothing when it is empty or somebody else’s', () => {
    expect(readSearch('', 'failover')).toEqual({ ...PLAIN, problem: null });
    expect(readSearch('?utm_source=course&fbclid=x', 'trees')).toEqual({ ...PLAIN, problem: null });
    expect(formatSearch(PLAIN)).toBe('');
  });

  test('may come with its commas encoded', () => {
    expect(readSearch('?lock=pace%2Cshare', 'failover').locks).toEqual(['pace', 'share']);
  });

  test('an unknown panel shows the whole and is named, with those there are', () => {
    const { panel, problem } = readSearch('?embed=picture', 'failover');
    expect(panel).toBeNull();
    expect(problem).toBe(
      'The failover workspace has no panel "picture" to embed; the whole is shown (there are stage, timeline, sentence, tree, all).',
    );
    expect(readSearch('?embed=picture', 'trees').panel).toBe('picture');
  });

  test('an unknown lock or theme is told; what is known counts', () => {
    expect(readSearch('?lock=doors,pace', 'failover')).toMatchObject({
      locks: ['pace'],
      problem: 'This link locks "doors", which cannot be locked; the rest of it counts.',
    });
    expect(readSearch('?theme=sepia&play=1', 'failover')).toMatchObject({ theme: 'auto', play: true });
  });

  test('every workspace can be embedded, and no panel is there twice', () => {
    for (const workspace of WORKSPACES) expect(panelsOf(workspace).at(-1)?.name).toBe('all');
    const names = PANELS.map(({ workspace, name }) => `${workspace} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('a hash without its moment begins at the start', () => {
  expect(withoutMoment('#/failover?v=1&run=abc&t=12.5')).toBe('#/failover?v=1&run=abc');
  expect(withoutMoment('#/trees?at=3.1')).toBe('#/trees');
  expect(withoutMoment('#/migration?t=5&view=all')).toBe('#/migration?view=all');
  expect(withoutMoment('#/evidence')).toBe('#/evidence');
});

test('an iframe’s text holds no sign that would end its attributes', () => {
  const text = frameText({
    address: 'https://a.example/?embed=stage&controls=0#/failover?run="><script>',
    title: 'Tom & "Jerry" <b>',
    width: 640,
    height: 400,
  });
  expect(text).toBe(
    '<iframe src="https://a.example/?embed=stage&#38;controls=0#/failover?run=&#34;&#62;&#60;script&#62;" title="Tom &#38; &#34;Jerry&#34; &#60;b&#62;" width="640" height="400" style="max-width:100%;border:0" loading="lazy" allow="fullscreen"></iframe>',
  );
});
