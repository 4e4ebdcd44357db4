/**
 * The import worker without the worker. It waits for files most of the time, so it needs no slices: a file is read piece
 * by piece, and other messages come in between.
 */
import { traceCsv } from '../../engine/memory/recording/csv-text.ts';
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import type {
  Found,
  FromImportWorker,
  ImportRequestOf,
  ReadProgress,
  ToImportWorker,
} from '../../protocol/import/requests.ts';
import { ImportedTraces } from '../imported-traces.ts';
import { once } from '../once.ts';
import { readAnything } from './read.ts';

export interface ImportHostEnvironment {
  /** milliseconds of any steady clock */
  now(): number;
  /** lets waiting messages in */
  pause(): Promise<void>;
  post(message: FromImportWorker, transfer: ArrayBuffer[]): void;
  loadLibrary(): Promise<TraceLibrary>;
  readonly version: string;
}

const PROGRESS_EVERY_MS = 100;

export class ImportHost {
  private readonly environment: ImportHostEnvironment;
  private readonly library: () => Promise<TraceLibrary>;
  private readonly imported = new ImportedTraces();
  private readonly running = new Map<number, AbortController>();

  constructor(environment: ImportHostEnvironment) {
    this.environment = environment;
    this.library = once(() => environment.loadLibrary());
  }

  handle(message: ToImportWorker): void {
    this.answer(message).catch((error: unknown) => {
      this.environment.post({ id: message.id, error: String(error) }, []);
    });
  }

  private async answer(message: ToImportWorker): Promise<void> {
    const { post, version } = this.environment;
    const { id } = message;
    switch (message.name) {
      case 'cancel':
        this.running.get(id)?.abort();
        return;
      case 'describe':
        post({ id, name: 'describe', reply: { version } }, []);
        return;
      case 'read': {
        const found = await this.read(id, message.request);
        post({ id, name: 'read', reply: found }, buffersOf(found));
        return;
      }
      case 'csv': {
        const trace = this.imported.find(message.request.name);
        if (trace === undefined) throw new Error('This page trace is not here; import it again.');
        const parts: string[] = [];
        for (const part of traceCsv(trace)) {
          parts.push(part);
          await this.environment.pause();
        }
        post({ id, name: 'csv', reply: { file: new Blob(parts, { type: 'text/csv' }) } }, []);
        return;
      }
      case 'missingTraces':
        post({ id, name: 'missingTraces', reply: this.imported.missing(message.request) }, []);
        return;
      case 'addTrace':
        post({ id, name: 'addTrace', reply: this.imported.add(message.request) }, []);
        return;
      default:
        post({ id, error: 'There are no moments here.' }, []);
    }
  }

  private async read(id: number, request: ImportRequestOf<'read'>): Promise<Found> {
    const abort = new AbortController();
    this.running.set(id, abort);
    const { now, pause, post } = this.environment;
    let toldAt = now();
    try {
      return await readAnything(request, {
        signal: abort.signal,
        loadLibrary: this.library,
        progress: async (progress: ReadProgress) => {
          if (now() - toldAt < PROGRESS_EVERY_MS) return;
          toldAt = now();
          post({ id, progress }, []);
          await pause();
        },
      });
    } finally {
      this.running.delete(id);
    }
  }
}

function buffersOf(found: Found): ArrayBuffer[] {
  if (found.kind !== 'trace') return [];
  const { pages, writes } = found.reading.trace;
  return [pages.buffer as ArrayBuffer, writes.buffer as ArrayBuffer];
}
