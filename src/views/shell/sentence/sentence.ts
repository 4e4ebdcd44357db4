/** From a moment of a run to the sentence that tells it: a template's code and its slots, already in words. */
import { formatCount, formatMbps, formatMiB, formatMillis, formatSeconds } from '../../../base/format.ts';
import type { Table } from '../../../layout/decimate.ts';
import { pingMean } from '../../../layout/ping-mean.ts';
import { SCALAR } from '../../../protocol/frame.ts';
import type { History, MigrationRecord, Phase, Run } from '../../../protocol/model.ts';
import { eventText, phaseName } from '../../../protocol/texts.ts';
import { page } from '../../../store/page.ts';
import { leadVm, phaseAt } from '../../../store/turns.ts';
import type { FailureCode, FailureMoment } from './failure.ts';
import { capital, nodeName } from './names.ts';
import { type CalmCode, SENTENCES } from './templates-en.ts';

export type SentenceCode = CalmCode | FailureCode;

/** What failure.ts knows. Most visitors hurt nothing, so it comes with the first failure (use-failure-words.ts). */
export interface FailureWords {
  failureCode(at: FailureMoment): FailureCode | null;
  quietCode(at: FailureMoment): FailureCode | null;
  readonly FAILURE_SENTENCES: Readonly<Record<FailureCode, string>>;
}

let failures: FailureWords | null = null;

export function tellFailures(words: FailureWords): void {
  failures = words;
}

export function templateOf(code: SentenceCode): string {
  if (code in SENTENCES) return SENTENCES[code as CalmCode];
  return failures?.FAILURE_SENTENCES[code as FailureCode] ?? SENTENCES.steady;
}

export interface Sentence {
  code: SentenceCode;
  slots: Record<string, string>;
}

export interface Moment {
  run: Run;
  history: History | null;
  scalars: Float64Array | null;
  pings: Table | null;
}

/** After so many time constants the tail of cold-cache reads is over, as far as an eye can tell. */
const TAILS = 1.6;
/** The story stays with the VM that has just moved for this long, then turns to the one that follows. */
const STAY_US = 1_000_000;
/** A mean of fewer moments is no mean yet: the sentence begins without it. */
const BEGINS_US = 100_000;
/** A refused stop is told for so long. */
const REFUSAL_US = 8_000_000;

export function sentenceOf({ run, history, scalars, pings }: Moment): Sentence {
  if (!history || !scalars) return { code: 'loading', slots: {} };
  const of = (index: number) => scalars[index] ?? Number.NaN;
  const atUs = of(SCALAR.timeUs);
  const lead = leadVm(history, run.scenario.pingedVm);
  const leading = phaseAt(history, lead, atUs);
  const follower =
    leading?.name === 'recover' && atUs - leading.startUs > STAY_US
      ? followerAt(history, lead, atUs, of(SCALAR.focusVm))
      : null;
  const phase = follower ?? leading;
  const vm = phase?.vm ?? lead;
  const slots = { ...commonSlots(run, history, of), ...moveSlots(history, vm, of) };
  if (pings && leading) slots.mean = formatMillis(meanNow(pings, leading, atUs));
  const at: Situation = {
    atUs,
    leading,
    run,
    history,
    of,
    phase,
    slots,
    follows: follower !== null,
    other: slots.vm !== run.scenario.pingedVm,
  };
  return { code: codeOf(at), slots };
}

interface Situation extends Pick<Moment, 'run'> {
  atUs: number;
  history: History;
  /** phase of the VM the story is about */
  leading: Phase | null;
  of: (index: number) => number;
  phase: Phase | null;
  slots: Record<string, string>;
  follows: boolean;
  /** the sentence is about another VM than the pinged one */
  other: boolean;
}

