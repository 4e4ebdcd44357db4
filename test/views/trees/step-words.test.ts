import { describe, expect, it } from 'vitest';
import type { LabSpec } from '../../../src/protocol/trees/model.ts';
import type { TreeMoment } from '../../../src/protocol/trees/moment.ts';
import { GLOSSARY } from '../../../src/views/shared/glossary.ts';
import { parseTemplate, plainText } from '../../../src/views/shared/template.ts';
import { besideLines, sectionName, sharesStep, shownLine } from '../../../src/views/trees/code/code-lines.ts';
import { OPERANDS, REASONS } from '../../../src/views/trees/code/words.ts';
import { sentenceText, treeSentence } from '../../../src/views/trees/sentence/sentence.ts';
import { SENTENCES, STEP_SENTENCES } from '../../../src/views/trees/sentence/words.ts';
import { STEP_CODES, stepSituation } from '../../../src/views/trees/step-situation.ts';
import { catalogue, codeOf, entryOf, everyMoment, smallLab } from './every-step.ts';

const kinds = catalogue.trees.map(({ kind }) => kind);

function ruleOf(kind: string) {
  return { single: !entryOf(kind).code.some(({ tag }) => tag?.startsWith('zig-') ?? false) };
}

function tell(
  moment: TreeMoment,
  kind: string,
  change: { hidden?: boolean; rushing?: boolean } = {},
): string {
  const { name } = entryOf(kind);
  return sentenceText(
    treeSentence({
      moment,
      kind: name,
      rule: ruleOf(kind),
      opening: null,
      hidden: false,
      rushing: false,
      ...change,
    }),
  );
}

/** Runs of digits, gaps and marks nobody filled. */
const UNFILLED = /[{}[\]|–]|undefined|NaN|…/;

function labsOf(kind: string): LabSpec[] {
  const empty = smallLab(kind, { start: 'empty' });
  const chain = smallLab(kind, { start: 'chain:12' });
  const more: Record<string, Record<string, number>[]> = {
    'lazy-counting': [{ mirror: 0 }, { decayEvery: 9 }, { threshold: 1 }],
    cbtree: [{ epsilon: 0.05 }],
  };
  const variants = (more[kind] ?? []).map((parameters) =>
    smallLab(kind, { start: 'chain:12', tree: { kind, parameters } }),
  );
  return [smallLab(kind), empty, chain, ...variants];
}

describe('the words of every step', () => {
  it.each(kinds)('tell each step of %s in full, as sentence, formula and reason', (kind) => {
    for (const spec of labsOf(kind)) {
      for (const moment of everyMoment(spec)) {
        expect(tell(moment, kind)).not.toMatch(UNFILLED);
        const situation = stepSituation(moment, ruleOf(kind));
        if (situation === null) continue;
        for (const table of [STEP_SENTENCES, OPERANDS, REASONS])
          expect(plainText(table[situation.code], situation.slots)).not.toMatch(UNFILLED);
      }
    }
  });

  it('are all needed by some tree', () => {
    const met = new Set<string>();
    for (const kind of kinds) {
      for (const spec of labsOf(kind))
        for (const moment of everyMoment(spec)) met.add(stepSituation(moment, ruleOf(kind))?.code ?? '');
    }
    const seldom = ['zig-zig-half-unseen', 'zig-zag-counts-even'];
    expect(STEP_CODES.filter((code) => !met.has(code) && !seldom.includes(code))).toEqual([]);
  });

  it('name only terms that have a definition of at most 30 words', () => {
    const templates = [STEP_SENTENCES, SENTENCES, OPERANDS, REASONS].flatMap((table) => Object.values(table));
    for (const token of templates.flatMap(parseTemplate)) {
      if (token.kind !== 'term') continue;
      expect(GLOSSARY, token.term).toHaveProperty([token.term]);
      expect(GLOSSARY[token.term]?.split(/\s+/).length).toBeLessThanOrEqual(30);
    }
  });
});

/** The first moment with such a decision. */
function firstDecision(kind: string, verdict: string, spec = smallLab(kind)): TreeMoment {
  for (const moment of everyMoment(spec)) if (moment.current?.tag === verdict) return moment;
  throw new Error(`No ${verdict} in this lab.`);
}

