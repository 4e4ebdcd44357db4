/** Reading without a worker, as the import worker reads. */
import { gzipSync } from 'node:zlib';
import type { Found } from '../../../src/protocol/import/requests.ts';
import type { Workspace } from '../../../src/protocol/link.ts';
import { readAnything } from '../../../src/worker/import/read.ts';
import { library } from '../../engine/recorded.ts';

const options = {
  signal: new AbortController().signal,
  loadLibrary: async () => library,
  progress: async () => {},
};

export interface Asked {
  name?: string;
  here?: Workspace;
  as?: 'anything' | 'trace';
}

export function read(content: string | Uint8Array | Blob, asked: Asked = {}): Promise<Found> {
  const { name = 'mine.txt', here = 'failover', as = 'anything' } = asked;
  const whole = content instanceof Uint8Array ? new Blob([content as Uint8Array<ArrayBuffer>]) : content;
  return readAnything({ name, content: whole, here, as }, options);
}

/** The sentence it is refused with; '' where it is not. */
export async function refusal(content: string | Uint8Array, asked: Asked = {}): Promise<string> {
  const found = await read(content, asked);
  return found.kind === 'problem' ? found.text : '';
}

export const packed = (text: string): Uint8Array => new Uint8Array(gzipSync(text));
