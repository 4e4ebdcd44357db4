/**
 * What must be true of every run, told from its recording and its history alone: a checker of its own, apart from the
 * code it checks. Each law returns what breaks it, as sentences; none is what a test wants.
 */
import { PAGE_EVENT } from '../../../src/base/columns.ts';
import type { Micros } from '../../../src/base/units.ts';
import { goodput } from '../../../src/engine/network/transmit-port.ts';
import type { MigrationRecord, Phase } from '../../../src/engine/simulation/history.ts';
import type { Played } from './runs.ts';

const PAGE_BYTES = 4096;
/** whole microseconds: a page's end is rounded down, a batch's start, too */
const ROUNDING_US = 2;

type Rows = { readonly rows: number; at(row: number, column: number): number };

/** Rows as records by the given names of their columns. */
function rowsOf<N extends string>(table: Rows, names: readonly N[]): Record<N, number>[] {
  return Array.from({ length: table.rows }, (_, row) => {
    const entries = names.map((name, column) => [name, table.at(row, column)]);
    return Object.fromEntries(entries) as Record<N, number>;
  });
}

const pagesOf = (played: Played) => rowsOf(played.series.pages, ['at', 'vm', 'page', 'kind', 'round']);
const batchesOf = (played: Played) =>
  rowsOf(played.series.batches, ['start', 'end', 'vm', 'round', 'first', 'pages']);
const pingsOf = (played: Played) =>
  rowsOf(played.series.pings, ['sent', 'rtt', 'queue', 'tail', 'noise', 'batch']);

const limitOf = ({ run }: Played): number => run.scenario.migration.parallelMigrations ?? 1;

/** Bytes on a link ≤ capacity × time, over every window: of each port that sends, and of each that receives. */
function capacity(played: Played): string[] {
  const { linkMbps } = played.run.scenario.network;
  const pageUs = (PAGE_BYTES * 8e6) / goodput(linkMbps);
  const broken: string[] = [];
  const sent = pagesOf(played).filter((row) => row.kind === PAGE_EVENT.sent);
  // Of others on the port a part of a page each may have left before a window begins, and each of the four times one
  // comes or goes is rounded.
  const shared = limitOf(played) > 1 ? 4 * played.sim.migrations.length : 0;
  const parts = (limitOf(played) - 1) * pageUs + shared;
  for (const [port, pages] of byPort(played, sent)) {
    // Pages i+1 … j leave in (tᵢ, tⱼ]: (j − i)·pageUs ≤ tⱼ − tᵢ for all i < j is j·pageUs − tⱼ never above its least yet.
    let least = Number.POSITIVE_INFINITY;
    pages.forEach(({ at }, i) => {
      const ahead = i * pageUs - at;
      if (ahead - least > ROUNDING_US + parts) {
        broken.push(`page ${i} of ${port} at ${at} is ${ahead - least} µs too early`);
      }
      least = Math.min(least, ahead);
    });
  }
  const ends = new Map<number, Micros>();
  let total = 0;
  for (const batch of batchesOf(played)) {
    // One after another, of one VM or, where they take turns, of all.
    const line = limitOf(played) === 1 ? -1 : batch.vm;
    const end = ends.get(line) ?? 0;
    if (batch.start < end)
      broken.push(`a batch starts at ${batch.start}, before the last one ended at ${end}`);
    if (batch.pages * pageUs > batch.end - batch.start + ROUNDING_US) {
      broken.push(`${batch.pages} pages in ${batch.end - batch.start} µs`);
    }
    ends.set(line, batch.end);
    total += batch.pages;
  }
  // a batch still on at the end is not written down yet
  const open = played.sim.jobs.reduce((sum, job) => sum + (job.streamOn ? job.batchSent : 0), 0);
  if (total + open !== sent.length)
    broken.push(`batches tell ${total + open} pages, ${sent.length} were sent`);
  return broken;
}

type PageRow = ReturnType<typeof pagesOf>[number];

function byPort(played: Played, pages: readonly PageRow[]): Map<string, PageRow[]> {
  const ports = new Map<string, PageRow[]>();
  for (const row of pages) {
    const move = played.sim.migrations.find(
      (m) =>
        m.vm === row.vm && (m.startUs ?? Number.POSITIVE_INFINITY) <= row.at && row.at <= (m.endUs ?? row.at),
    );
    for (const port of [`sender ${move?.from}`, `receiver ${move?.to}`]) {
      const list = ports.get(port);
      if (list) list.push(row);
      else ports.set(port, [row]);
    }
  }
  return ports;
}

