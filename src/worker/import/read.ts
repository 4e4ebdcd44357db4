/** Reads what somebody brought along, whatever it is. Recordings stream; everything else is small enough to be held. */
import type { TraceFormName } from '../../engine/memory/recording/form.ts';
import { TraceReader } from '../../engine/memory/recording/reader.ts';
import type { Found, ImportRequestOf, ReadProgress } from '../../protocol/import/requests.ts';
import { type TextKind, textKind } from '../../protocol/import/text-kind.ts';
import { SENTENCES } from '../../protocol/import/words.ts';
import { format } from '../../protocol/texts.ts';
import { openBytes } from './bytes.ts';
import { readSmall, type SmallContext } from './read-small.ts';
import { Refusal } from './refusal.ts';

const MEGA = 1e6;
/** what files of recordings may be, in words and in bytes: 200 MB by either count */
const MOST_MB = 200;
const MOST_BYTES = MOST_MB * 1_048_576;
/** a million keys of seven digits, one a line, are 8 MB; a log of an hour's migration is smaller */
const SMALL_MB = 32;
const NUMBERS_MB = 8;
const UNPACKED_MB = 4000;
/** a text is told by so much of its beginning */
const HEAD_BYTES = 65_536;

export interface ReadOptions extends SmallContext {
  readonly signal: AbortSignal;
  /** called with each piece; it decides how often it is told, and lets waiting messages in */
  progress(progress: ReadProgress): Promise<void>;
}

type Request = ImportRequestOf<'read'>;

/** Never throws for what the content is: that is one sentence. */
export async function readAnything(request: Request, options: ReadOptions): Promise<Found> {
  const { name } = request;
  try {
    return await read(request, options);
  } catch (error) {
    if (error instanceof Refusal)
      return {
        kind: 'problem',
        text: format(error.message, { name, limit: SMALL_MB, most: MOST_MB, ...error.slots }, false),
      };
    const problem = error instanceof Error ? error.message : String(error);
    return { kind: 'problem', text: format(SENTENCES.refused, { name, problem }) };
  }
}

async function read(request: Request, options: ReadOptions): Promise<Found> {
  const content =
    typeof request.content === 'string' ? new Blob([request.content]) : (request.content as Blob);
  if (content.size > MOST_BYTES) throw new Refusal(SENTENCES.traceTooLarge);
  const total = content.size;
  const { pieces, read: soFar } = await openBytes(content, options.signal);
  const tell = (rows: number) => options.progress({ read: soFar(), total, rows });

  const held = new Held();
  await held.until(pieces, HEAD_BYTES);
  const head = held.text();
  const kind = textKind(head, held.ended);
  const form = formOf(kind, request.as);
  if (form !== null) return streamTrace(form, request, held, pieces, tell);
  if (request.as === 'trace') throw new Refusal(SENTENCES.unknown);
  if (kind === 'other' && isBinary(head)) throw new Refusal(SENTENCES.binary);
  const mostMB = kind === 'numbers' ? NUMBERS_MB : SMALL_MB;
  await held.until(pieces, mostMB * MEGA, () => tell(0));
  if (!held.ended) {
    // So many numbers are no keys of any tree.
    if (kind === 'numbers') return streamTrace('pages', request, held, pieces, tell);
    throw new Refusal(SENTENCES.tooLong);
  }
  return readSmall(held.text(), request, options);
}

function formOf(kind: TextKind, as: Request['as']): TraceFormName | null {
  if (kind === 'trace-csv') return 'csv';
  if (kind === 'trace-lackey') return 'lackey';
  if (kind === 'trace-pages' || (kind === 'numbers' && as === 'trace')) return 'pages';
  return null;
}

async function streamTrace(
  form: TraceFormName,
  { name }: Request,
  held: Held,
  pieces: AsyncGenerator<Uint8Array, void, void>,
  tell: (rows: number) => Promise<void>,
): Promise<Found> {
  const reader = new TraceReader(form);
  let bytes = 0;
  const push = async (piece: Uint8Array) => {
    bytes += piece.byteLength;
    if (bytes > UNPACKED_MB * MEGA) throw new Refusal(SENTENCES.traceTooLong, { limit: UNPACKED_MB });
    reader.push(piece);
    await tell(reader.count);
  };
  for (const piece of held.pieces) await push(piece);
  if (!held.ended)
    for await (const piece of pieces) {
      await push(piece);
      if (reader.isFull) break;
    }
  try {
    return { kind: 'trace', reading: reader.finish(stemOf(name)) };
  } catch (error) {
    throw new Refusal(SENTENCES.noTrace, { problem: error instanceof Error ? error.message : String(error) });
  }
}

/** A file's name as part of a trace's: without folder and endings, in letters that need no quotes anywhere. */
export function stemOf(name: string): string {
  const file = name.split(/[/\\]/).at(-1) ?? '';
  const stem = file.replace(/(\.(csv|txt|log|out|gz|trace|lackey))+$/i, '').replace(/~[0-9a-f]{12}$/, '');
  return (
    stem
      .replace(/[^\w.-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 32) || 'trace'
  );
}

const isBinary = (text: string): boolean =>
  text.includes('\0') || (text.match(/\ufffd/g)?.length ?? 0) > text.length / 10;

/** Pieces that were read and are still needed. */
class Held {
  readonly pieces: Uint8Array[] = [];
  ended = false;
  private bytes = 0;

  /** Holds so many bytes, or all there are. */
  async until(
    from: AsyncGenerator<Uint8Array, void, void>,
    bytes: number,
    each: () => Promise<void> = async () => {},
  ): Promise<void> {
    while (!this.ended && this.bytes < bytes) {
      const { done, value } = await from.next();
      if (done === true) this.ended = true;
      else {
        this.pieces.push(value);
        this.bytes += value.byteLength;
        await each();
      }
    }
  }

  text(): string {
    const all = new Uint8Array(this.bytes);
    let at = 0;
    for (const piece of this.pieces) {
      all.set(piece, at);
      at += piece.byteLength;
    }
    return new TextDecoder().decode(all);
  }
}
