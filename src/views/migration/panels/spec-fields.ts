/** Settings as their fields show them: which can be off, which stand in a handier unit, and which a strategy has just now. */
import type { ParameterInfo } from '../../../base/parameter.ts';
import type { MoveLab, SoloStrategy } from '../../../protocol/migration/model.ts';
import type { MigrationCatalogue } from '../../../protocol/migration/requests.ts';
import { format } from '../../../protocol/texts.ts';
import { readPath, writePath } from '../../../store/paths.ts';
import { SETUP } from './words.ts';

export type Value = number | string | boolean | null;

const BYTES_PER_MB = 1e6;

/** A number that is off by default: the default then is words, such as "the wire’s". */
export function canBeOff({ kind, default: preset }: ParameterInfo): boolean {
  return kind === 'number' && typeof preset === 'string';
}

/** Rates are told in MB/s, as on the wire; the spec has bytes a second. */
export function shownInfo(info: ParameterInfo): ParameterInfo {
  if (info.unit !== 'B/s') return info;
  const { min, max, default: preset } = info;
  return {
    ...info,
    unit: 'MB/s',
    ...(min === undefined ? {} : { min: min / BYTES_PER_MB }),
    ...(max === undefined ? {} : { max: max / BYTES_PER_MB }),
    default: typeof preset === 'number' ? preset / BYTES_PER_MB : preset,
  };
}

export function toShown({ unit }: ParameterInfo, value: Value): Value {
  return unit === 'B/s' && typeof value === 'number' ? value / BYTES_PER_MB : value;
}

export function fromShown({ unit }: ParameterInfo, value: Value): Value {
  return unit === 'B/s' && typeof value === 'number' ? Math.round(value * BYTES_PER_MB) : value;
}

/** What a number is when it is switched on. */
export function onValue({ path, min = 0 }: ParameterInfo, { spec }: MoveLab, atMs: number): number {
  switch (path) {
    case 'vm.nonZeroMiB':
      return Math.ceil(spec.vm.memoryMiB / 2);
    case 'faults.destinationDiesAtMs':
    case 'faults.sourceDiesAtMs':
      return Math.round(atMs * 1000) / 1000;
    case 'xbzrleCacheMiB':
      return QEMU_CACHE_MIB;
    case 'maxBandwidthBytesPerSecond':
      return Math.max(min, Math.round(spec.link.bandwidthBytesPerSecond / 2));
    default:
      return min;
  }
}

/** its xbzrle-cache-size */
const QEMU_CACHE_MIB = 64;

/** Where in the lab a strategy of a side stands. */
export const STRATEGY_AT = ['spec.strategy', 'against'] as const;

export function valueAt(lab: MoveLab, path: string): Value | undefined {
  const value = readPath(lab, path);
  return value === null || ['number', 'string', 'boolean'].includes(typeof value)
    ? (value as Value)
    : undefined;
}

/** @throws nothing: a path that leads nowhere changes nothing */
export function withValue(lab: MoveLab, path: string, value: Value): MoveLab {
  return writePath(lab, path, value) ?? lab;
}

/**
 * The settings a strategy has as it stands: those of its stop rule and predictor among them, those of others and of what
 * is switched off not. `stopRule` and `predictor` themselves are chosen from lists.
 */
export function strategyParameters(strategy: SoloStrategy, catalogue: MigrationCatalogue): ParameterInfo[] {
  const entry = catalogue.strategies.find(({ kind }) => kind === strategy.kind);
  if (entry === undefined) return [];
  const predictor = catalogue.predictors.find(({ kind }) => kind === strategy.predictor);
  const own = new Set((predictor?.parameters ?? []).map(({ path }) => path));
  const anyPredictor = new Set(catalogue.predictors.flatMap(({ parameters }) => parameters.map(pathOf)));
  const predicts = strategy.predictor !== 'none';
  return entry.parameters.flatMap((parameter) => {
    const { path, group } = parameter;
    if (path === 'stopRule') return stopRuleParameters(strategy, catalogue);
    if (path === 'predictor') return [];
    if (path.startsWith('throttle')) return strategy.autoConverge ? [parameter] : [];
    if (group === 'Prediction' && !predicts) return [];
    return anyPredictor.has(path) && !own.has(path) ? [] : [parameter];
  });
}

function stopRuleParameters({ stopRule }: SoloStrategy, { stopRules }: MigrationCatalogue): ParameterInfo[] {
  const rule = stopRules.find(({ kind }) => kind === stopRule.kind);
  return (rule?.parameters ?? []).map((parameter) => ({ ...parameter, path: `stopRule.${parameter.path}` }));
}

const pathOf = ({ path }: ParameterInfo): string => path;

/** A sentence of the engine names settings by their path; here they have labels. */
export function withLabels(problem: string, catalogue: MigrationCatalogue): string {
  const named = new Map<string, string>();
  for (const { path, label } of catalogue.parameters) named.set(path, label);
  const strategies = [...catalogue.strategies, ...catalogue.predictors];
  for (const { parameters } of strategies) {
    for (const { path, label } of parameters) named.set(`strategy.${path}`, label);
  }
  for (const { parameters } of catalogue.stopRules) {
    for (const { path, label } of parameters) named.set(`strategy.stopRule.${path}`, label);
  }
  return problem.replace(/\b(?:vm|link|faults|strategy|destination)(?:\.\w+)+/g, (path) => {
    const label = named.get(path);
    return label === undefined ? path : format(SETUP.labelled, { label });
  });
}
