/** What the strip knows of a run as far as it was ever shown: phases, turning points, paces, the pinged VM's move. */
import { MICROS_PER_MILLI, type Micros } from '../../../base/units.ts';
import type { PaceSpan } from '../../../layout/human-time.ts';
import type { History, MigrationRecord, Phase, Run, Scenario } from '../../../protocol/model.ts';
import { paceAt, paceCuts } from '../../../store/pace.ts';
import { leadVm, turningPoints } from '../../../store/turns.ts';
import type { BranchRecord } from '../../../store/types.ts';
import { waitsOf } from '../../../store/waits.ts';

export interface Story {
  readonly run: Run;
  readonly scenario: Scenario;
  readonly history: History | null;
  readonly pingedVm: number;
  /** phases that are not steady, in order of their begin */
  readonly phases: readonly Phase[];
  /** VM whose phases stand in the first row; the others share the second */
  readonly leadVm: number;
  readonly turnsUs: readonly Micros[];
  readonly firstTurnUs: Micros | null;
  /** migration of the pinged VM, the one the round trips tell of */
  readonly pingedMigration: MigrationRecord | null;
}

const told = new Map<string, Story>();
const MANY = 50;

export function storyOf(branch: BranchRecord): Story {
  const history = branch.farHistory ?? branch.history;
  const known = told.get(branch.key);
  if (known !== undefined && known.history === history && known.run === branch.run) return known;
  if (told.size > MANY) told.clear();
  const story = tell(branch.run, history);
  told.set(branch.key, story);
  return story;
}

function tell(run: Run, history: History | null): Story {
  const { scenario } = run;
  const phases = (history?.phases ?? [])
    .filter((phase) => phase.name !== 'steady')
    .sort((a, b) => a.startUs - b.startUs);
  const pingedVm = history?.vms.find((vm) => vm.name === scenario.pingedVm)?.id ?? 0;
  const turns = history === null ? [] : turningPoints(history, scenario.pingedVm);
  return {
    run,
    scenario,
    history,
    pingedVm,
    phases,
    leadVm: history === null ? pingedVm : leadVm(history, scenario.pingedVm),
    turnsUs: [...new Set(turns.map((phase) => phase.startUs))],
    firstTurnUs: firstTurn(phases[0]?.startUs ?? null, run, history),
    pingedMigration: history?.migrations.findLast((m) => m.vm === pingedVm && m.startUs !== null) ?? null,
  };
}

/** The first command counts as well: pulling a cable changes no VM's phase, but something happens from then on. */
function firstTurn(phaseUs: Micros | null, { commands }: Run, history: History | null): Micros | null {
  const lastUs = history?.events.at(-1)?.atUs ?? Number.NEGATIVE_INFINITY;
  const commandUs = (commands[0]?.atMs ?? Number.POSITIVE_INFINITY) * MICROS_PER_MILLI;
  if (commandUs > lastUs) return phaseUs;
  return Math.min(commandUs, phaseUs ?? commandUs);
}

/** After these a VM only waits for the run's end, or for somebody to heal what was hurt. */
const AT_REST: readonly Phase['name'][] = ['recover', 'steady', 'down', 'halted'];

/**
 * When the run will be over: known once every command was given and every move is done, else null. A run that goes on
 * beyond its time ends with its last moment.
 */
export function scriptedEnd(story: Story, reachedUs: Micros): Micros | null {
  const { run, phases, firstTurnUs } = story;
  if (firstTurnUs === null || firstTurnUs > reachedUs) return null;
  if (run.commands.some(({ atMs }) => atMs * MICROS_PER_MILLI >= reachedUs)) return null;
  if (phases.some(({ endUs, name }) => endUs === null && !AT_REST.includes(name))) return null;
  if (story.history !== null && waitsOf(story.history).some(({ endUs }) => endUs === null)) return null;
  return Math.max(reachedUs, run.scenario.durationMs * MICROS_PER_MILLI);
}

/** Neighbouring spans of one pace each, from 0 to `untilUs`; what lies ahead is taken to go on as it is. */
export function paceSpans(story: Story, untilUs: Micros): PaceSpan[] {
  const cuts = new Set<Micros>([0, untilUs]);
  for (const cut of paceCuts(story.history)) cuts.add(cut);
  // Until the first command time hurries on to it.
  for (const { atMs } of story.run.commands) cuts.add(atMs * MICROS_PER_MILLI);
  const times = [...cuts].filter((t) => t <= untilUs).sort((a, b) => a - b);
  const spans: PaceSpan[] = [];
  for (let i = 0; i + 1 < times.length; i += 1) {
    const startUs = times[i] ?? 0;
    const endUs = times[i + 1] ?? startUs;
    const stretch = 1 / paceAt(story.history, story.run, startUs);
    const before = spans.at(-1);
    if (before !== undefined && before.stretch === stretch) spans[spans.length - 1] = { ...before, endUs };
    else spans.push({ startUs, endUs, stretch });
  }
  return spans;
}