function codeOf(at: Situation): SentenceCode {
  const { run, history, of, phase, slots } = at;
  const name = phase?.name ?? 'steady';
  const refusal = refusalAt(history, of(SCALAR.timeUs));
  if (refusal !== null && (name === 'steady' || name === 'recover')) {
    slots.refusal = refusal;
    return 'refused';
  }
  const failure = failures?.failureCode({ ...at, phase: at.leading, other: leadIsOther(at) }) ?? null;
  if (failure !== null) return failure;
  if (phase) slots.phase = phaseName(name, false);
  if (at.follows) return name.startsWith('round-') ? 'follow-round' : 'follow';
  const held = of(SCALAR.pagesHeldBack) > 0;
  const begins = phase !== null && of(SCALAR.timeUs) - phase.startUs < BEGINS_US;
  if (name === 'round-1') {
    if (begins) return at.other ? 'round-1-begins-other' : 'round-1-begins';
    // Only the pinged VM's own move is sure to share a port with the replies.
    if (at.other) return held ? 'round-1-held-other' : 'round-1-other';
    if (isUnpaced(run)) return held ? 'round-1-unpaced-held' : 'round-1-unpaced';
    return held ? 'round-1-held' : 'round-1';
  }
  if (name.startsWith('round-')) {
    const joined =
      name === 'round-2' && run.scenario.prediction.hold === 'round-1' && heldOf(history, phase?.vm ?? 0) > 0;
    return joined ? 'round-n-held' : 'round-n';
  }
  switch (name) {
    case 'stop-notice':
      if (run.scenario.failover === 'paper-script') return 'notice-script';
      return at.other ? 'notice-stock-other' : 'notice-stock';
    case 'waiting':
      return 'queued';
    case 'predict':
      slots.hold = formatCount(run.scenario.prediction.workingSetPages);
      return run.scenario.prediction.predictor === 'none' ? 'predict-none' : 'predict';
    case 'recover':
      if (slots.away !== '–') return at.other ? 'rebooted-other' : 'rebooted';
      if (slots.downtime === '–') return at.other ? 'back-home-other' : 'back-home';
      return recoverCode(at, begins);
    case 'stop-and-copy':
      return run.scenario.migration.strategy === 'stop-and-copy' ? 'stop-and-copy-all' : name;
    case 'reserve':
    case 'activate':
      return at.other ? `${name}-other` : name;
    case 'shutdown':
    case 'boot':
      return at.other ? `${name}-other` : name;
    default:
      return steadyCode(at);
  }
}

function leadIsOther({ leading, history, run }: Situation): boolean {
  const name = history.vms.find(({ id }) => id === leading?.vm)?.name;
  return name !== undefined && name !== run.scenario.pingedVm;
}

/** A pace above the link's is none: the stream takes what the link gives. */
function isUnpaced({ scenario: { failover, migration, network } }: Run): boolean {
  return failover === 'stock-migrating' || migration.rateMbps >= network.linkMbps;
}

function recoverCode({ run, of, phase, other }: Situation, begins: boolean): SentenceCode {
  const tail = of(SCALAR.timeUs) - (phase?.startUs ?? 0) < TAILS * run.scenario.migration.tailMs * 1000;
  if (other) return tail ? 'recover-other' : 'recovered-other';
  if (begins) return 'recover-begins';
  return tail ? 'recover' : 'recovered';
}

/** A stop the cluster has just refused, in words. */
function refusalAt(history: History, atUs: number): string | null {
  const refused = history.events.findLast(
    ({ code }) => code === 'stop-refused' || code === 'command-refused',
  );
  return refused && atUs - refused.atUs < REFUSAL_US ? eventText(refused, false) : null;
}

function steadyCode(at: Situation): SentenceCode {
  const { run, of, slots } = at;
  const quiet = failures?.quietCode({ ...at, phase: at.leading, other: leadIsOther(at) }) ?? null;
  if (quiet !== null) return quiet;
  const next = run.commands.find(({ atMs }) => atMs * 1000 > of(SCALAR.timeUs));
  if (next?.command.kind === 'stop-node') {
    slots.at = formatSeconds(next.atMs * 1000, 1);
    slots.Stopped = capital(nodeName(next.command.node - 1));
    return 'scripted';
  }
  // Where a link has locked failures, nobody is asked for one.
  return run.commands.length === 0 && page.refusal('failures') === null ? 'waiting' : 'steady';
}