/** Live rounds keep the pace: a batch a period. */
function pace(played: Played): string[] {
  const { scenario } = played.run;
  const mbps = scenario.failover === 'paper-script' ? scenario.migration.rateMbps : scenario.network.linkMbps;
  const bitsPerUs = Math.min(mbps, goodput(scenario.network.linkMbps) / 1e6);
  const batchBits = scenario.migration.batchPages * PAGE_BYTES * 8;
  const broken: string[] = [];
  for (const migration of played.sim.migrations) {
    const { startUs, vm } = migration;
    if (startUs === null) continue;
    const until = migration.suspendUs ?? migration.endUs ?? Number.POSITIVE_INFINITY;
    const sent = pagesOf(played).filter(
      (row) => row.kind === PAGE_EVENT.sent && row.vm === vm && row.at >= startUs && row.at <= until,
    );
    sent.forEach(({ at }, i) => {
      const allowed = bitsPerUs * (at - startUs + ROUNDING_US) + batchBits;
      if ((i + 1) * PAGE_BYTES * 8 > allowed) broken.push(`page ${i} of ${vm} at ${at} outruns the pace`);
    });
  }
  return broken;
}

/** No lost write, from the page log: of every page the newest version was sent before the VM runs elsewhere. */
function noLostWrite(played: Played): string[] {
  const broken: string[] = [];
  const log = pagesOf(played);
  for (const migration of played.sim.migrations) {
    if (migration.outcome !== 'completed' || migration.endUs === null) continue;
    // a log of the same VM's earlier, aborted attempt does not count
    const earlier = played.sim.migrations.filter((m) => m.vm === migration.vm && m.id < migration.id);
    const from = Math.max(-1, ...earlier.map((m) => m.endUs ?? -1));
    const fresh = new Set<number>();
    for (const { at, vm, page, kind } of log) {
      if (vm !== migration.vm || at <= from || at > migration.endUs) continue;
      if (kind === PAGE_EVENT.sent) fresh.add(page);
      if (kind === PAGE_EVENT.written) {
        fresh.delete(page);
        if (migration.suspendUs !== null && at > migration.suspendUs) {
          broken.push(`VM ${vm} wrote page ${page} at ${at} while it was paused`);
        }
      }
    }
    const lost = migration.totalPages - fresh.size;
    if (lost !== 0)
      broken.push(`migration ${migration.id}: ${lost} pages did not arrive in their newest version`);
  }
  return broken;
}

const inPause = (played: Played, sent: Micros): boolean =>
  played.sim.migrations.some((m) => {
    if (m.vm !== pingedId(played) || m.suspendUs === null || sent < m.suspendUs) return false;
    // A command comes after what else happens at its moment, so an abort wakes the VM after that moment's ping.
    return m.endUs === null || sent < m.endUs || (m.outcome === 'aborted' && sent === m.endUs);
  });

const inReboot = (played: Played, sent: Micros): boolean => {
  const count = (code: string): number =>
    played.sim.log.filter(
      (event) => event.code === code && event.slots.vm === played.run.scenario.pingedVm && event.atUs <= sent,
    ).length;
  return count('vm-stopped') > count('booted');
};

const pingedId = ({ run }: Played): number =>
  run.scenario.guests.findIndex((guest) => guest.name === run.scenario.pingedVm);

/** Where the pinged VM ran at a moment. */
function nodeAt(played: Played, us: Micros): number {
  const id = pingedId(played);
  const moves = played.sim.migrations.filter(
    (m) => m.vm === id && m.outcome === 'completed' && m.endUs !== null && m.endUs <= us,
  );
  return moves.at(-1)?.to ?? (played.run.scenario.guests[id]?.node ?? 0) - 1;
}

