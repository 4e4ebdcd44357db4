/** The sentence for a cluster that was hurt, told from the moment's history alone; null where nothing of it shows. */
import { formatCount, formatMbps, formatPercent, formatSeconds } from '../../../base/format.ts';
import type { History, Phase, Run } from '../../../protocol/model.ts';
import { commandText } from '../../../protocol/texts.ts';
import { blocksAt, splitBrainsAt } from '../../shared/split-brain.ts';
import { crowd } from './crowd.ts';
import { FAILURE_SENTENCES } from './failure-templates-en.ts';
import { capital, listed, nodeName } from './names.ts';
import { heldForDead, silenceOf } from './silence.ts';

export { FAILURE_SENTENCES };
export type FailureCode = keyof typeof FAILURE_SENTENCES;

export interface FailureMoment {
  readonly run: Run;
  readonly history: History;
  readonly atUs: number;
  /** phase of the VM the story is about */
  readonly phase: Phase | null;
  /** that VM is not the pinged one */
  readonly other: boolean;
  /** what is known so far; what a template needs beside it is added */
  readonly slots: Record<string, string>;
}

const MOVING = /^(stop-notice|reserve|predict|round-\d+|stop-and-copy|activate)$/;
/** What a VM has just come through is told before the rest of the cluster's troubles. */
const NEWS_US = 4_000_000;
/** And by itself for so long, before the others that move are counted. */
const ARRIVED_US = 1_000_000;

export function failureCode(at: FailureMoment): FailureCode | null {
  const { phase } = at;
  const name = phase?.name ?? 'steady';
  const split = splitBrain(at);
  if (split !== null) return split;
  const stop = stopFails(at);
  if (stop !== null) return stop;
  if (MOVING.test(name)) return stalled(at) ?? crowd(at);
  if (name === 'halted') return halted(at);
  if (name === 'down') return waiting(at) ?? down(at);
  if (name === 'boot') return boot(at);
  const sinceUs = at.atUs - (phase?.startUs ?? 0);
  if (name === 'recover' && sinceUs < NEWS_US) return sinceUs > ARRIVED_US ? crowd(at) : null;
  if (name === 'waiting') return crowd(at);
  if (name !== 'steady' && name !== 'recover') return null;
  return waiting(at) ?? copyBoots(at) ?? starting(at) ?? held(at) ?? crowd(at) ?? surroundings(at);
}

/** Slots and code in one: what is set here is what the code's template needs. */
function say<Code extends FailureCode>(at: FailureMoment, code: Code, slots: Record<string, string>): Code {
  Object.assign(at.slots, slots);
  return code;
}

const seconds = (us: number) => formatSeconds(Math.max(0, us), 1);
const since = (at: FailureMoment) => seconds(at.atUs - (at.phase?.startUs ?? at.atUs));
const named = (node: number) => ({ node: nodeName(node), Node: capital(nodeName(node)) });

function lastEvent({ history, atUs }: FailureMoment, codes: readonly string[], vm?: string) {
  return history.events.findLast(
    (event) =>
      event.atUs <= atUs && codes.includes(event.code) && (vm === undefined || event.slots.vm === vm),
  );
}

function splitBrain(at: FailureMoment): FailureCode | null {
  const { history, run, atUs } = at;
  const all = splitBrainsAt(history, atUs);
  const split = all.find(({ vm }) => vm === run.scenario.pingedVm) ?? all[0];
  if (split === undefined) return null;
  const blocks = all.reduce((sum, { vm }) => sum + blocksAt(history, vm, run.scenario, atUs), 0);
  return say(at, all.length > 1 ? 'split-brain-more' : 'split-brain', {
    vm: split.vm,
    more: formatCount(all.length - 1),
    node: unbroken(split.node),
    other: unbroken(split.other),
    blocks: formatCount(blocks),
  });
}

/** A stop script that does not do its work, or what that came to as long as nobody else has noticed. */
function stopFails(at: FailureMoment): FailureCode | null {
  const { history } = at;
  const trying = history.nodes.find(({ retry }) => retry !== null);
  if (trying?.retry) {
    const { vm, attempt } = trying.retry;
    const left = MOST_RETRIES + 1 - attempt;
    return say(at, 'stop-retry', {
      ...named(trying.id),
      vm: history.vms.find(({ id }) => id === vm)?.name ?? '',
      times: attempt === 1 ? ONCE : TIMES.replace('{count}', formatCount(attempt)),
      left: left === 1 ? ONE_MORE : MORE.replace('{count}', formatCount(left)),
    });
  }
  const silent = silenceOf(history);
  if (silent?.cause !== 'rebooting') return null;
  const reboot = nodeEvent(at, silent.node.id, ['node-reboots']);
  const guests = guestsOf(at, silent.node.id);
  return say(at, 'self-reboot', {
    ...named(silent.node.id),
    vm: String(reboot?.slots.vm ?? ''),
    guests: guests.length > 0 ? listed(guests) : NO_GUEST,
    silent: seconds(at.atUs - silent.heardUs),
    deadtime: seconds(silent.deadlineUs - silent.heardUs),
  });
}

