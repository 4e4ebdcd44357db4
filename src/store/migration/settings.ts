/** Single settings of a lab, by path, and its strategies. */
import { isRecord } from '../../protocol/merge.ts';
import type { MoveLab, SoloSpec, SoloStrategy } from '../../protocol/migration/model.ts';
import type { MigrationCatalogue } from '../../protocol/migration/requests.ts';
import { parseSolo } from '../../protocol/solo-schema.ts';
import { currentLab, type Slice } from './core.ts';
import { change } from './labs.ts';
import { text } from './messages.ts';

type Value = number | string | boolean | null;

/** The rule it was published with; others may be chosen. */
const RULE_OF: Readonly<Record<string, string>> = { 'adaptive-pre-copy': 'xen' };

export const settingActions: Slice<'setParameter' | 'setStrategy' | 'swapSides' | 'file'> = (core) => {
  const { store } = core;
  const changeTo = (lab: MoveLab) => change(core, lab, true);
  return {
    setParameter: (path, value) => {
      const lab = currentLab(core);
      if (lab === null) return Promise.resolve(text('not-ready'));
      const ofB = /^against\.(.+)$/.exec(path)?.[1];
      if (ofB !== undefined) {
        if (lab.against === null) return Promise.resolve(text('no-such-setting', { path }));
        const other = withSetting({ ...lab.spec, strategy: lab.against }, `strategy.${ofB}`, value);
        return 'problem' in other
          ? Promise.resolve(other.problem)
          : changeTo({ ...lab, against: other.spec.strategy });
      }
      const changed = withSetting(lab.spec, path, value);
      return 'problem' in changed
        ? Promise.resolve(changed.problem)
        : changeTo({ ...lab, spec: changed.spec });
    },
    setStrategy: (side, part) => {
      const lab = currentLab(core);
      const { catalogue } = store.getState();
      if (lab === null || catalogue === null) return Promise.resolve(text('not-ready'));
      const { spec, against } = lab;
      if (part === null) return side === 0 ? swapTo(lab) : changeTo({ ...lab, against: null });
      const base = side === 0 ? spec.strategy : (against ?? spec.strategy);
      const strategy = withStrategy(base, part, catalogue);
      return changeTo(side === 0 ? { ...lab, spec: { ...spec, strategy } } : { ...lab, against: strategy });
    },
    swapSides: () => {
      const lab = currentLab(core);
      if (lab === null) return Promise.resolve(text('not-ready'));
      const { spec, against } = lab;
      if (against === null) return Promise.resolve(text('no-side-b'));
      return changeTo({ spec: { ...spec, strategy: against }, against: spec.strategy });
    },
    file: (side) => {
      const { lab } = store.getState();
      if (lab === null) return null;
      if (side === 0) return lab.spec;
      return lab.against === null ? null : { ...lab.spec, strategy: lab.against };
    },
  };

  /** Without A, B stands alone. */
  function swapTo({ spec, against }: MoveLab): Promise<string | null> {
    if (against === null) return Promise.resolve(text('no-side-b'));
    return changeTo({ spec: { ...spec, strategy: against }, against: null });
  }
};

/** A registered kind ("strategy.stopRule") is set by its name; the rest of it stays. */
function withSetting(spec: SoloSpec, path: string, value: Value): { spec: SoloSpec } | { problem: string } {
  const changed = setAt(spec, path.split('.'), value);
  if (changed === undefined) return { problem: text('no-such-setting', { path }) };
  return parseSolo(changed, spec);
}

function setAt(whole: unknown, [field, ...rest]: string[], value: Value): unknown {
  if (field === undefined) return isRecord(whole) && 'kind' in whole ? { ...whole, kind: value } : value;
  if (!isRecord(whole) || !(field in whole)) return undefined;
  const inner = setAt(whole[field], rest, value);
  return inner === undefined ? undefined : { ...whole, [field]: inner };
}

/** Another strategy keeps pace, window and stop rule of the one before; options it has no use for are switched off. */
function withStrategy(
  base: SoloStrategy,
  part: Partial<SoloStrategy>,
  { strategies }: Pick<MigrationCatalogue, 'strategies'>,
): SoloStrategy {
  const kind = part.kind ?? base.kind;
  const own = strategies.find((entry) => entry.kind === kind)?.parameters.map(({ path }) => path) ?? [];
  const has = (path: keyof SoloStrategy): boolean => own.includes(path);
  const rule = part.stopRule?.kind ?? (kind === base.kind ? undefined : RULE_OF[kind]) ?? base.stopRule.kind;
  return {
    ...base,
    autoConverge: base.autoConverge && has('autoConverge'),
    xbzrleCacheMiB: has('xbzrleCacheMiB') ? base.xbzrleCacheMiB : null,
    selfBallooning: base.selfBallooning && has('selfBallooning'),
    ...part,
    stopRule: { ...base.stopRule, ...part.stopRule, kind: rule },
  };
}
