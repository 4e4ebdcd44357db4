import { describe, expect, it } from 'vitest';
import { defaultMove } from '../../../src/engine/experiments/moves.ts';
import { soloProblem } from '../../../src/engine/simulation/solo-check.ts';
import { defaultSolo, type SoloSpec, type SoloStrategy } from '../../../src/engine/simulation/solo-spec.ts';
import {
  canBeOff,
  fromShown,
  onValue,
  shownInfo,
  strategyParameters,
  toShown,
  valueAt,
  withLabels,
  withValue,
} from '../../../src/views/migration/panels/spec-fields.ts';
import { workloadPaths } from '../../../src/views/migration/panels/workload-fields.ts';
import { workloadMeaning } from '../../../src/views/migration/panels/workload-meaning.ts';
import { catalogue } from './catalogue.ts';

const strategy = (part: Partial<SoloStrategy>): SoloStrategy => ({ ...defaultSolo.strategy, ...part });
const paths = (part: Partial<SoloStrategy>) =>
  strategyParameters(strategy(part), catalogue).map(({ path }) => path);
const workload = (part: Partial<SoloSpec['vm']['workload']>): SoloSpec => ({
  ...defaultMove.spec,
  vm: { ...defaultMove.spec.vm, workload: { ...defaultMove.spec.vm.workload, ...part } },
});

describe('the settings of a strategy', () => {
  it('all stand in the lab, so that each can be shown and changed', () => {
    for (const { kind } of catalogue.strategies) {
      for (const rule of catalogue.stopRules) {
        for (const predictor of catalogue.predictors) {
          const own = strategy({
            kind,
            predictor: predictor.kind,
            autoConverge: true,
            stopRule: { kind: rule.kind, downtimeLimitMs: 300 },
          });
          const lab = { spec: { ...defaultMove.spec, strategy: own }, against: null };
          for (const { path } of strategyParameters(own, catalogue)) {
            expect(valueAt(lab, `spec.strategy.${path}`), path).not.toBeUndefined();
          }
        }
      }
    }
  });

  it('are those of its own stop rule', () => {
    expect(paths({ kind: 'pre-copy', stopRule: { kind: 'qemu', downtimeLimitMs: 1 } })).toContain(
      'stopRule.downtimeLimitMs',
    );
    expect(paths({ kind: 'pre-copy', stopRule: { kind: 'xen', downtimeLimitMs: 1 } })).not.toContain(
      'stopRule.downtimeLimitMs',
    );
  });

  it('are those of its own predictor', () => {
    const predicting = { kind: 'working-set-pre-copy' };
    expect(paths({ ...predicting, predictor: 'lru-k' })).toEqual(
      expect.arrayContaining(['lruK', 'correlatedReferences', 'workingSetPages', 'hold']),
    );
    expect(paths({ ...predicting, predictor: 'lru-k' })).not.toContain('lrfuLambda');
    expect(paths({ ...predicting, predictor: 'none' })).not.toContain('workingSetPages');
  });

  it('show the throttle only while it is used', () => {
    expect(paths({ kind: 'pre-copy', autoConverge: false })).not.toContain('throttleInitialPercent');
    expect(paths({ kind: 'pre-copy', autoConverge: true })).toContain('throttleInitialPercent');
  });
});

describe('a field', () => {
  const all = [...catalogue.parameters, ...catalogue.strategies.flatMap(({ parameters }) => parameters)];

  it('shows rates in MB/s and gives back what it showed', () => {
    const rates = all.filter(({ unit }) => unit === 'B/s');
    expect(rates.length).toBeGreaterThan(3);
    for (const info of rates) {
      expect(shownInfo(info).unit).toBe('MB/s');
      for (const value of [1000, 12_500_000, 2_800_000_000, 123_456_789]) {
        expect(fromShown(info, toShown(info, value))).toBe(value);
      }
    }
  });

  it('that can be off turns on to a value that can be run', () => {
    for (const info of catalogue.parameters.filter(canBeOff)) {
      const lab = withValue(defaultMove, `spec.${info.path}`, onValue(info, defaultMove, 1234.5678));
      expect(soloProblem(lab.spec), info.path).toBeNull();
    }
    for (const { kind, parameters } of catalogue.strategies) {
      for (const info of parameters.filter(canBeOff)) {
        const spec = { ...defaultMove.spec, strategy: strategy({ kind }) };
        const lab = withValue(
          { spec, against: null },
          `spec.strategy.${info.path}`,
          onValue(info, defaultMove, 0),
        );
        expect(soloProblem(lab.spec), info.path).toBeNull();
      }
    }
  });

  it('speaks of labels where the engine speaks of paths', () => {
    const wrong = workload({ hotSetMiB: 9999 });
    const said = withLabels(soloProblem(wrong) ?? '', catalogue);
    expect(said).toBe('“Hot set” is 9999; it must lie between 0 and 256.');
    expect(withLabels('strategy.stopRule.downtimeLimitMs is 0.', catalogue)).toBe('“Downtime limit” is 0.');
  });
});

describe('a workload', () => {
  const PATTERNS = ['uniform', 'zipf', 'hot-cold', 'sequential', 'phases', 'matrix', 'trace'] as const;

  it.each(PATTERNS)('%s has settings that exist', (pattern) => {
    const known = catalogue.parameters.map(({ path }) => path);
    expect(known).toEqual(expect.arrayContaining([...workloadPaths(pattern)]));
  });

  it('has those of its own pattern only', () => {
    expect(workloadPaths('zipf')).toContain('vm.workload.exponent');
    expect(workloadPaths('uniform')).not.toContain('vm.workload.exponent');
    expect(workloadPaths('trace')).not.toContain('vm.workload.hotSetMiB');
  });

  it('says what it comes to', () => {
    expect(workloadMeaning(workload({ pattern: 'uniform', hotSetMiB: 16, writesPerSecond: 8192 }))).toBe(
      'The guest writes 8,192 times a second, spread evenly over 4,096 pages (16 MiB): each of them about 2 times a second. If every write met another page that would be 33.6 MB/s; the link carries 125.0 MB/s.',
    );
    expect(
      workloadMeaning(
        workload({
          pattern: 'hot-cold',
          hotSetMiB: 100,
          hotFraction: 0.9,
          hotShare: 0.1,
          writesPerSecond: 2560,
        }),
      ),
    ).toMatch(
      /^90 % of 2,560 writes a second go to 2,560 hot pages \(10 MiB\), each written about once in 1\.1 s/,
    );
    expect(workloadMeaning(workload({ writesPerSecond: 0 }))).toBe(
      'The guest writes nothing: one round moves it.',
    );
  });

  it.each(PATTERNS)('%s leaves no slot empty', (pattern) => {
    expect(workloadMeaning(workload({ pattern, coldSetMiB: 4, coldFraction: 0.1 }))).not.toMatch(
      /[{}]|NaN|–/,
    );
  });
});