/** Parts of a ping add up, it waits when a batch leaves its host's port, and is lost only while its VM does not run. */
function pings(played: Played): string[] {
  const broken: string[] = [];
  const { network, failover } = played.run.scenario;
  const batches = batchesOf(played);
  const aborts = new Set(played.sim.migrations.filter((m) => m.outcome === 'aborted').map((m) => m.endUs));
  let [lost, sum] = [0, 0];
  pingsOf(played).forEach((ping, i) => {
    const intervalUs = Math.round(network.pingIntervalMs * 1000);
    if (ping.sent !== i * intervalUs) broken.push(`ping ${i} was sent at ${ping.sent}`);
    const away = inPause(played, ping.sent) || inReboot(played, ping.sent);
    if (Number.isNaN(ping.rtt) !== away) {
      broken.push(
        `ping ${i} at ${ping.sent} is ${away ? 'answered though its VM is away' : 'lost though it runs'}`,
      );
    }
    if (Number.isNaN(ping.rtt)) {
      lost += 1;
      return;
    }
    sum += ping.rtt;
    const parts = network.wireRttMs + network.hypervisorRttMs + ping.queue + ping.tail + ping.noise;
    if (Math.abs(parts - ping.rtt) > 1e-9) broken.push(`ping ${i}: its parts give ${parts}, not ${ping.rtt}`);
    if (failover === 'stock-rebooting') return;
    if (limitOf(played) > 1) {
      const here = nodeAt(played, ping.sent);
      const ends = batches.filter((batch) => batch.start <= ping.sent && ping.sent <= batch.end);
      const near = ends.some(({ vm, start }) => {
        const move = moveAt(played, vm, start);
        return move?.from === here || move?.to === here;
      });
      if (ping.queue > 0 && !near && played.sim.jobs.every((job) => !job.streamOn)) {
        broken.push(`ping ${i} waits ${ping.queue} ms, and no batch is on near it`);
      }
      return;
    }
    const on = batches.findIndex((batch) => {
      const source = sourceOf(played, batch.vm, batch.start);
      const aborted = aborts.has(batch.end) && ping.sent === batch.end;
      return (
        source === nodeAt(played, ping.sent) && batch.start <= ping.sent && (ping.sent < batch.end || aborted)
      );
    });
    const open = played.sim.jobs.some((job) => job.streamOn && ping.sent >= job.batchStartUs);
    if (!open && on !== ping.batch)
      broken.push(`ping ${i} at ${ping.sent} names batch ${ping.batch}, not ${on}`);
    if (!open && ping.queue > 0 !== on >= 0) broken.push(`ping ${i} waits ${ping.queue} ms, batch ${on}`);
  });
  const { pings: told } = played.sim;
  if (told.lost !== lost) broken.push(`${told.lost} pings are told lost, ${lost} are`);
  if (Math.abs(told.sumMs - sum) > 1e-6) broken.push(`the pings’ sum is ${told.sumMs}, not ${sum}`);
  return broken;
}

function moveAt(played: Played, vm: number, us: Micros): MigrationRecord | undefined {
  return played.sim.migrations.find(
    (m) => m.vm === vm && (m.startUs ?? Number.POSITIVE_INFINITY) <= us && us <= (m.endUs ?? us),
  );
}

const sourceOf = (played: Played, vm: number, us: Micros): number => moveAt(played, vm, us)?.from ?? -1;

/** What may follow what; a phase of no length is left out, so two of them may look like one. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  steady: ['stop-retry', 'stop-notice', 'shutdown'],
  'stop-retry': ['stop-notice', 'shutdown', 'waiting'],
  'stop-notice': ['waiting', 'reserve'],
  waiting: ['reserve'],
  reserve: ['predict', 'round-1', 'stop-and-copy', 'waiting'],
  predict: ['round-1', 'waiting'],
  round: ['round', 'stop-and-copy', 'waiting'],
  'stop-and-copy': ['activate', 'waiting'],
  activate: ['recover', 'waiting', 'reserve'],
  recover: ['stop-retry', 'stop-notice', 'waiting', 'reserve', 'shutdown'],
  shutdown: ['boot'],
  boot: ['boot', 'recover'],
};

function mayFollow(before: string, after: string): boolean {
  const [, round] = /^round-(\d+)$/.exec(before) ?? [];
  if (round === undefined) return FOLLOWS[before]?.includes(after) ?? false;
  if (/^round-/.test(after)) return after === `round-${Number(round) + 1}`;
  return FOLLOWS.round?.includes(after) ?? false;
}

/** Phases of each VM follow each other without a gap, in an order that makes sense. */
function phases(played: Played): string[] {
  const broken: string[] = [];
  for (const vm of played.sim.vms) {
    const own = played.sim.phases.filter((phase) => phase.vm === vm.id);
    const [first] = own;
    // stopped at the very start, it never was steady
    const begins = first?.name === 'steady' || FOLLOWS.steady?.includes(first?.name ?? '');
    if (first?.startUs !== 0 || begins !== true) broken.push(`VM ${vm.id} does not begin steady at 0`);
    own.forEach((phase, i) => {
      const next: Phase | undefined = own[i + 1];
      const name = `phase ${phase.name} of VM ${vm.id}`;
      if (next === undefined) {
        if (phase.endUs !== null) broken.push(`${name} is the last and ended`);
        return;
      }
      if (phase.endUs !== next.startUs)
        broken.push(`${name} ends at ${phase.endUs}, the next starts at ${next.startUs}`);
      if (next.startUs <= phase.startUs) broken.push(`${name} has no length`);
      if (!mayFollow(phase.name, next.name)) broken.push(`${name} is followed by ${next.name}`);
    });
  }
  return broken;
}

/** Rounds follow each other and add up; each lists what the one before left. */
function rounds(played: Played): string[] {
  return played.sim.migrations.flatMap((migration) => roundsOf(migration));
}

