/** The recorded page traces, fetched by a worker from beside the page. */
import { parseTrace, TRACE_NAMES, type TraceLibrary, traceLibrary } from '../engine/memory/trace.ts';
import { pageAddress } from './page-address.ts';

export async function loadLibrary(scope: DedicatedWorkerGlobalScope): Promise<TraceLibrary> {
  const page = pageAddress(scope);
  const texts = await Promise.all(TRACE_NAMES.map((name) => fetchTrace(name, page)));
  return traceLibrary(texts.map((text, i) => parseTrace(TRACE_NAMES[i] ?? '', text)));
}

async function fetchTrace(name: string, page: URL): Promise<string> {
  const response = await fetch(new URL(`page-traces/${name}.csv.gz`, page));
  if (!response.ok) {
    throw new Error(
      `The page trace "${name}" could not be loaded (HTTP ${response.status}); reload the page.`,
    );
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers unpack it on the way (Content-Encoding), some send the file as it is.
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const body = new Blob([bytes]).stream();
  return new Response(packed ? body.pipeThrough(new DecompressionStream('gzip')) : body).text();
}
