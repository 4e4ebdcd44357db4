/** Opening runs and moving between them: commands, branches, parameters, the demo. */
import type { Micros } from '../base/units.ts';
import { sameJson } from '../protocol/merge.ts';
import type { Command, Run } from '../protocol/model.ts';
import { type Core, setPlayback } from './core.ts';
import { jump } from './frames.ts';
import { emptySeries } from './initial.ts';
import { runLabel } from './labels.ts';
import { text } from './messages.ts';
import { writePath } from './paths.ts';
import { activeBranch } from './select.ts';
import { copyUntil } from './series.ts';
import type { BranchRecord } from './types.ts';

type Opened = { key: string } | { problem: string };

/** Has the worker open a run; the clock stands meanwhile. */
export async function open(core: Core, run: Run, parentKey: string | null): Promise<Opened | null> {
  core.opening += 1;
  try {
    const reply = await core.client?.call('open', { run, parentKey });
    if (!reply) return null;
    if (reply.problem !== null) return { problem: reply.problem };
    core.opened.add(reply.runKey);
    return { key: reply.runKey };
  } catch {
    return null;
  } finally {
    core.opening -= 1;
  }
}

export interface Arrival {
  atUs: Micros;
  playing: boolean;
  address: 'push' | 'replace';
}

/** Puts a branch on screen at a moment. The last frame stays until the new one is there. */
function show(core: Core, branch: BranchRecord, { atUs, playing, address }: Arrival): void {
  const { activeKey, playback } = core.store.getState();
  core.store.setState({
    activeKey: branch.key,
    playback: { ...playback, playing, heldAt: null, reachedUs: branch.reachedUs },
    comparison: core.comparisons.get(branch.key) ?? null,
    ...(activeKey === branch.key ? {} : { why: null }),
  });
  jump(core, atUs);
  core.writeAddress(address);
}

export function newBranch(key: string, run: Run, part: Partial<BranchRecord>): BranchRecord {
  return {
    key,
    run,
    parentKey: null,
    forkUs: 0,
    reachedUs: 0,
    label: runLabel(null, run),
    series: emptySeries(),
    history: null,
    farHistory: null,
    origin: 'start',
    ...part,
  };
}

function labelNow(core: Core, run: Run): string {
  return runLabel(core.store.getState().catalogue, run);
}

export function addBranch(core: Core, branch: BranchRecord): BranchRecord {
  const { branches } = core.store.getState();
  const same = branches.find(({ key }) => key === branch.key);
  if (same) return same;
  core.stale.add(branch.key);
  core.store.setState({ branches: [...branches, branch] });
  return branch;
}

/** Opens a run nobody branched from, or goes to the branch that has it already. */
export async function openRun(
  core: Core,
  run: Run,
  arrival: Arrival,
  part: Partial<BranchRecord> = {},
): Promise<string | null> {
  const known = core.store.getState().branches.find((branch) => sameJson(branch.run, run));
  if (known) {
    await openBranch(core, known.key, arrival);
    return null;
  }
  const opened = await open(core, run, part.parentKey ?? null);
  if (!opened) return null;
  if ('problem' in opened) return opened.problem;
  show(core, addBranch(core, newBranch(opened.key, run, { label: labelNow(core, run), ...part })), arrival);
  return null;
}

/** Goes to a branch; a worker started since does not know it yet and is told. */
export async function openBranch(core: Core, key: string, arrival: Arrival): Promise<void> {
  const branch = core.store.getState().branches.find((candidate) => candidate.key === key);
  if (!branch) return;
  if (!core.opened.has(branch.key)) {
    const opened = await open(core, branch.run, null);
    if (!opened || 'problem' in opened) return;
    rename(core, branch, opened.key);
  }
  show(core, branch, arrival);
}

/** A run's key is the worker's word; should it change, whoever refers to the run follows. */
export function rename(core: Core, branch: BranchRecord, key: string): void {
  if (branch.key === key) return;
  const { branches, activeKey, ghostKey } = core.store.getState();
  const old = branch.key;
  if (core.stale.delete(old)) core.stale.add(key);
  if (core.summaryShown.delete(old)) core.summaryShown.add(key);
  branch.key = key;
  for (const other of branches) if (other.parentKey === old) other.parentKey = key;
  core.store.setState({
    branches: [...branches],
    activeKey: activeKey === old ? key : activeKey,
    ghostKey: ghostKey === old ? key : ghostKey,
  });
}

/**
 * Gives a command just after the moment on screen. At the end of what was played the run simply goes on with one more
 * command; in its past, or before a command still to come, it starts a branch, and the old future stays reachable.
 */
export async function giveCommand(core: Core, command: Command): Promise<void> {
  const branch = activeBranch(core.store.getState());
  if (!branch) return;
  // Before a jump's frame is there, the moment jumped to is meant.
  const atUs = core.continuous ? core.shownUs : core.store.getState().atUs;
  const atMs = Math.floor(atUs / 1000) + 1;
  const kept = branch.run.commands.filter((command) => command.atMs * 1000 <= atUs);
  const run: Run = {
    scenario: branch.run.scenario,
    commands: [...kept, { atMs, command }],
  };
  const extends_ = atUs >= branch.reachedUs && kept.length === branch.run.commands.length;
  const holdOnce = core.holdOnce;
  const opened = await open(core, run, branch.key);
  if (!opened) return;
  if ('problem' in opened) {
    core.store.setState({ notice: { kind: 'error', text: opened.problem } });
    return;
  }
  const known = core.store.getState().branches.some(({ key }) => key === opened.key);
  if (extends_ && !known) {
    core.summaryShown.delete(branch.key);
    branch.run = run;
    branch.label = labelNow(core, run);
    // Frames of the run without the stop may have come in while the worker opened the one with it.
    branch.reachedUs = atUs;
    branch.farHistory = branch.history;
    core.stale.add(branch.key);
    rename(core, branch, opened.key);
    show(core, branch, { atUs, playing: true, address: 'replace' });
  } else {
    const fork = newBranch(opened.key, run, {
      label: labelNow(core, run),
      parentKey: branch.key,
      forkUs: atUs,
      reachedUs: atUs,
      series: copyUntil(branch.series, atUs),
      history: branch.history,
      farHistory: branch.history,
      origin: 'command',
    });
    show(core, addBranch(core, fork), { atUs, playing: true, address: 'push' });
  }
  core.holdOnce = holdOnce;
  setPlayback(core, { heldAt: null });
}