function roundsOf(migration: MigrationRecord): string[] {
  const broken: string[] = [];
  const { rounds: list, id } = migration;
  const ended = migration.outcome !== 'running';
  let sent = 0;
  list.forEach((round, i) => {
    const name = `round ${round.round} of migration ${id}`;
    const last = i === list.length - 1;
    const before = list[i - 1];
    sent += round.pagesSent;
    if (round.round !== i + 1) broken.push(`${name} is number ${i + 1}`);
    if (round.bytesSent !== round.pagesSent * PAGE_BYTES) broken.push(`${name} has ${round.bytesSent} bytes`);
    if (round.endUs === null && (ended || !last)) broken.push(`${name} never ended`);
    const done = round.pagesSent + round.pagesSkipped;
    const whole = !last || migration.outcome === 'completed';
    if (whole ? done !== round.pagesToSend : done > round.pagesToSend) {
      broken.push(`${name}: ${round.pagesToSend} listed, ${done} sent or skipped`);
    }
    if (before !== undefined) {
      if (!round.final && round.startUs !== before.endUs)
        broken.push(`${name} does not start with the end before`);
      if ((before.stop !== null) !== round.final)
        broken.push(`${name}: the stop rule spoke and it went on, or not`);
      if (round.final && round.pagesToSend !== before.remainingPages)
        broken.push(`${name} is not what was left`);
      const held = i === 1 ? migration.heldPages : 0;
      const [least, most] = [before.pagesDirtied, before.pagesDirtied + held];
      if (!round.final && (round.pagesToSend > most || (held === 0 && i > 1 && round.pagesToSend > least))) {
        broken.push(`${name} lists ${round.pagesToSend}, ${least} were dirty`);
      }
    }
    if (round.final && (round.pagesDirtied !== 0 || !last))
      broken.push(`${name} is final and is not the end`);
  });
  if (ended && sent !== migration.pagesSent)
    broken.push(`migration ${id}: rounds ${sent}, told ${migration.pagesSent}`);
  if (migration.outcome === 'completed' && list.at(-1)?.remainingPages !== 0)
    broken.push(`migration ${id} left pages`);
  if (migration.heldWritten > migration.heldPages) broken.push(`migration ${id}: more hits than pages held`);
  return broken;
}

/** Every VM is in one place, and none runs on a node that has left. */
function oneHomeEach(played: Played): string[] {
  const { vms, nodes, jobs } = played.sim;
  const broken: string[] = [];
  if (jobs.length > limitOf(played)) broken.push(`${jobs.length} guests move at once`);
  for (const vm of vms) {
    const [job, more] = jobs.filter((one) => one.vm === vm.id);
    if (more !== undefined) broken.push(`VM ${vm.id} moves twice`);
    const node = nodes[vm.node];
    if (node === undefined) broken.push(`VM ${vm.id} is on node ${vm.node}`);
    const lives = vm.state === 'running' || vm.state === 'migrating' || vm.state === 'paused';
    if (lives && node?.state === 'stopped')
      broken.push(`VM ${vm.id} runs on node ${vm.node}, which has left`);
    const moving = vm.state === 'migrating' || vm.state === 'paused';
    if (moving !== (job !== undefined && job.stage !== 'reserve' && job.stage !== 'predict')) {
      broken.push(`VM ${vm.id} is ${vm.state}, its job is ${job?.stage ?? 'none'}`);
    }
    if (moving && job?.from !== vm.node) broken.push(`VM ${vm.id} moves from where it does not run`);
  }
  // Of one VM's migrations each starts where the one before ended.
  const place = new Map(played.run.scenario.guests.map((guest, id) => [id, guest.node - 1]));
  const spans: { startUs: Micros; endUs: Micros }[] = [];
  for (const m of played.sim.migrations) {
    if (m.from !== place.get(m.vm))
      broken.push(`migration ${m.id} starts at ${m.from}, its VM is at ${place.get(m.vm)}`);
    if (m.outcome === 'completed') place.set(m.vm, m.to);
    const { startUs } = m;
    if (startUs === null) continue;
    const beside = spans.filter((one) => one.startUs <= startUs && startUs < one.endUs).length;
    if (beside >= limitOf(played)) broken.push(`migration ${m.id} begins beside ${beside} others`);
    spans.push({ startUs, endUs: m.endUs ?? Number.POSITIVE_INFINITY });
  }
  return broken;
}

export function brokenLaws(played: Played): string[] {
  const laws = { capacity, pace, noLostWrite, pings, phases, rounds, oneHomeEach };
  return Object.entries(laws).flatMap(([name, law]) => law(played).map((sentence) => `${name}: ${sentence}`));
}
