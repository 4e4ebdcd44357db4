/** The formula's verdict: asked for when a lab opens, and whose rounds it speaks of. */
import { useEffect, useRef } from 'react';
import { sameJson } from '../../../protocol/merge.ts';
import type { SoloAnalysis } from '../../../protocol/migration/model.ts';
import { migrationStore, useMigration } from '../../../store/migration/store.ts';
import { formatPercent } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import type { ShownSide } from '../shown.ts';
import { CONVERGE } from './words.ts';

export interface Judged {
  /** the side whose rounds are judged; null = none has rounds, or not those the formula was asked for */
  readonly shown: ShownSide | null;
  readonly analysis: SoloAnalysis | null;
  readonly busy: boolean;
  readonly done: number;
  readonly problem: string | null;
  readonly summary: string;
}

export function useConvergence(sides: readonly ShownSide[]): Judged {
  const { result, busy, done, problem } = useMigration((state) => state.analysis);
  const spec = useMigration((state) => state.lab?.spec ?? null);
  const ready = useMigration((state) => state.status === 'ready' && state.opening === null);
  const asked = useRef<object | null>(null);
  useEffect(() => {
    // Once for each lab: who cancels it wants it cancelled.
    if (!ready || spec === null || asked.current === spec) return;
    asked.current = spec;
    const { analysis, actions } = migrationStore.getState();
    if (analysis.result === null && !analysis.busy) actions.startAnalysis();
  }, [ready, spec]);
  const shown = sides.find((candidate) => hasRounds(candidate) && isAsked(candidate, sides)) ?? null;
  return { shown, analysis: result, busy, done, problem, summary: summaryOf(shown, result) };
}

export function hasRounds({ entry }: Pick<ShownSide, 'entry'>): boolean {
  return entry !== undefined && !entry.suspendsFirst && !entry.resumesEarly;
}

/** The formula knows side A's stop rule and pace; it says the same of B where B has them too. */
function isAsked({ side }: ShownSide, sides: readonly ShownSide[]): boolean {
  const [a] = sides;
  if (a === undefined) return false;
  const [own, asked] = [side.spec.strategy, a.side.spec.strategy];
  return (
    sameJson(own.stopRule, asked.stopRule) &&
    own.maxBandwidthBytesPerSecond === asked.maxBandwidthBytesPerSecond
  );
}

export function roundsText(rounds: number): string {
  return rounds === 1 ? CONVERGE.oneRound : plainText(CONVERGE.rounds, { rounds: String(rounds) });
}

function summaryOf(shown: ShownSide | null, analysis: SoloAnalysis | null): string {
  if (shown === null) return CONVERGE.summaryAlways;
  if (analysis === null) return CONVERGE.summaryBusy;
  const { converges, rounds } = analysis.convergence;
  if (converges) return plainText(CONVERGE.summaryYes, { rounds: roundsText(rounds) });
  return shown.side.spec.strategy.autoConverge ? CONVERGE.summaryThrottled : CONVERGE.summaryNo;
}

export function busyText({ done }: Judged): string {
  return plainText(CONVERGE.busy, { percent: formatPercent(100 * done) });
}
