/** The sentence while several guests move at once, or wait for others that do. */
import { formatCount } from '../../../base/format.ts';
import type { History, MigrationRecord, Phase, Run } from '../../../protocol/model.ts';
import { listed, nodeName } from './names.ts';

interface CrowdMoment {
  readonly run: Run;
  readonly history: History;
  /** phase of the VM the story is about */
  readonly phase: Phase | null;
  readonly slots: Record<string, string>;
}

export type CrowdCode = 'crowd-round' | 'crowd-follow' | 'crowd-wait';

/** Null where one moves at a time, or the phase has a sentence of its own. Adds its slots to the moment's. */
export function crowd(at: CrowdMoment): CrowdCode | null {
  const { history, phase, run } = at;
  if ((run.scenario.migration.parallelMigrations ?? 1) < 2) return null;
  const moving = history.migrations.filter(({ outcome }) => outcome === 'running');
  const place = history.waiting.indexOf(phase?.vm ?? -1) + 1;
  if (phase?.name === 'waiting' && place > 0 && moving.length > 0) {
    return say(at, 'crowd-wait', { place: formatCount(place), guests: guests(moving.length) });
  }
  if (moving.length < 2) return null;
  const slots = { guests: guests(moving.length), line: line(history.waiting.length) };
  const round = /^round-(\d+)$/.exec(phase?.name ?? '')?.[1];
  if (round !== undefined) return say(at, 'crowd-round', { ...slots, round, port: port(moving) });
  if (phase?.name !== 'recover') return null;
  const names = moving.map(({ vm }) => history.vms.find(({ id }) => id === vm)?.name ?? '');
  return say(at, 'crowd-follow', { ...slots, names: listed(names) });
}

const GUESTS = '{count} guests';
const ONE_GUEST = 'one guest';
const NOBODY = 'nobody waits';
const ONE_WAITS = '1 waits in line';
const WAIT = '{count} wait in line';
const ONE_PORT = 'the port of {node}';
const PORTS = 'shared ports';

function guests(count: number): string {
  return count === 1 ? ONE_GUEST : GUESTS.replace('{count}', formatCount(count));
}

function line(count: number): string {
  if (count === 0) return NOBODY;
  return count === 1 ? ONE_WAITS : WAIT.replace('{count}', formatCount(count));
}

function port(moving: readonly MigrationRecord[]): string {
  const [first] = moving;
  const together = first !== undefined && moving.every(({ from }) => from === first.from);
  return together ? ONE_PORT.replace('{node}', nodeName(first.from)) : PORTS;
}

function say(at: CrowdMoment, code: CrowdCode, slots: Record<string, string>): CrowdCode {
  Object.assign(at.slots, slots);
  return code;
}
