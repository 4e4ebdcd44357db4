/** The bytes of what somebody brought along, unpacked if they are packed, piece by piece. */
import { SENTENCES } from '../../protocol/import/words.ts';
import { Refusal } from './refusal.ts';

export interface Opened {
  /** unpacked, as UTF-8 without a mark in front */
  readonly pieces: AsyncGenerator<Uint8Array, void, void>;
  /** bytes of the file that were read so far */
  readonly read: () => number;
}

/** Files that are packed otherwise: how they begin. */
const OTHER_PACKING: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
];
const GZIP = [0x1f, 0x8b];
const MARK = [0xef, 0xbb, 0xbf];
/** what Windows writes without being asked */
const UTF16: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** @throws Refusal where it cannot be read or is packed in a way that is not read here */
export async function openBytes(content: Blob, signal: AbortSignal): Promise<Opened> {
  const first = await firstBytes(content);
  const how = OTHER_PACKING.find(([, bytes]) => begins(first, bytes))?.[0];
  if (how !== undefined) throw new Refusal(SENTENCES.packed, { how });
  let read = 0;
  const counted = content.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, controller) {
        read += piece.byteLength;
        controller.enqueue(piece);
      },
    }),
  );
  const isPacked = begins(first, GZIP);
  const encoding = UTF16.find(([, bytes]) => begins(first, bytes))?.[0];
  const stream = isPacked
    ? counted.pipeThrough(new DecompressionStream('gzip'))
    : encoding === undefined
      ? counted
      : counted.pipeThrough(new TextDecoderStream(encoding)).pipeThrough(new TextEncoderStream());
  return {
    pieces: piecesOf(stream, isPacked ? SENTENCES.damaged : SENTENCES.unread, signal),
    read: () => read,
  };
}

async function firstBytes(content: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await content.slice(0, 8).arrayBuffer());
  } catch {
    throw new Refusal(SENTENCES.unread);
  }
}

const begins = (bytes: Uint8Array, wanted: readonly number[]): boolean =>
  wanted.every((byte, at) => bytes[at] === byte);

/** @param broken what is said when the stream breaks */
async function* piecesOf(
  stream: ReadableStream<Uint8Array>,
  broken: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  const reader = stream.getReader();
  let isFirst = true;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new Refusal(broken);
      });
      if (done || signal.aborted) return;
      yield isFirst && begins(value, MARK) ? value.subarray(MARK.length) : value;
      isFirst = false;
    }
  } finally {
    // Whoever stops early wants no more of it; what it says to that is nobody's business.
    reader.cancel().catch(() => {});
  }
}
