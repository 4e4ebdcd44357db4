/** The ledger of one operation, and of the whole run. */
import { accessLedger, frequenciesOf } from '../../engine/lab/ledger.ts';
import { ledgerRun as runLedger } from '../../engine/lab/ledger-run.ts';
import { allCommands, commandAt } from '../../engine/lab/operations.ts';
import type { Frequencies, LedgerWeights } from '../../engine/lab/potential.ts';
import type { Handler, TreesContext } from './handler.ts';

export const ledger: Handler<'ledger'> = (context, { labKey, operation, weights }) => {
  const { run, operations } = context.lab(labKey);
  // The picture stands in this very operation: going to its beginning and, with the next moment, back again is cheap.
  run.seek(operation, 0);
  return accessLedger(
    run.tree,
    commandAt(operations, run.operation),
    weights,
    frequencies(context, labKey, weights),
  );
};

export const ledgerRun: Handler<'ledgerRun'> = function* (context, { labKey, weights, samples }) {
  const { start, operations } = context.lab(labKey);
  yield 0;
  const given = frequencies(context, labKey, weights);
  const job = runLedger(start, allCommands(operations), operations.count, weights, samples, given);
  for (;;) {
    const { done, value } = job.next();
    if (done === true) return value;
    yield value.done / Math.max(1, value.of);
  }
};

/** Counted once a lab: a million operations take a while. */
function frequencies(context: TreesContext, labKey: string, weights: LedgerWeights): Frequencies | undefined {
  if (weights !== 'stream') return undefined;
  const place = `frequencies ${labKey}`;
  const known = context.kept(place) as Frequencies | undefined;
  if (known !== undefined) return known;
  const counted = frequenciesOf(allCommands(context.lab(labKey).operations));
  context.keep(place, counted);
  return counted;
}
