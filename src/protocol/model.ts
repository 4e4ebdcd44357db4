/** The engine's types as the page sees them: one door, so that views and store need not know the engine's rooms. */
export type {
  History,
  HistoryEvent,
  MigrationRecord,
  NodeSummary,
  Phase,
  PhaseName,
  RoundRecord,
  VmSummary,
} from '../engine/simulation/history.ts';
export type {
  FailoverMode,
  GuestSpec,
  Run,
  Scenario,
  TimedCommand,
} from '../engine/simulation/scenario.ts';
