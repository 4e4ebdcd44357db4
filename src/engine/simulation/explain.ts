/**
 * Why? The chain of causes of a thing, nearest first: ping ← queue ← batch ← round ← written page ← stop.
 * Only what has happened up to the moment looked at is told.
 */
import { PAGE_EVENT } from '../../base/columns.ts';
import { type Micros, type Millis, microsFromMillis } from '../../base/units.ts';
import { PAYLOAD_BYTES_PER_PACKET, queuedBytes } from '../network/transmit-port.ts';
import { freeMiB } from './capacity.ts';
import type { MigrationRecord, RoundRecord } from './history.ts';
import { paceMbps } from './mover.ts';
import type { Series } from './series.ts';
import { nodeName, pingedVm, type SimState, vmName } from './state.ts';

export type WhyTarget =
  | { kind: 'ping'; index: number }
  | { kind: 'round'; migration: number; round: number }
  | { kind: 'stop'; migration: number }
  | { kind: 'rotation'; index: number }
  | { kind: 'phase'; index: number }
  | { kind: 'now' };

/** One cause in a chain, nearest to the effect first. */
export interface Cause {
  /** message code with its slots; words are made from it in protocol/texts */
  code: string;
  slots: Record<string, string | number>;
  /** moment to jump to, or null */
  atUs: Micros | null;
  /** milliseconds this cause adds to the effect, or null */
  addsMs: Millis | null;
  /** rule with operands, e.g. "inner 14 ≥ sibling 12", or "" */
  rule: string;
  /** paper, table, source line */
  source: string;
}

interface Extra {
  atUs?: Micros | null;
  addsMs?: Millis;
  rule?: string;
  source?: string;
}

function cause(code: string, slots: Cause['slots'], extra: Extra = {}): Cause {
  return {
    code,
    slots,
    atUs: extra.atUs ?? null,
    addsMs: extra.addsMs ?? null,
    rule: extra.rule ?? '',
    source: extra.source ?? '',
  };
}

/** @param sim the state at the moment looked at @param series may reach further; later rows are not used */
export function explain(sim: SimState, series: Series, target: WhyTarget): Cause[] {
  switch (target.kind) {
    case 'ping':
      return whyPing(sim, series, target.index);
    case 'round':
      return whyRound(sim, series, target.migration, target.round);
    case 'stop':
      return whyStop(sim, target.migration);
    case 'rotation':
      return whyRotation(series, target.index);
    case 'phase':
      return whyPhase(sim, series, target.index);
    case 'now':
      return whyNow(sim, series);
  }
}

function whyNow(sim: SimState, series: Series): Cause[] {
  const last = series.pings.rowsUntil(sim.nowUs) - 1;
  if (last >= 0 && (sim.job !== null || Number.isNaN(series.pings.at(last, 1)))) {
    return whyPing(sim, series, last);
  }
  const phase = pingedVm(sim).phase;
  return phase >= 0 && sim.migrations.length > 0 ? whyPhase(sim, series, phase) : whyPing(sim, series, last);
}

function whyPing(sim: SimState, series: Series, index: number): Cause[] {
  const { pings } = series;
  if (index < 0 || index >= pings.rowsUntil(sim.nowUs)) return [];
  const sent = pings.at(index, 0);
  const rtt = pings.at(index, 1);
  const vm = pingedVm(sim);
  if (Number.isNaN(rtt)) return whyLost(sim, sent, vm.id);
  const { network } = sim.scenario;
  const chain = [
    cause('ping', { rtt, sent }, { atUs: sent, source: '[A] Table 3: ping -i 0.01' }),
    cause('wire', { ms: network.wireRttMs }, { addsMs: network.wireRttMs, source: 'fitted' }),
    cause(
      'hypervisor',
      { ms: network.hypervisorRttMs },
      { addsMs: network.hypervisorRttMs, source: '[A] Table 3: 0.25 ms in all' },
    ),
  ];
  const queueMs = pings.at(index, 2);
  const tailMs = pings.at(index, 3);
  if (queueMs > 0) {
    const bytes = queuedBytes(network);
    const packets = Math.round(bytes / PAYLOAD_BYTES_PER_PACKET);
    chain.push(
      cause(
        'queue',
        { bytes, packets, ms: queueMs },
        {
          addsMs: queueMs,
          rule: 'D_q = 8·(W − C_p·t_b/8)·η/C',
          source: 'window and wire fitted to [A] Table 3',
        },
      ),
    );
  }
  if (tailMs > 0) {
    chain.push(
      cause(
        'tail',
        { ms: tailMs, share: tailMs / sim.queueDelayMs },
        {
          addsMs: tailMs,
          atUs: vm.activatedUs >= 0 ? vm.activatedUs : null,
          rule: 'ρ_d·e^(−t/τ)·D_q',
          source: 'fitted to [A] Table 3: 0.5 ms just after',
        },
      ),
    );
  }
  const noise = pings.at(index, 4);
  chain.push(cause('noise', { ms: noise }, { addsMs: noise, source: 'assumed, σ = 0.036 ms' }));
  if (queueMs > 0) chain.push(...whyBatch(sim, series, pings.at(index, 5), sent));
  else if (tailMs > 0) chain.push(...whyStopped(sim, sent, vm.id));
  return chain;
}

