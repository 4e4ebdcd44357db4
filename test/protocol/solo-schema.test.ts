import { describe, expect, test } from 'vitest';
import { defaultSolo } from '../../src/engine/simulation/solo-spec.ts';
import { parseSolo } from '../../src/protocol/solo-schema.ts';

const problemOf = (json: unknown): string => {
  const parsed = parseSolo(json, defaultSolo);
  return 'problem' in parsed ? parsed.problem : 'no problem';
};

describe('a migration file', () => {
  test('needs nothing but its version', () => {
    expect(parseSolo({ version: 1 }, defaultSolo)).toEqual({ spec: defaultSolo });
  });

  test('is laid over the defaults field by field', () => {
    const parsed = parseSolo(
      {
        version: 1,
        seed: 9,
        vm: { nonZeroMiB: 64, workload: { pattern: 'zipf' } },
        strategy: { stopRule: { kind: 'qemu' } },
      },
      defaultSolo,
    );
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect(parsed.spec).toEqual({
      ...defaultSolo,
      seed: 9,
      vm: { ...defaultSolo.vm, nonZeroMiB: 64, workload: { ...defaultSolo.vm.workload, pattern: 'zipf' } },
      strategy: { ...defaultSolo.strategy, stopRule: { ...defaultSolo.strategy.stopRule, kind: 'qemu' } },
    });
  });

  test('may take a pace or a filling away with null', () => {
    const parsed = parseSolo({ version: 1, strategy: { maxBandwidthBytesPerSecond: null } }, defaultSolo);
    expect('spec' in parsed && parsed.spec.strategy.maxBandwidthBytesPerSecond).toBeNull();
  });

  /** The example of the design, whole. */
  test('takes every field the design names', () => {
    const example = {
      version: 1,
      seed: 1,
      vm: {
        memoryMiB: 256,
        pageBytes: 4096,
        romKiB: 520,
        workload: {
          pattern: 'uniform',
          hotSetMiB: 16,
          hotStartMiB: 32,
          writesPerSecond: 8000,
          tickMs: 1,
          wordsPerWrite: 16,
        },
      },
      link: { bandwidthBytesPerSecond: 2_800_000_000, latencyMs: 0.05, lossRate: 0 },
      destination: { freshPageBytesPerSecond: 900_000_000 },
      strategy: {
        kind: 'pre-copy',
        maxBandwidthBytesPerSecond: 64_000_000,
        windowMs: 100,
        stopRule: { kind: 'qemu', downtimeLimitMs: 300 },
      },
      giveUpAfterMs: 60_000,
    };
    expect(problemOf(example)).toBe('no problem');
  });

  test.each<[unknown, RegExp]>([
    [[], /^A migration is a JSON object such as \{"version": 1\}; this is something else\.$/],
    ['x', /^A migration is a JSON object/],
    [{}, /"?version"?/],
    [{ version: 2 }, /"?version"?.*2/],
    [{ version: 1, vms: {} }, /"vms" is not a known field; allowed here: version, seed, vm, link/],
    [
      { version: 1, vm: { memoryMB: 3 } },
      /^"vm\.memoryMB" is not a known field; allowed here: memoryMiB, pageBytes/,
    ],
    [{ version: 1, link: { latencyMs: 'fast' } }, /"?link\.latencyMs"? .*fast.*number/],
    [
      { version: 1, vm: { workload: { pattern: 'random' } } },
      /random.*uniform.*zipf.*hot-cold.*sequential.*trace/,
    ],
    [{ version: 1, strategy: { hold: 'never' } }, /never.*round-1.*until-stop/],
  ])('%j is refused in one sentence', (json, sentence) => {
    expect(problemOf(json)).toMatch(sentence);
    expect(problemOf(json)).toMatch(/^[^\n]+\.$/);
  });
});