describe('the sentence', () => {
  const zigZag = { ...firstDecision('lazy-counting', 'zig-zag') };

  it('says who rises and why, as the picture of the paper does', () => {
    const weighing = {
      case: 'zig-zag',
      parentKey: 413,
      childKey: 409,
      innerKey: 411,
      risingKey: 411,
      counts: {
        inner: 14,
        outer: 17,
        sibling: 12,
        parentSelf: 3,
        parentOther: 9,
        childSelf: 6,
        childFar: 11,
      },
      potential: null,
    } as const;
    const moment: TreeMoment = {
      ...zigZag,
      command: { operation: 'find', key: 409, typed: false },
      current: { ...(zigZag.current as NonNullable<TreeMoment['current']>), key: 409, weighing },
    };
    expect(tell(moment, 'lazy-counting')).toBe(
      'Zig-zag. Key 409 was asked for, but 411 rises: its subtree was asked for 14 times, the parent and everything beyond it only 12.',
    );
    const situation = stepSituation(moment, ruleOf('lazy-counting'));
    expect(plainText(OPERANDS['zig-zag-counts'], situation?.slots ?? {})).toBe(
      'inner 14 ≥ sibling 3 + 9 = 12 → zig-zag',
    );
  });

  it('tells each tree in its own way', () => {
    const splay = smallLab('splay', {
      start: 'chain:5',
      typed: [],
      stream: { kind: 'list', parameters: {}, length: 1, keys: 5, list: [0] },
    });
    const semi = { ...splay, tree: { kind: 'semi-splay', parameters: {} } };
    const single = { ...splay, tree: { kind: 'move-to-root', parameters: {} } };
    expect(tell(firstDecision('splay', 'zig-zig', splay), 'splay')).toBe(
      'Zig-zig. 0 is a left child of a left child: first 1 rises over 2, then 0 over 1.',
    );
    expect(tell(firstDecision('semi-splay', 'zig-zig', semi), 'semi-splay')).toBe(
      'Zig-zig, half done on purpose. 0 is a left child of a left child: only 1 rises, over 2.',
    );
    expect(tell(firstDecision('move-to-root', 'zig', single), 'move-to-root')).toBe(
      'Zig. 0 rises over its parent 1, one edge at a time.',
    );
  });

  it('ends an operation with what came of it, and the run with its means', () => {
    const ends = [...everyMoment(smallLab('balanced'))].filter(({ step, steps }) => step === steps);
    expect(ends.map((moment) => tell(moment, 'balanced')).slice(0, 2)).toEqual([
      '99 is not in the tree, as 4 nodes showed; no rotation.',
      expect.stringMatching(/^\d+ found after \d nodes?; no rotation\.$/),
    ]);
    expect(tell(ends.at(-1) as TreeMoment, 'balanced')).toMatch(
      /That was the last of 67 operations: on average \d\.\d\d nodes visited and 0\.00 rotations each\.$/,
    );
  });

  it('gives nothing away while a question is open', () => {
    const said = new Set<string>();
    for (const moment of everyMoment(smallLab('splay')))
      if (moment.operation === 3) said.add(tell(moment, 'splay', { hidden: true }));
    expect([...said]).toHaveLength(1);
    expect([...said][0]).toMatch(/^Access \d+\. What will the tree do\?/);
  });

  it('announces decisions and ends only', () => {
    for (const moment of everyMoment(smallLab('splay'))) {
      const { announced } = treeSentence({
        moment,
        kind: 'Splay tree',
        rule: ruleOf('splay'),
        opening: null,
        hidden: false,
        rushing: false,
      });
      const { current, step, steps } = moment;
      if (current !== null) expect(announced).toBe(current.kind === 'decide' || step === steps);
    }
  });

  it('says what to do in an empty lab', () => {
    const nothing = { ...smallLab('splay', { start: 'empty', typed: [] }) };
    const [moment] = everyMoment({ ...nothing, stream: { ...nothing.stream, length: 0 } });
    expect(tell(moment as TreeMoment, 'splay')).toMatch(/^The tree is empty/);
  });
});