function whyBatch(sim: SimState, series: Series, batch: number, sent: Micros): Cause[] {
  const { batches } = series;
  const known = batch >= 0 && batch < batches.rows;
  const start = known ? batches.at(batch, 0) : (sim.job?.batchStartUs ?? sent);
  const migration = sim.migrations.find(
    (record) => record.startUs !== null && record.startUs <= sent && sent <= (record.endUs ?? sent),
  );
  if (migration === undefined) return [];
  const round = roundAt(migration, sent);
  const chain = [
    cause(
      'batch',
      {
        batch: batch + 1,
        pages: sim.scenario.migration.batchPages,
        round: round?.round ?? 1,
        from: nodeName(migration.from),
      },
      { atUs: start, source: 'Xen sends 1,024 pages at a time' },
    ),
    cause('pace', { rate: paceMbps(sim) }, { source: 'fitted to [A] Table 3' }),
  ];
  if (round !== undefined) chain.push(...whyRound(sim, series, migration.id, round.round));
  return chain;
}

function roundAt(migration: MigrationRecord, us: Micros): RoundRecord | undefined {
  return migration.rounds.findLast((round) => round.startUs <= us);
}

function whyRound(sim: SimState, series: Series, migrationId: number, number: number): Cause[] {
  const migration = sim.migrations[migrationId];
  const round = migration?.rounds.find((candidate) => candidate.round === number);
  if (migration === undefined || round === undefined) return [];
  const vm = vmName(sim, migration.vm);
  const chain: Cause[] = [];
  if (round.final) {
    chain.push(...whyStop(sim, migrationId));
    return chain;
  }
  chain.push(
    cause(
      'round',
      { round: number, vm, pages: round.pagesToSend },
      { atUs: round.startUs, source: number === 1 ? '[B] operation 2' : 'Clark et al. 2005' },
    ),
  );
  const example = number > 1 ? writtenExample(series, migration, number, sim.nowUs) : null;
  if (example !== null) {
    chain.push(
      cause('page-written', { ...example, vm }, { atUs: example.writtenAt, source: 'recorded by the run' }),
    );
  }
  const { predictor } = sim.scenario.prediction;
  if (number <= 2 && migration.heldPages > 0) {
    chain.push(cause('held', { pages: migration.heldPages, predictor }, { source: '[B] section 4' }));
  }
  chain.push(...whyStopped(sim, round.startUs, migration.vm));
  return chain;
}

/** A page that made this round necessary: sent in an earlier round, then written before this one began. */
function writtenExample(
  series: Series,
  migration: MigrationRecord,
  number: number,
  nowUs: Micros,
): { page: number; sentAt: Micros; writtenAt: Micros } | null {
  const { pages } = series;
  const round = migration.rounds.find((candidate) => candidate.round === number);
  const from = migration.startUs ?? 0;
  const end = pages.rowsUntil(Math.min(round?.startUs ?? nowUs, nowUs));
  const sentAt = new Map<number, Micros>();
  let found: { page: number; sentAt: Micros; writtenAt: Micros } | null = null;
  for (let row = pages.rowsUntil(from - 1); row < end; row += 1) {
    if (pages.at(row, 1) !== migration.vm) continue;
    const page = pages.at(row, 2);
    const kind = pages.at(row, 3);
    if (kind === PAGE_EVENT.sent) sentAt.set(page, pages.at(row, 0));
    else if (kind === PAGE_EVENT.written && sentAt.has(page) && pages.at(row, 4) === number - 1) {
      found = { page, sentAt: sentAt.get(page) as Micros, writtenAt: pages.at(row, 0) };
    }
  }
  return found;
}

function whyStop(sim: SimState, migrationId: number): Cause[] {
  const migration = sim.migrations[migrationId];
  if (migration === undefined) return [];
  const last = migration.rounds.findLast((round) => round.stop !== null);
  const chain: Cause[] = [];
  if (last?.stop) {
    const { rule, operands } = last.stop;
    chain.push(
      cause(
        'stop-rule',
        { rule, ...operands },
        {
          atUs: last.endUs,
          rule: ruleText(rule, operands),
          source: 'Clark et al. 2005; Xen source, xc_linux_save',
        },
      ),
    );
  }
  chain.push(...downtimeParts(sim, migration));
  chain.push(...whyStopped(sim, migration.suspendUs ?? sim.nowUs, migration.vm));
  return chain;
}

function ruleText(rule: string, operands: Record<string, number>): string {
  const o = (name: string): string => String(operands[name] ?? '?');
  switch (rule) {
    case 'few-pages':
      return `sent + skipped = ${o('moved')} < ${o('limit')}`;
    case 'max-rounds':
      return `round ${o('round')} ≥ ${o('limit')}`;
    case 'three-times-memory':
      return `sent ${o('sent')} > 3 × memory = ${o('limit')}`;
    case 'growing-round':
      return `sent ${o('sent')} > ${o('previous')} in the round before`;
    default:
      return '';
  }
}

