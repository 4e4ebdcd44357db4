/** Workers know the traces that come with the app. Imported ones are handed to them when something names one. */
import type { Trace } from '../../protocol/import/requests.ts';
import { isImportedTrace, traceLabel } from '../../protocol/import/trace-name.ts';
import { format } from '../../protocol/texts.ts';
import { traces } from './store.ts';

const NOT_HERE =
  'It needs the page trace “{trace}”, which is not in this browser; import the file it was made from (Desk, Import) and open it again.';

/** What a worker can be asked; a new one after a death has none of them again, so it is asked each time. */
export interface TraceTaker {
  /** which of these it has not */
  missing(names: readonly string[]): Promise<readonly string[]>;
  add(trace: Trace): Promise<unknown>;
}

/** @param names any traces; those that come with the app are no matter of this @returns one sentence where one is not here */
export async function bringTraces(taker: TraceTaker, names: readonly string[]): Promise<string | null> {
  const missing = await taker.missing(names.filter(isImportedTrace));
  for (const name of missing) {
    const trace = await traces.get(name);
    if (trace === null) return format(NOT_HERE, { trace: traceLabel(name) });
    await taker.add(trace);
  }
  return null;
}
