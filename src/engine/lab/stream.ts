/** What every stream of keys has in common. A stream gives one key after another, so that a million of them can be made in slices. */
import type { ParameterInfo, RegistryEntry } from '../../base/parameter.ts';
import type { TraceLibrary } from '../memory/trace.ts';

export interface KeyStream {
  /** The next rank or key, as the kind's `gives` says. */
  next(): number;
}

/** What a stream is made from; the same spec always gives the same stream. */
export interface StreamSpec {
  /** accesses that will be asked for; only a stream that changes at a share of its length looks at it */
  readonly length: number;
  /** ranks go from 0 to keys − 1 */
  readonly keys: number;
  readonly seed: number;
  /** missing ones take their defaults */
  readonly parameters: Readonly<Record<string, number | string | boolean>>;
  /** the keys of a `list` */
  readonly list?: ArrayLike<number>;
  /** the recorded page traces, for `trace` */
  readonly library?: TraceLibrary;
  /** the key that lies deepest in the tree under study at this moment (deepest-key.ts), for `adversarial` */
  readonly deepest?: () => number;
}

export interface StreamKind extends RegistryEntry {
  /** `ranks`: place of the key in the order of all keys, from 0; `keys`: the key itself */
  readonly gives: 'ranks' | 'keys';
  /** the optional part of the spec it cannot do without */
  readonly needs: 'list' | 'library' | 'deepest' | null;
  /** @throws Error with one sentence if the spec gives no such stream; `createStream` checks what all have in common */
  create(spec: StreamSpec): KeyStream;
}

export function numberParameter(
  path: string,
  label: string,
  description: string,
  unit: string,
  [min, max, step]: readonly [number, number, number],
  preset: number,
): ParameterInfo {
  return {
    path,
    label,
    description,
    unit,
    kind: 'number',
    min,
    max,
    step,
    default: preset,
    source: 'free choice',
    group: 'Stream',
  };
}

/** The value of a number parameter, checked before by `createStream`. */
export function numberOf(spec: StreamSpec, { path, default: preset }: ParameterInfo): number {
  return Number(spec.parameters[path] ?? preset);
}

/** @throws Error with one sentence if a value is no possible one of its parameter, or there is no such parameter */
export function checkParameters(kind: StreamKind, values: StreamSpec['parameters']): void {
  for (const [path, value] of Object.entries(values)) {
    const info = kind.parameters.find((parameter) => parameter.path === path);
    if (info === undefined) {
      const known = kind.parameters.map((parameter) => parameter.path).join(', ');
      throw new Error(
        known === ''
          ? `The stream "${kind.kind}" has no setting "${path}"; it has none at all.`
          : `The stream "${kind.kind}" has no setting "${path}"; it has ${known}.`,
      );
    }
    const problem = info.kind === 'choice' ? choiceProblem(info, value) : numberProblem(info, value);
    if (problem !== null) {
      throw new Error(`The setting "${path}" of the stream "${kind.kind}" is ${value}; ${problem}.`);
    }
  }
}

function numberProblem(
  { min = -Infinity, max = Infinity, step }: ParameterInfo,
  value: unknown,
): string | null {
  const isWhole = step !== undefined && Number.isInteger(step);
  if (typeof value === 'number' && value >= min && value <= max && (!isWhole || Number.isInteger(value)))
    return null;
  return isWhole
    ? `it must be a whole number from ${min} to ${max}`
    : `it must be a number from ${min} to ${max}`;
}

function choiceProblem({ choices = [], open }: ParameterInfo, value: unknown): string | null {
  if (open === true && typeof value === 'string') return null;
  if (choices.some((choice) => choice.value === value)) return null;
  return `it must be one of ${choices.map((choice) => choice.value).join(', ')}`;
}
