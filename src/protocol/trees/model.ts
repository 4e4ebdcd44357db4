/** The lab's types as the page sees them. */
export type { AccessLedger, LedgerWeights } from '../../engine/lab/ledger.ts';
export type {
  LabSpec,
  StreamChoice,
  TreeChoice,
  TypedOperation,
} from '../../engine/lab/spec.ts';
export type { TreeCommand } from '../../engine/trees/recorder.ts';
export type { CodeLine } from '../../engine/trees/tree.ts';
