/** The pictures, linked: cache sizes with stack distances, U(t) with the rounds. */
import { useMemo, useState } from 'react';
import { dirtyFrame } from '../../../layout/migration/curve-frame.ts';
import { roundsReached } from '../../../layout/migration/curve-rounds.ts';
import type { MoveLab, SoloAnalysis } from '../../../protocol/migration/model.ts';
import type { MigrationCatalogue } from '../../../protocol/migration/requests.ts';
import { useMigration } from '../../../store/migration/store.ts';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import { usePaced } from '../use-paced.ts';
import { DirtyCurveChart } from './DirtyCurveChart.tsx';
import type { Scale } from './dirty-axes.ts';
import { MissRatioChart } from './MissRatioChart.tsx';
import { RoundsChart } from './RoundsChart.tsx';
import { StackDistanceChart } from './StackDistanceChart.tsx';
import { WorkingSetChart } from './WorkingSetChart.tsx';
import styles from './WorkloadView.module.css';
import { workloadSentences } from './workload-sentence.ts';

interface Properties {
  analysis: SoloAnalysis;
  lab: MoveLab;
  catalogue: MigrationCatalogue;
}

export function WorkloadCharts({ analysis, lab: { spec }, catalogue }: Properties) {
  const [size, setSize] = useState<number | null>(null);
  const [point, setPoint] = useState<number | null>(null);
  const [round, setRound] = useState<number | null>(null);
  const [span, setSpan] = useState<number | null>(null);
  const [scale, setScale] = useState<Scale>('log');
  const side = useMigration((state) => state.opened?.sides[0] ?? null);
  const reached = usePaced((state) => roundsReached(state.opened?.sides[0] ?? null, state.reachedMs));
  const frame = useMemo(() => dirtyFrame(analysis), [analysis]);
  const strategy = catalogue.strategies.find(({ kind }) => kind === spec.strategy.kind);
  return (
    <>
      <div className={styles.sentence}>
        {workloadSentences(analysis, spec, catalogue).map(({ template, slots }) => (
          <p key={template}>
            <TemplateWords template={template} slots={slots} />
          </p>
        ))}
      </div>
      {analysis.references > 0 && (
        <div className={styles.charts}>
          <DirtyCurveChart
            analysis={analysis}
            frame={frame}
            scale={scale}
            setScale={setScale}
            picked={point}
            pick={setPoint}
            round={round}
          />
          <RoundsChart
            analysis={analysis}
            frame={frame}
            scale={scale}
            side={side}
            reached={reached}
            roundless={strategy?.suspendsFirst === true ? strategy.name : null}
            picked={round}
            pick={setRound}
          />
          <MissRatioChart
            analysis={analysis}
            spec={spec}
            cachePages={strategy?.predicts === true ? spec.strategy.cachePages : null}
            picked={size !== null && size < analysis.missRatios.length ? size : null}
            pick={setSize}
          />
          <StackDistanceChart analysis={analysis} picked={size} pick={setSize} />
          <WorkingSetChart analysis={analysis} spec={spec} picked={span} pick={setSpan} />
        </div>
      )}
    </>
  );
}