function downtimeParts(sim: SimState, migration: MigrationRecord): Cause[] {
  const { suspendUs } = migration;
  if (suspendUs === null) return [];
  const { suspendMs, resumeMs } = sim.scenario.migration;
  const chain = [
    cause('suspend', { ms: suspendMs }, { atUs: suspendUs, addsMs: suspendMs, source: 'assumed' }),
  ];
  const copy = migration.rounds.find((round) => round.final);
  if (copy !== undefined) {
    // With the processor state and the acknowledgement: the parts are to add up to the whole downtime.
    const resumedFrom =
      migration.endUs !== null && migration.outcome === 'completed'
        ? migration.endUs - microsFromMillis(resumeMs)
        : sim.nowUs;
    const ms = (resumedFrom - copy.startUs) / 1000;
    chain.push(
      cause(
        'copy',
        { pages: copy.pagesSent, ms },
        { atUs: copy.startUs, addsMs: ms, source: '[B] operation 4' },
      ),
    );
  }
  if (migration.endUs !== null && migration.outcome === 'completed') {
    chain.push(
      cause('resume', { ms: resumeMs }, { atUs: migration.endUs, addsMs: resumeMs, source: 'assumed' }),
    );
  }
  return chain;
}

function whyLost(sim: SimState, sent: Micros, vm: number): Cause[] {
  const migration = sim.migrations.find(
    (record) => record.vm === vm && record.suspendUs !== null && record.suspendUs <= sent,
  );
  const paused = migration !== undefined && sent <= (migration.endUs ?? sent);
  const state = paused ? 'paused' : 'stopped';
  const chain = [cause('ping-lost', { sent, vm: vmName(sim, vm), state }, { atUs: sent })];
  if (migration !== undefined && paused) chain.push(...whyStop(sim, migration.id));
  else chain.push(...whyStopped(sim, sent, vm));
  return chain;
}

function whyPhase(sim: SimState, series: Series, index: number): Cause[] {
  const phase = sim.phases[index];
  if (phase === undefined) return [];
  const migration = sim.migrations.findLast(
    (record) => record.vm === phase.vm && (record.startUs ?? phase.startUs) <= phase.startUs,
  );
  const round = /^round-(\d+)$/.exec(phase.name)?.[1];
  if (round !== undefined && migration !== undefined) {
    return whyRound(sim, series, migration.id, Number(round));
  }
  if (phase.name === 'stop-and-copy' && migration !== undefined) return whyStop(sim, migration.id);
  const chain = [cause('phase', { name: phase.name }, { atUs: phase.startUs })];
  if (migration !== undefined && phase.name === 'reserve') {
    chain.push(
      cause(
        'target',
        { to: nodeName(migration.to), free: freeMiB(sim, migration.to) },
        { source: 'most free memory, ties by number' },
      ),
    );
  }
  if (migration !== undefined && phase.name === 'recover') chain.push(...downtimeParts(sim, migration));
  chain.push(...whyStopped(sim, phase.startUs, phase.vm));
  return chain;
}

function whyRotation(series: Series, index: number): Cause[] {
  const { rotations } = series;
  if (index < 0 || index >= rotations.rows) return [];
  const at = rotations.at(index, 0);
  const zigZag = rotations.at(index, 3) === 2;
  const parent = rotations.at(index, 4);
  const child = rotations.at(index, 5);
  const risen = rotations.at(index, 6);
  const inner = rotations.at(index, 7);
  const outer = rotations.at(index, 8);
  const sibling = rotations.at(index, 9);
  const name = zigZag ? 'zig-zag' : 'zig';
  const rule = zigZag ? `inner ${inner} ≥ sibling ${sibling}` : `outer ${outer} > sibling ${sibling}`;
  const source = '[B] Table 2';
  return [
    cause('rotation', { case: name, parent, child, risen }, { atUs: at, source }),
    cause('rotation-rule', { inner, outer, sibling }, { rule, source }),
  ];
}

/** The stop a moment goes back to, and the script's answer about this VM where it was the paper's. */
function whyStopped(sim: SimState, before: Micros, vm: number): Cause[] {
  const stop = sim.log.findLast((event) => event.code === 'stop-command' && event.atUs <= before);
  if (stop === undefined) return [];
  const chain: Cause[] = [];
  const script = sim.log.findLast(
    (event) =>
      event.code === 'script-says-stopped' && event.atUs <= before && event.slots.vm === vmName(sim, vm),
  );
  if (script !== undefined) {
    chain.push(
      cause('script', { vm: script.slots.vm ?? '' }, { atUs: script.atUs, source: '[A] section IV' }),
    );
  }
  const node = stop.slots.node ?? '';
  chain.push(
    cause(
      'stop-command',
      { node, at: stop.atUs },
      { atUs: stop.atUs, source: '[A] /etc/init.d/heartbeat stop' },
    ),
  );
  return chain;
}
