/** What the workload is, whether pre-copy will converge on it by formula, why, and what would make it. */

import type { Pages } from '../../../base/units.ts';
import { traceLabel } from '../../../protocol/import/trace-name.ts';
import type { SoloAnalysis, SoloSpec } from '../../../protocol/migration/model.ts';
import type { MigrationCatalogue } from '../../../protocol/migration/requests.ts';
import { formatByteRate, formatCount, formatPercent } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { spanText } from '../span-text.ts';
import { pagesText, shareText } from './numbers.ts';
import { SENTENCE_WORDS as W } from './words.ts';

export interface Saying {
  readonly template: string;
  readonly slots: Readonly<Record<string, string>>;
}

export function workloadSentences(
  { convergence, plan }: SoloAnalysis,
  spec: SoloSpec,
  { workloads }: MigrationCatalogue,
): Saying[] {
  const { pattern, writesPerSecond } = spec.vm.workload;
  if (writesPerSecond === 0) return [{ template: W.nothing, slots: {} }];
  const isTrace = pattern === 'trace';
  const name = isTrace
    ? traceLabel(spec.vm.workload.file ?? pattern)
    : (workloads.find(({ kind }) => kind === pattern)?.name ?? pattern);
  const { memoryPages, workingSetPages, converges, reason, rounds, restPages } = convergence;
  const what: Saying = {
    template: isTrace ? W.references : W.writes,
    slots: {
      name,
      writes: formatCount(writesPerSecond),
      memory: pagesText(memoryPages),
      time: spanText((1000 * memoryPages) / plan.pagesPerSecond),
      set: pagesText(workingSetPages),
      share: shareText(workingSetPages / memoryPages),
    },
  };
  const whether: Saying = {
    template: converges ? W.converges : W[reason === 'dirty-rate' ? 'dirty-rate' : 'working-set'],
    slots: {
      rounds: rounds === 1 ? W.oneRound : plainText(W.rounds, { rounds: String(rounds) }),
      rest: pagesText(restPages),
      stop: pagesText(Math.floor(plan.stopBelowPages)),
      dirtied: pagesText(convergence.dirtiedPerSecond),
      rate: pagesText(plan.pagesPerSecond),
    },
  };
  return converges ? [what, whether] : [what, whether, remedies(convergence, plan, spec.vm.pageBytes)];
}

function remedies(
  { remedies: { pagesPerSecond, stopBelowPages, guestSpeed } }: SoloAnalysis['convergence'],
  plan: SoloAnalysis['plan'],
  pageBytes: number,
): Saying {
  const rateOf = (pages: Pages) => formatByteRate(pages * pageBytes);
  return {
    template: Number.isFinite(pagesPerSecond) ? W.remedies : W.remediesWithoutLink,
    slots: {
      link: plainText(W.link, { rate: rateOf(pagesPerSecond), now: rateOf(plan.pagesPerSecond) }),
      limit: plainText(W.limit, {
        pages: pagesText(Math.ceil(stopBelowPages)),
        time: spanText((1000 * stopBelowPages) / plan.pagesPerSecond),
      }),
      guest: plainText(W.guest, {
        speed: formatPercent(100 * guestSpeed, guestSpeed > 0 && guestSpeed < 0.1 ? 1 : 0),
      }),
    },
  };
}