describe('the listing', () => {
  it.each(kinds)('has a shown line for every step of %s, whatever is collapsed', (kind) => {
    const code = codeOf(smallLab(kind));
    for (const { current } of everyMoment(smallLab(kind))) {
      if (current === null || current.kind === 'decay') continue;
      for (const detail of [0, 1, 2] as const) {
        const shown = shownLine(code, current.line, detail);
        expect(shown).toBeGreaterThanOrEqual(0);
        expect(code[shown]?.level).toBeLessThanOrEqual(detail);
      }
      expect(shownLine(code, current.line, 2)).toBe(current.line);
    }
  });

  it.each([
    [{}, '≥ threshold', false],
    [{ strict: 1 }, '> threshold', false],
    [{ decayEvery: 4 }, '≥ threshold', true],
  ])('is the rule under the settings %o', (parameters, depth, fades) => {
    const texts = codeOf(smallLab('lazy-counting', { tree: { kind: 'lazy-counting', parameters } })).map(
      ({ text }) => text,
    );
    expect(texts.filter((text) => text.includes('threshold'))).toEqual([expect.stringContaining(depth)]);
    expect(texts.some((text) => text.includes('decayEvery'))).toBe(fades);
  });

  it.each([1, 0])('counts where the tree counts: countFirst %i', (countFirst) => {
    const lab = smallLab('lazy-counting', { tree: { kind: 'lazy-counting', parameters: { countFirst } } });
    const code = codeOf(lab);
    const place = (text: string) => code.findIndex((line) => line.text.includes(text));
    expect(place('node.self += 1') < place('rebalance every pair')).toBe(countFirst === 1);
    for (const { current } of everyMoment(lab)) {
      if (current?.kind === 'count' && current.amount > 0)
        expect(code[current.line]?.text).toContain('node.self += 1');
    }
  });

  it('as printed, says why a right child is left alone', () => {
    const lab = smallLab('lazy-counting', { tree: { kind: 'lazy-counting', parameters: { mirror: 0 } } });
    const code = codeOf(lab);
    const shown = new Set<string>();
    for (const { current } of everyMoment(lab)) {
      if (current?.kind !== 'decide' || current.weighing?.case !== 'none') continue;
      const right = current.weighing.childKey > current.weighing.parentKey;
      const text = code[current.line]?.text ?? '';
      expect(text.startsWith('if node is a right child')).toBe(right);
      shown.add(text);
    }
    expect(shown.size).toBe(2);
  });

  it('names the function a line stands in', () => {
    const code = codeOf(smallLab('semi-splay'));
    const line = code.findIndex(({ tag }) => tag === 'zig-zig');
    expect(sectionName(code, line)).toBe('Semi splay');
    expect(sectionName(code, -1)).toBeNull();
  });

  it('marks the lines one step does together', () => {
    const code = codeOf(smallLab('splay'));
    const line = code.findIndex(({ tag }) => tag === 'rotate:zig');
    const together = code.flatMap((_, i) => (sharesStep(code, i, line) ? [i] : []));
    expect(together.map((i) => code[i]?.text)).toEqual([
      'rotate node over parent',
      'parent.near = node.far',
      'node.far = parent',
      'node hangs where parent hung',
    ]);
  });

  it('puts the numbers of a counting decision beside their lines', () => {
    const code = codeOf(smallLab('lazy-counting'));
    const { current } = firstDecision('lazy-counting', 'zig-zag');
    if (current?.weighing?.counts == null) throw new Error('A counting tree weighs counts.');
    const beside = besideLines(code, current, 0);
    const { inner, outer, sibling } = current.weighing.counts;
    expect([...beside].map(([i, text]) => [code[i]?.text, text])).toEqual([
      [expect.stringMatching(/^outer =/), `= ${outer}`],
      [expect.stringMatching(/^inner =/), `= ${inner}`],
      [expect.stringMatching(/^sibling =/), `= ${sibling}`],
      [expect.stringMatching(/zig-zag$/), `${inner} ≥ ${sibling}`],
    ]);
  });
});
