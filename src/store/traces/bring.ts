/** Workers know the traces that come with the app. Imported ones are handed to them when something names one. */
import { isImportedTrace, traceLabel } from '../../protocol/import/trace-name.ts';
import { format } from '../../protocol/texts.ts';
import type { TracePart } from '../../protocol/trace-requests.ts';
import { traces as browserTraces, type Traces } from './store.ts';

const NOT_HERE =
  'It needs the page trace “{trace}”, which is not in this browser; import the file it was made from (Keep, Import) and open it again.';

/** A worker's client. A new worker has none of them again, so it is asked each time. */
export interface TraceTaker {
  call(name: 'missingTraces', request: { names: readonly string[] }): Promise<{ missing: readonly string[] }>;
  call(name: 'addTrace', request: { part: TracePart }): Promise<{ complete: boolean }>;
}

/** @param names any traces; those that come with the app are no matter of this @returns one sentence where one is not here */
export async function bringTraces(
  worker: TraceTaker,
  names: readonly string[],
  traces: Traces = browserTraces,
): Promise<string | null> {
  const { missing } = await worker.call('missingTraces', { names: names.filter(isImportedTrace) });
  for (const name of missing)
    if (!(await bring(worker, name, traces))) return format(NOT_HERE, { trace: traceLabel(name) });
  return null;
}

/** @returns false where it is not here, or not all of it */
async function bring(worker: TraceTaker, name: string, traces: Traces): Promise<boolean> {
  for (let from = 0; ; ) {
    const part = await traces.part(name, from);
    if (part === null) return false;
    const { complete } = await worker.call('addTrace', { part });
    if (complete) return true;
    from += part.pages.length;
  }
}
