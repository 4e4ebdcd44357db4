/** Workers know the traces that come with the app. Imported ones are handed to them when something names one. */
import type { Trace } from '../../protocol/import/requests.ts';
import { isImportedTrace, traceLabel } from '../../protocol/import/trace-name.ts';
import { format } from '../../protocol/texts.ts';
import { traces } from './store.ts';

const NOT_HERE =
  'It needs the page trace “{trace}”, which is not in this browser; import the file it was made from (Desk, Import) and open it again.';

/** A worker's client. A new worker has none of them again, so it is asked each time. */
export interface TraceTaker {
  call(name: 'missingTraces', request: { names: readonly string[] }): Promise<{ missing: readonly string[] }>;
  call(name: 'addTrace', request: { trace: Trace }): Promise<unknown>;
}

/** @param names any traces; those that come with the app are no matter of this @returns one sentence where one is not here */
export async function bringTraces(worker: TraceTaker, names: readonly string[]): Promise<string | null> {
  const { missing } = await worker.call('missingTraces', { names: names.filter(isImportedTrace) });
  for (const name of missing) {
    const trace = await traces.get(name);
    if (trace === null) return format(NOT_HERE, { trace: traceLabel(name) });
    await worker.call('addTrace', { trace });
  }
  return null;
}