/** After the first call; the engine keeps to the same number. */
const MOST_RETRIES = 10;
const ONCE = 'once';
const TIMES = '{count} times';
const ONE_MORE = 'one more failure';
const MORE = '{count} more failures';
const NO_GUEST = 'No guest';

function stalled(at: FailureMoment): FailureCode | null {
  const last = lastEvent(at, [
    'migration-stalled',
    'migration-goes-on',
    'aborted',
    'migration-lost',
    'activated',
  ]);
  if (last?.code !== 'migration-stalled') return null;
  return say(at, 'stalled', {
    vm: String(last.slots.vm),
    to: unbroken(String(last.slots.to)),
    since: seconds(at.atUs - last.atUs),
  });
}

function halted(at: FailureMoment): FailureCode {
  const { history, phase } = at;
  const vm = history.vms.find(({ id }) => id === phase?.vm);
  const silent = waiting(at);
  if (silent !== null) return silent;
  const code =
    vm?.halted === 'host'
      ? 'halted-host'
      : history.surroundings.storageDown
        ? 'halted-storage'
        : 'halted-lan';
  return say(at, code, { vm: vm?.name ?? '', since: since(at), ...named(vm?.node ?? -1) });
}

/** Somebody's silence, or a shot: what everybody waits for. */
function waiting(at: FailureMoment): FailureCode | null {
  return shot(at) ?? silent(at);
}

function silent(at: FailureMoment): FailureCode | null {
  const { history, run, atUs } = at;
  const found = silenceOf(history);
  if (found === null) return null;
  const guests = guestsOf(at, found.node.id);
  const slots = {
    ...named(found.node.id),
    guests: listed(guests),
    silent: seconds(atUs - found.heardUs),
    deadtime: seconds(found.deadlineUs - found.heardUs),
  };
  const hit = guests.includes(run.scenario.pingedVm);
  if (found.cause === 'rebooting') return null;
  if (guests.length === 0) return say(at, `silent-${found.cause}-empty`, slots);
  if (found.cause === 'off') return say(at, hit ? 'silent-off' : 'silent-off-other', slots);
  return say(at, `silent-${found.cause}`, slots);
}

function shot(at: FailureMoment): FailureCode | null {
  const { history, atUs } = at;
  const [aimed] = [...history.shots].sort((a, b) => a.dueUs - b.dueUs);
  if (aimed === undefined) return null;
  const guests = guestsOf(at, aimed.target);
  return say(at, aimed.attempt > 1 ? 'shot-again' : 'shot-aimed', {
    ...named(aimed.target),
    by: nodeName(aimed.by),
    By: capital(nodeName(aimed.by)),
    due: seconds(aimed.dueUs - atUs),
    missed: capital(shots(aimed.attempt - 1)),
    guests: guests.length > 0 ? listed(guests) : ITS_GUESTS,
  });
}

const ITS_GUESTS = 'its guests';
const ONE_SHOT = 'one shot';
const SHOTS = '{count} shots';
const shots = (count: number) => (count === 1 ? ONE_SHOT : SHOTS.replace('{count}', formatCount(count)));

/** Guests the others believe on a node, in truth or not. */
function guestsOf({ history }: FailureMoment, node: number): string[] {
  return history.vms
    .filter(({ id }) =>
      history.nodes.some((one) => one.id !== node && one.state === 'online' && one.owners[id] === node),
    )
    .map(({ name }) => name);
}

function down(at: FailureMoment): FailureCode {
  const { history, phase, run } = at;
  const vm = history.vms.find(({ id }) => id === phase?.vm)?.name ?? '';
  const slots = { vm, since: since(at) };
  const crashed = lastEvent(at, ['vm-crashed', 'vm-lost', 'vm-stopped'], vm);
  if (crashed?.code === 'vm-crashed') {
    const { monitorMs } = run.scenario.heartbeat;
    const code = at.other ? 'vm-crashed-other' : monitorMs > 0 ? 'vm-crashed-monitored' : 'vm-crashed';
    return say(at, code, {
      vm,
      node: unbroken(String(crashed.slots.node)),
      monitor: seconds(monitorMs * 1000),
    });
  }
  const full = lastEvent(at, ['no-room'], vm);
  if (full !== undefined && full.atUs >= (phase?.startUs ?? 0)) return say(at, 'no-room', slots);
  const left = gaveUp(at);
  if (left !== null) return left;
  return say(at, at.other ? 'down-other' : 'down', slots);
}

