/** Why a round, a last copy or a phase: rules with their operands, and the page that made it necessary. */
import { PAGE_EVENT } from '../../../base/columns.ts';
import { type Micros, microsFromMillis } from '../../../base/units.ts';
import { freeMiB } from '../capacity.ts';
import type { MigrationRecord } from '../history.ts';
import type { Series } from '../series.ts';
import { nodeName, type SimState, vmName } from '../state.ts';
import { type Cause, cause } from './cause.ts';
import { whyStopped } from './stop-command.ts';

export function whyRound(sim: SimState, series: Series, migrationId: number, number: number): Cause[] {
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

export function whyStop(sim: SimState, migrationId: number): Cause[] {
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

export function whyPhase(sim: SimState, series: Series, index: number): Cause[] {
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