/**
 * A command happens at another moment, or not at all (null); the others stay. The run is made anew at the moment on
 * screen, and the one before stays behind it as a thin line. Resolves to one sentence when it cannot be.
 */
export async function changeCommand(core: Core, index: number, atMs: number | null): Promise<string | null> {
  const branch = activeBranch(core.store.getState());
  const command = branch?.run.commands[index];
  if (!branch || !command) return null;
  const others = branch.run.commands.filter((_, i) => i !== index);
  const moved = atMs === null ? others : [...others, { ...command, atMs: Math.max(0, Math.round(atMs)) }];
  const commands = moved.sort((a, b) => a.atMs - b.atMs);
  return changeScenario(core, { ...branch.run, commands }, 'command');
}

/** From the start, with the present scenario and the demo's commands: node 1 is stopped at 18 s. */
export async function playDemo(core: Core): Promise<void> {
  const state = core.store.getState();
  const before = activeBranch(state);
  if (!before || !state.catalogue) return;
  const { commands } = state.catalogue.demoRun;
  const run = { scenario: before.run.scenario, commands };
  await openRun(core, run, { atUs: 0, playing: true, address: 'push' });
  if (core.store.getState().activeKey !== before.key) dropUntouched(core, before);
}

/** A run in which nothing was stopped and from which nothing branched is not worth a place among the branches. */
function dropUntouched(core: Core, branch: BranchRecord): void {
  const { branches, ghostKey } = core.store.getState();
  const referred = branches.some(({ parentKey }) => parentKey === branch.key) || ghostKey === branch.key;
  if (branch.run.commands.length > 0 || referred) return;
  core.stale.delete(branch.key);
  core.store.setState({ branches: branches.filter((other) => other !== branch) });
}

/** A run of its own in which one node is stopped, from just before it. */
export async function playStop(core: Core, node: number, atMs: number): Promise<void> {
  const branch = activeBranch(core.store.getState());
  if (!branch) return;
  const run: Run = {
    scenario: branch.run.scenario,
    commands: [{ atMs, command: { kind: 'stop-node', node } }],
  };
  await playRun(core, run, Math.max(0, atMs - 1000) * 1000);
}

/** A run of its own, from a moment; what stands in its way is said in a notice. */
export async function playRun(core: Core, run: Run, fromUs: Micros): Promise<void> {
  const { activeKey } = core.store.getState();
  const problem = await openRun(
    core,
    run,
    { atUs: fromUs, playing: true, address: 'push' },
    { parentKey: activeKey },
  );
  if (problem !== null) core.store.setState({ notice: { kind: 'error', text: problem } });
}

export async function setParameter(
  core: Core,
  path: string,
  value: number | string | boolean,
): Promise<string | null> {
  const branch = activeBranch(core.store.getState());
  if (!branch) return null;
  const scenario = writePath(branch.run.scenario, path, value);
  if (!scenario) return text('no-such-parameter', { path });
  return changeScenario(core, { ...branch.run, scenario });
}

export async function resetParameters(core: Core): Promise<void> {
  const { catalogue } = core.store.getState();
  const branch = activeBranch(core.store.getState());
  if (!branch || !catalogue) return;
  await changeScenario(core, { ...branch.run, scenario: catalogue.defaultRun.scenario });
}

/**
 * The run with other guests, say. One change after the other, while nothing has been done, is one change: only the run
 * before the first of them stays.
 */
export async function changeRun(core: Core, run: Run): Promise<string | null> {
  const { ghostKey } = core.store.getState();
  const before = activeBranch(core.store.getState());
  const problem = await changeScenario(core, run);
  const now = activeBranch(core.store.getState());
  if (problem !== null || !before || !now || now === before) return problem;
  if (before.origin !== 'parameter' || before.run.commands.length > 0) return null;
  if (now.parentKey === before.key) now.parentKey = before.parentKey;
  core.store.setState({ ghostKey: ghostKey === now.key ? null : ghostKey });
  dropUntouched(core, before);
  return null;
}

/** The changed run takes the stage at the same moment; the old one stays behind it as a thin line. */
async function changeScenario(
  core: Core,
  run: Run,
  origin: BranchRecord['origin'] = 'parameter',
): Promise<string | null> {
  const { atUs, playback, activeKey } = core.store.getState();
  const branch = activeBranch(core.store.getState());
  if (!branch || sameJson(branch.run, run)) return null;
  const problem = await openRun(
    core,
    run,
    { atUs, playing: playback.playing, address: 'push' },
    { parentKey: activeKey, origin },
  );
  if (problem === null) core.store.setState({ ghostKey: activeKey });
  return problem;
}