function commonSlots(run: Run, history: History, of: (index: number) => number): Record<string, string> {
  const pinged = history.vms.find((vm) => vm.name === run.scenario.pingedVm);
  return {
    pinged: run.scenario.pingedVm,
    home: nodeName(pinged?.node ?? -1),
    pace: formatMbps(run.scenario.migration.rateMbps),
    rate: formatCount(1000 / run.scenario.network.pingIntervalMs),
    mean: formatMillis(of(SCALAR.meanPingMs)),
    lost: formatCount(of(SCALAR.lostPingsTotal)),
    round: formatCount(of(SCALAR.round)),
    arrived: formatCount(of(SCALAR.pagesArrived)),
    again: formatCount(of(SCALAR.pagesWrittenAgain)),
    held: formatCount(of(SCALAR.pagesHeldBack)),
    left: formatCount(of(SCALAR.pagesLeft)),
    all: formatCount(of(SCALAR.pagesTotal)),
    list: formatCount(of(SCALAR.roundToSend)),
    sent: formatCount(of(SCALAR.roundSent)),
    dirtied: formatCount(of(SCALAR.roundDirtied)),
    paused: formatMillis(of(SCALAR.pausedForUs) / 1000, 1),
  };
}

function moveSlots(history: History, vm: number, of: (index: number) => number): Record<string, string> {
  const summary = history.vms.find(({ id }) => id === vm);
  const move = history.migrations.findLast((migration) => migration.vm === vm);
  const draining = history.nodes.find((node) => node.state === 'draining')?.id ?? summary?.node ?? -1;
  const from = move?.from ?? draining;
  const starting = summary?.belief.state === 'starting' ? summary.belief.node : -1;
  const to = move?.to ?? (starting >= 0 ? starting : of(SCALAR.destinationNode));
  return {
    vm: summary?.name ?? '',
    node: nodeName(summary?.node ?? -1),
    from: nodeName(from),
    From: capital(nodeName(from)),
    to: nodeName(to),
    To: capital(nodeName(to)),
    mib: formatMiB((summary?.memoryPages ?? Number.NaN) / 256),
    belief: summary?.belief.state === 'stopped' ? 'believes it' : 'is about to believe it',
    away: formatSeconds(awayUs(history, vm), 1),
    downtime: formatMillis(spanMs(move?.suspendUs, move), 1),
    total: formatSeconds(spanMs(move?.startUs, move) * 1000),
  };
}

/** Phases in which nobody runs a VM. */
const AWAY: readonly string[] = ['shutdown', 'down', 'boot'];

/** How long nobody ran the VM just before it recovered; NaN where somebody always did. */
function awayUs(history: History, vm: number): number {
  const own = history.phases.filter((phase) => phase.vm === vm);
  const up = own.findLastIndex(({ name }) => name === 'recover');
  let first = up;
  while (first > 0 && AWAY.includes(own[first - 1]?.name ?? '')) first -= 1;
  return first < up ? (own[up]?.startUs ?? Number.NaN) - (own[first]?.startUs ?? Number.NaN) : Number.NaN;
}

function spanMs(fromUs: number | null | undefined, move: MigrationRecord | undefined): number {
  if (move?.outcome !== 'completed' || move.endUs === null) return Number.NaN;
  return (move.endUs - (fromUs ?? Number.NaN)) / 1000;
}

/** Mean of the last second, but never mixed with what was before the stream began or before the VM moved. */
function meanNow(pings: Table, phase: Phase, atUs: number): number {
  const fresh = phase.name === 'round-1' || phase.name === 'recover' ? phase.startUs : 0;
  return pingMean(pings, Math.max(fresh, atUs - 1_000_000), atUs).meanMs;
}

/** The VM that moves while the story's own VM recovers: of several the one in the picture. */
function followerAt(history: History, lead: number, atUs: number, shown: number): Phase | null {
  for (const id of [shown, ...history.vms.map((vm) => vm.id)]) {
    const phase = id === lead ? null : phaseAt(history, id, atUs);
    if (phase && !['steady', 'recover', 'waiting', 'down', 'halted'].includes(phase.name)) return phase;
  }
  return null;
}

function heldOf(history: History, vm: number): number {
  return history.migrations.findLast((move) => move.vm === vm)?.heldPages ?? 0;
}
