/** The engine's types as the page sees them: one door, so that views and store need not know the engine's rooms. */
export type {
  History,
  HistoryEvent,
  MigrationOutcome,
  MigrationRecord,
  NodeState,
  NodeSummary,
  Phase,
  PhaseName,
  RoundRecord,
  VmState,
  VmSummary,
} from '../engine/simulation/history.ts';
export type {
  Command,
  FailoverMode,
  GuestSpec,
  Run,
  Scenario,
  TimedCommand,
  WorkloadKind,
  WorkloadSpec,
} from '../engine/simulation/scenario.ts';
