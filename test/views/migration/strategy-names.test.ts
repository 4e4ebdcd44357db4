import { describe, expect, it } from 'vitest';
import { defaultSolo } from '../../../src/engine/simulation/solo-spec.ts';
import {
  changeTo,
  choiceOf,
  fullStrategyName,
  strategyChoices,
  strategyName,
} from '../../../src/views/migration/strategy-names.ts';
import { catalogue } from './catalogue.ts';

const base = defaultSolo.strategy;

describe('the choices of a strategy', () => {
  it('are all of them, once for each stop rule where there is one to choose', () => {
    const choices = strategyChoices(catalogue);
    const labels = choices.map(({ label }) => label);
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
    expect(new Set(choices.map(({ kind }) => kind)).size).toBe(catalogue.strategies.length);
    expect(labels).toEqual(expect.arrayContaining(['Stop and copy', 'Pre-copy · QEMU’s rule', 'Hybrid']));
    expect(labels.filter((label) => label.startsWith('Pre-copy ·'))).toHaveLength(3);
  });

  it('are found again by the strategy they make', () => {
    for (const choice of strategyChoices(catalogue)) {
      expect(choiceOf({ ...base, ...changeTo(choice, base) }, catalogue)).toEqual(choice);
    }
  });

  it('keep the downtime limit', () => {
    const now = { ...base, stopRule: { kind: 'qemu', downtimeLimitMs: 77 } };
    for (const choice of strategyChoices(catalogue)) {
      expect({ ...now, ...changeTo(choice, now) }.stopRule.downtimeLimitMs).toBe(77);
    }
  });
});

describe('the name of a strategy', () => {
  it('tells sides apart that differ by an option', () => {
    const qemu = { ...base, kind: 'pre-copy', stopRule: { kind: 'qemu', downtimeLimitMs: 300 } };
    expect(strategyName(qemu, catalogue)).toBe('Pre-copy · QEMU’s rule');
    expect(fullStrategyName({ ...qemu, autoConverge: true, xbzrleCacheMiB: 64 }, catalogue)).toBe(
      'Pre-copy · QEMU’s rule, auto-converge, XBZRLE',
    );
    expect(fullStrategyName({ ...qemu, kind: 'working-set-pre-copy', predictor: 'oracle' }, catalogue)).toBe(
      'Working-set pre-copy · QEMU’s rule, Oracle',
    );
  });

  it('leaves out options the strategy does not have', () => {
    expect(fullStrategyName({ ...base, kind: 'stop-and-copy', autoConverge: true }, catalogue)).toBe(
      'Stop and copy',
    );
  });
});