function boot(at: FailureMoment): FailureCode | null {
  const left = gaveUp(at);
  if (left !== null) return left;
  const { history, phase } = at;
  const vm = history.vms.find(({ id }) => id === phase?.vm)?.name ?? '';
  const cause = lastEvent(at, ['vm-lost', 'vm-crashed', 'vm-shutdown'], vm);
  if (cause === undefined || cause.code === 'vm-shutdown') return null;
  const started = lastEvent(at, ['boot-started'], vm);
  return say(at, at.other ? 'boot-lost-other' : 'boot-lost', {
    vm,
    to: unbroken(String(started?.slots.to ?? '')),
    since: since(at),
  });
}

function copyBoots(at: FailureMoment): FailureCode | null {
  const vm = at.history.vms.find(({ copyNode, copyBooting }) => copyNode >= 0 && copyBooting);
  if (vm === undefined) return null;
  const started = lastEvent(at, ['boot-started'], vm.name);
  return say(at, 'copy-boots', {
    vm: vm.name,
    ...named(vm.node),
    To: capital(nodeName(vm.copyNode)),
    since: seconds(at.atUs - (started?.atUs ?? at.atUs)),
  });
}

function gaveUp(at: FailureMoment): FailureCode | null {
  const nodes = at.history.nodes.filter(
    ({ id, state }) =>
      state === 'starting' && nodeEvent(at, id, ['gives-up', 'node-powered'])?.code === 'gives-up',
  );
  if (nodes.length === 0) return null;
  return say(at, 'gave-up', { Nodes: capital(listed(nodes.map(({ id }) => nodeName(id)))) });
}

function starting(at: FailureMoment): FailureCode | null {
  const left = gaveUp(at);
  if (left !== null) return left;
  const node = at.history.nodes.find(({ state }) => state === 'starting');
  if (node === undefined) return null;
  const powered = nodeEvent(at, node.id, ['node-powered']);
  return say(at, 'node-starts', {
    ...named(node.id),
    since: seconds(at.atUs - (powered?.atUs ?? at.atUs)),
  });
}

function nodeEvent({ history, atUs }: FailureMoment, node: number, codes: readonly string[]) {
  return history.events.findLast(
    (event) => event.atUs <= atUs && codes.includes(event.code) && event.slots.node === `node ${node + 1}`,
  );
}

const DOING: Readonly<Partial<Record<string, string>>> = { frozen: 'only hangs' };
const IS_THERE = 'is there';

function held(at: FailureMoment): FailureCode | null {
  const { history } = at;
  const found = heldForDead(history);
  if (found !== null && found.node.guests.length > 0) {
    const names = found.node.guests.map((id) => history.vms.find((vm) => vm.id === id)?.name ?? '');
    return say(at, 'held-dead', {
      ...named(found.node.id),
      By: capital(nodeName(found.by.id)),
      doing: DOING[found.node.state] ?? IS_THERE,
      guests: listed(names),
    });
  }
  return null;
}

function surroundings(at: FailureMoment): FailureCode | null {
  const { run, history } = at;
  const { heartbeatLoss, dataLoss, dataMbps, storageSlow } = history.surroundings;
  if (dataLoss > 0) return say(at, 'lan-lossy', { share: formatPercent(dataLoss * 100) });
  if (dataMbps < run.scenario.network.linkMbps) return say(at, 'lan-slow', { mbps: formatMbps(dataMbps) });
  if (heartbeatLoss > 0) {
    const deadtime = seconds(run.scenario.heartbeat.deadtimeMs * 1000);
    return say(at, 'beats-lossy', { share: formatPercent(heartbeatLoss * 100), deadtime });
  }
  if (storageSlow > 1) return say(at, 'storage-slow', { factor: formatCount(storageSlow) });
  return null;
}

/** After a crash everybody has got over: said with the rest of what is so. */
export function quietCode(at: FailureMoment): FailureCode | null {
  const next = at.run.commands.find(({ atMs }) => atMs * 1000 > at.atUs);
  if (next !== undefined && next.command.kind !== 'stop-node') {
    return say(at, 'scripted-command', {
      at: seconds(next.atMs * 1000),
      command: unbroken(commandText(next.command, false)),
    });
  }
  const off = at.history.nodes.find(({ state }) => state === 'crashed');
  return off === undefined ? null : say(at, 'node-off', named(off.id));
}

/** "node 2" stays on one line. */
function unbroken(name: string): string {
  return name.replace(/\bnode (\d)/g, 'node\u00a0$1');
}
