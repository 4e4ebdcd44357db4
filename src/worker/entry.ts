/** The worker's shell: it fetches, posts and pauses for the host, which does the rest. */
import { parseTrace, TRACE_NAMES, traceLibrary } from '../engine/memory/trace.ts';
import type { FromWorker, ToWorker } from '../protocol/requests.ts';
import { Host } from './host/host.ts';

declare const __APP_VERSION__: string;

const scope = self as unknown as DedicatedWorkerGlobalScope;

/** A message to oneself: unlike a timer it is not held back, and messages from the page come in between. */
const channel = new MessageChannel();
const resume: (() => void)[] = [];
channel.port1.onmessage = () => resume.shift()?.();

async function fetchTrace(name: string): Promise<string> {
  // The page's folder, from wherever the worker's own script lies.
  const response = await fetch(new URL(`page-traces/${name}.csv.gz`, pageUrl));
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

const pageUrl = new URL(scope.name === '' ? '../' : scope.name, scope.location.href);

const host = new Host({
  version: __APP_VERSION__,
  now: () => performance.now(),
  pause: () =>
    new Promise((done) => {
      resume.push(done);
      channel.port2.postMessage(0);
    }),
  post: (message: FromWorker, transfer) => scope.postMessage(message, transfer),
  loadLibrary: async () => {
    const texts = await Promise.all(TRACE_NAMES.map(fetchTrace));
    return traceLibrary(texts.map((text, i) => parseTrace(TRACE_NAMES[i] ?? '', text)));
  },
});

scope.onmessage = (event: MessageEvent<ToWorker>) => host.handle(event.data);
