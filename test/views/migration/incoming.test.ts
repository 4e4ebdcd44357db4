import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultMove, readyMoves } from '../../../src/engine/experiments/moves.ts';
import { defaultSolo } from '../../../src/engine/simulation/solo-spec.ts';
import { looksLikeLog, readIncoming } from '../../../src/views/migration/incoming.ts';
import { catalogue } from './catalogue.ts';

const read = (text: string) => readIncoming('file.json', text, catalogue);
const sentence = (text: string) => {
  const incoming = read(text);
  return incoming.kind === 'problem' ? incoming.text : '';
};

describe('a text that came in', () => {
  it('is a migration, filled up with what the command line would take', () => {
    expect(read('{"version": 1, "vm": {"memoryMiB": 64}}')).toEqual({
      kind: 'move',
      lab: { spec: { ...defaultSolo, vm: { ...defaultSolo.vm, memoryMiB: 64 } }, against: null },
    });
  });

  it('may name a second strategy', () => {
    const incoming = read('{"version": 1, "strategy": {"windowMs": 50}, "against": {"kind": "post-copy"}}');
    expect(incoming.kind === 'move' && incoming.lab.against).toEqual({
      ...defaultSolo.strategy,
      windowMs: 50,
      kind: 'post-copy',
    });
  });

  it.each([...readyMoves, { kind: 'default', lab: defaultMove }])(
    '$kind comes back as it was shared',
    ({ lab }) => {
      const shared = JSON.stringify({ ...lab.spec, against: lab.against }, null, 2);
      expect(read(shared)).toEqual({ kind: 'move', lab });
    },
  );

  it('is refused with one sentence that names the file and what is wrong', () => {
    expect(sentence('')).toMatch(/^file\.json is empty/);
    expect(sentence('milk\nbutter')).toMatch(
      /^file\.json is no migration: it is not JSON; what is on screen/,
    );
    expect(sentence('{"version": 1,\n"seed": 3,,\n"vm": 4}')).toMatch(/it stops being JSON in line 2;/);
    expect(sentence('[1, 2]')).toMatch(/^file\.json cannot be opened: it holds no migration/);
    expect(sentence('{"version": 1, "vm": {"memory": 3}}')).toMatch(/^file\.json cannot be opened: .*memory/);
    expect(sentence('{"version": 1, "vm": {"memoryMiB": "big"}}')).toMatch(/memoryMiB/);
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['move', 'log', 'problem']).toContain(read(text).kind);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('a log of query-migrate', () => {
  const answer = { status: 'active', ram: { transferred: 1, remaining: 2 } };

  it.each([
    ['bare answers', answer],
    ['as QMP returns them', { return: answer }],
  ])('is told from a migration: %s', (_name, line) => {
    const text = `${JSON.stringify({ QMP: {} })}\nnot json\n${JSON.stringify(line)}\n`;
    expect(read(text)).toEqual({ kind: 'log' });
  });

  it('may be one answer, spread over lines', () => {
    expect(looksLikeLog(JSON.stringify({ return: answer }, null, 2))).toBe(true);
  });

  it('is no migration and no other JSON', () => {
    expect(looksLikeLog(JSON.stringify(defaultSolo))).toBe(false);
    expect(looksLikeLog('{"status": "active"}\n{"ram": 4}')).toBe(false);
  });
});
