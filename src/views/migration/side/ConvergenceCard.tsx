import { MOVE, MOVE_PHASE } from '../../../base/columns.ts';
import type { SoloAnalysis } from '../../../protocol/migration/model.ts';
import { migrationStore } from '../../../store/migration/store.ts';
import { formatCount, formatPercent } from '../../shared/format.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import { plainText } from '../../shared/template.ts';
import { roundRates } from '../round-rates.ts';
import type { ShownSide } from '../shown.ts';
import styles from './ConvergenceCard.module.css';
import { Meter } from './Meter.tsx';
import { type Remedy, remediesFor } from './remedies.ts';
import { report } from './report.ts';
import { phaseOf } from './stages.ts';
import { busyText, hasRounds, type Judged, roundsText } from './use-convergence.ts';
import { CONVERGE, SIDES } from './words.ts';

interface Props {
  readonly sides: readonly ShownSide[];
  readonly judged: Judged;
}

/** Whether the rounds come to an end by formula, why, what would make them, and what the run shows of it. */
export function ConvergenceCard({ sides, judged }: Props) {
  return (
    <>
      {judged.shown !== null && <Verdict judged={judged} shown={judged.shown} />}
      {sides.map((shown) => (
        <AlwaysEnds key={shown.index} shown={shown} />
      ))}
      {sides.map((shown) => (
        <Now key={shown.index} shown={shown} two={sides.length > 1} />
      ))}
    </>
  );
}

function Verdict({ judged, shown }: { readonly judged: Judged; readonly shown: ShownSide }) {
  const { analysis, problem } = judged;
  if (analysis === null) {
    const text = problem === null ? busyText(judged) : plainText(CONVERGE.failed, { problem });
    return <p className={styles.quiet}>{text}</p>;
  }
  const { convergence, plan } = analysis;
  const { spec } = shown.side;
  const faults =
    spec.link.outages.length > 0 ||
    spec.faults.destinationDiesAtMs !== null ||
    spec.faults.sourceDiesAtMs !== null;
  return (
    <>
      <p className={styles.verdict}>
        <TemplateWords
          template={verdictOf(analysis, spec.vm.workload.writesPerSecond)}
          slots={slotsOf(analysis)}
        />{' '}
        {!convergence.converges && <RuleEnds kind={spec.strategy.stopRule.kind} />}
        {!convergence.converges && spec.strategy.autoConverge && (
          <TemplateWords
            template={CONVERGE.throttling}
            slots={{
              least: formatPercent(100 - spec.strategy.throttleMaxPercent),
              speed: formatPercent(100 * convergence.remedies.guestSpeed),
            }}
          />
        )}
      </p>
      <div className={styles.meters}>
        <Meter
          bars={[
            { label: CONVERGE.dirties, value: convergence.dirtiedPerSecond, kind: 'written' },
            { label: CONVERGE.takes, value: plan.pagesPerSecond, kind: 'arrived' },
          ]}
          text={(pages) => plainText(CONVERGE.perSecond, { pages: formatCount(pages) })}
        />
        <Meter
          bars={[
            { label: CONVERGE.set, value: convergence.workingSetPages, kind: 'written' },
            { label: CONVERGE.memory, value: convergence.memoryPages, kind: 'memory' },
          ]}
          text={formatCount}
        />
      </div>
      <p className={styles.quiet}>
        <TemplateWords template={faults ? CONVERGE.noteOutage : CONVERGE.note} slots={{}} />
      </p>
      <Remedies remedies={remediesFor(analysis, spec, shown.index, shown.entry)} index={shown.index} />
    </>
  );
}

function verdictOf({ convergence: { converges, reason } }: SoloAnalysis, writes: number): string {
  if (writes === 0) return CONVERGE.none;
  if (converges) return CONVERGE.yes;
  return reason === 'dirty-rate' ? CONVERGE['dirty-rate'] : CONVERGE['working-set'];
}

function slotsOf({ convergence, plan }: SoloAnalysis) {
  return {
    rounds: roundsText(convergence.rounds),
    rest: formatCount(convergence.restPages),
    stop: formatCount(Math.floor(plan.stopBelowPages)),
  };
}

function RuleEnds({ kind }: { readonly kind: string }) {
  if (kind === 'xen') return CONVERGE.xen;
  return kind === 'vmotion' ? CONVERGE.vmotion : null;
}

function Remedies({ remedies, index }: { readonly remedies: readonly Remedy[]; readonly index: 0 | 1 }) {
  if (remedies.length === 0) return null;
  const apply = ({ change }: Remedy) => {
    const { actions } = migrationStore.getState();
    report(
      'strategy' in change
        ? actions.setStrategy(index, change.strategy)
        : actions.setParameter(change.path, change.value),
    );
  };
  return (
    <div>
      <p className={styles.needs}>{CONVERGE.needs}</p>
      <ul className={styles.remedies}>
        {remedies.map((remedy) => (
          <li key={remedy.template}>
            <span>
              <TemplateWords template={remedy.template} slots={remedy.slots} />
            </span>
            <SmallButton
              aria-label={plainText(CONVERGE.applyLong, { what: plainText(remedy.template, remedy.slots) })}
              onClick={() => apply(remedy)}
            >
              {CONVERGE.apply}
            </SmallButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

const ALWAYS: Readonly<Record<string, string>> = {
  'stop-and-copy': CONVERGE['always-stop-and-copy'],
  'post-copy': CONVERGE['always-post-copy'],
  hybrid: CONVERGE['always-hybrid'],
};

function AlwaysEnds({ shown }: { readonly shown: ShownSide }) {
  const template = ALWAYS[shown.side.spec.strategy.kind];
  if (template === undefined || hasRounds(shown)) return null;
  return <p>{plainText(template, { side: SIDES[shown.index] })}</p>;
}

/** What the round under way shows. */
function Now({ shown, two }: { readonly shown: ShownSide; readonly two: boolean }) {
  const round = shown.moment.values[MOVE.round] ?? 0;
  if (phaseOf(shown) !== MOVE_PHASE.live || round === 0) return null;
  const { dirtied, taken } = roundRates(shown.side, shown.track, shown.atMs);
  const slots = {
    round: String(round),
    of: two ? plainText(CONVERGE.nowOf, { side: SIDES[shown.index] }) : '',
    dirtied: formatCount(dirtied),
    taken: formatCount(taken),
  };
  return (
    <p>
      <TemplateWords template={Number.isNaN(dirtied) ? CONVERGE.nowUnknown : CONVERGE.now} slots={slots} />
    </p>
  );
}
