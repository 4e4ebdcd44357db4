/** A lab in words: "Zipf 1.0 over 31 keys · seed 7". */
import { formatCount, formatNumber } from '../../base/format.ts';
import { traceLabel } from '../../protocol/import/trace-name.ts';
import { format } from '../../protocol/texts.ts';
import type { LabSpec, StreamChoice } from '../../protocol/trees/model.ts';
import type { OpenedLab, TreesCatalogue } from '../../protocol/trees/requests.ts';

/** By kind of stream; `{name:value}` in the slots are its parameters. Kinds without a line of their own use `other`. */
const STREAMS: Readonly<Record<string, string>> = {
  uniform: 'Uniform over {keys} keys · seed {seed}',
  zipf: 'Zipf {exponent} over {keys} keys · seed {seed}',
  sequential: 'Sequential over {keys} keys',
  'working-set': 'Working set of {window} in {keys} keys · seed {seed}',
  'hot-shift': 'Zipf {exponent}, redrawn, over {keys} keys · seed {seed}',
  adversarial: 'Deepest of {keys} keys first',
  trace: 'Recorded program {trace}',
  list: 'Own list of {length} keys',
  none: 'No stream, {keys} keys',
  other: '{name} over {keys} keys · seed {seed}',
};

export function labWords(spec: LabSpec, lab: OpenedLab | null, catalogue: TreesCatalogue): string {
  const { stream, seed } = spec;
  const entry = catalogue.streams.find(({ kind }) => kind === stream.kind);
  const template = STREAMS[stream.length === 0 ? 'none' : stream.kind] ?? STREAMS.other ?? '';
  const parameters = Object.fromEntries(
    (entry?.parameters ?? []).map(({ path, default: preset }) => [
      path,
      valueWords(stream.parameters[path] ?? preset),
    ]),
  );
  return format(template, {
    ...parameters,
    name: entry?.name ?? stream.kind,
    keys: formatCount(keysOf(stream, lab)),
    length: formatCount(stream.length),
    seed: String(seed),
  });
}

/** Keys it draws from: those of the start shape, where that has any. */
function keysOf(stream: StreamChoice, lab: OpenedLab | null): number {
  return lab && lab.startSize > 0 ? lab.startSize : stream.keys;
}

/** 1 → "1.0", 1.25 → "1.25", 16 → "16.0" would be wrong: only small numbers are shares or exponents. */
function valueWords(value: number | string | boolean): string {
  if (typeof value !== 'number') return traceLabel(String(value));
  if (Number.isInteger(value)) return value < 10 ? formatNumber(value, 1) : formatCount(value);
  return String(value);
}
