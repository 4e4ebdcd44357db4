/** What the stage shows, from the store: human-speed parts as a hook, playback-rate parts as plain reads. */
import { useMemo } from 'react';
import { type Places, placesOf } from '../../../layout/topology.ts';
import { SCALAR } from '../../../protocol/frame.ts';
import type {
  History,
  HistoryEvent,
  MigrationRecord,
  NodeSummary,
  Run,
  VmSummary,
} from '../../../protocol/model.ts';
import { paceAt } from '../../../store/pace.ts';
import { currentHistory, currentRun } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import type { AppState } from '../../../store/types.ts';
import { boots } from './guest-state.ts';

export function scalar(state: AppState, index: number): number {
  return state.frame?.scalars[index] ?? Number.NaN;
}

/** before: nothing moves; prepare: announced, no page sent yet; stream: pages go; done: it runs at the right */
type MoveStage = 'before' | 'prepare' | 'stream' | 'done';

export interface StageModel {
  readonly history: History;
  readonly run: Run;
  /** the VM whose memory is shown */
  readonly focus: VmSummary;
  readonly move: MigrationRecord | null;
  readonly stage: MoveStage;
  readonly places: Places;
}

export function modelOf(history: History, run: Run, focusVm: number, sourceNode: number): StageModel | null {
  const focus =
    history.vms.find((vm) => vm.id === focusVm) ??
    history.vms.find((vm) => vm.name === run.scenario.pingedVm);
  if (!focus) return null;
  const move = history.migrations.findLast((record) => record.vm === focus.id) ?? null;
  const leaving = history.nodes.find((node) => node.state !== 'online')?.id ?? -1;
  const home = focus.node >= 0 ? focus.node : sourceNode >= 0 ? sourceNode : leaving;
  const places = placesOf(history.nodes, home, move, partnerOf(history, focus));
  const shown =
    move !== null && move.outcome !== 'aborted' && places.left === move.from && places.right === move.to;
  let stage: MoveStage = 'before';
  if (shown) stage = move.outcome === 'completed' ? 'done' : move.startUs === null ? 'prepare' : 'stream';
  return {
    history,
    run,
    focus,
    move: shown ? move : null,
    stage,
    places,
  };
}

/** The node that starts it, or runs it as well, so that it stands opposite; −1 = none. */
function partnerOf(history: History, vm: VmSummary): number {
  if (vm.copyNode >= 0) return vm.copyNode;
  return boots(history, vm) ? vm.belief.node : -1;
}

export function useStageModel(): StageModel | null {
  const history = useApp(currentHistory);
  const run = useApp(currentRun);
  const focusVm = useApp((state) => scalar(state, SCALAR.focusVm));
  const sourceNode = useApp((state) => scalar(state, SCALAR.sourceNode));
  return useMemo(
    () => (history && run ? modelOf(history, run, focusVm, sourceNode) : null),
    [history, run, focusVm, sourceNode],
  );
}

export function nodeOf(history: History, id: number): NodeSummary | null {
  return history.nodes.find((node) => node.id === id) ?? null;
}

export function nodeName(history: History, id: number): string {
  return nodeOf(history, id)?.name ?? '';
}

/** Events name nodes by number from 1 or by name; the stage knows them by index. */
export function eventNode(event: HistoryEvent, slot: string, history: History): number {
  const value = event.slots[slot];
  if (typeof value === 'number') return value - 1;
  return history.nodes.find((node) => node.name === value)?.id ?? Number(value) - 1;
}

export function lastEvent(history: History, code: string): HistoryEvent | null {
  return history.events.findLast((event) => event.code === code) ?? null;
}

/** Simulated seconds per second of watching, as playback goes (or would go) at this moment. */
export function paceNow(state: AppState): number {
  const { speed } = state.playback;
  const run = currentRun(state);
  if (speed !== 'auto') return speed;
  return run ? paceAt(currentHistory(state), run, scalar(state, SCALAR.timeUs)) : 1;
}
