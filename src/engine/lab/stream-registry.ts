/** Every stream of accesses: adding one is a file under streams/ and an entry here. */
import { checkParameters, type KeyStream, type StreamKind, type StreamSpec } from './stream.ts';
import { adversarialStream } from './streams/adversarial.ts';
import { hotShiftStream } from './streams/hot-shift.ts';
import { listStream } from './streams/list.ts';
import { sequentialStream } from './streams/sequential.ts';
import { traceStream } from './streams/trace.ts';
import { uniformStream } from './streams/uniform.ts';
import { workingSetStream } from './streams/working-set.ts';
import { zipfStream } from './streams/zipf.ts';

export const streamKinds: readonly StreamKind[] = [
  uniformStream,
  zipfStream,
  sequentialStream,
  workingSetStream,
  hotShiftStream,
  adversarialStream,
  traceStream,
  listStream,
];

/** @throws Error naming the known kinds */
export function streamKind(kind: string): StreamKind {
  const entry = streamKinds.find((candidate) => candidate.kind === kind);
  if (entry === undefined) {
    const known = streamKinds.map((candidate) => candidate.kind).join(', ');
    throw new Error(`There is no stream "${kind}"; use one of ${known}.`);
  }
  return entry;
}

const MISSING = {
  list: 'needs a list of keys; paste or drop one',
  library: 'needs the recorded page traces, which are not loaded yet',
  deepest: 'needs the tree under study, of which it asks for the deepest key; choose a tree first',
} as const;

/**
 * A stream of a registered kind, from its beginning.
 * @throws Error with one sentence for an unknown kind, a bad parameter or a missing part
 */
export function createStream(kind: string, spec: StreamSpec): KeyStream {
  const entry = streamKind(kind);
  checkParameters(entry, spec.parameters);
  if (entry.needs !== null && spec[entry.needs] === undefined) {
    throw new Error(`The stream "${kind}" ${MISSING[entry.needs]}.`);
  }
  if (entry.gives === 'ranks' && !(Number.isInteger(spec.keys) && spec.keys >= 1)) {
    throw new Error(`A stream draws from at least 1 key, not from ${spec.keys}; give it a number of keys.`);
  }
  return entry.create(spec);
}
