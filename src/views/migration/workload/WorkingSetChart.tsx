/** How many different pages were referred to in each of the windows that follow one another (Denning 1968). */
import { linearAxis } from '../../../layout/migration/curve-axis.ts';
import type { SoloAnalysis, SoloSpec } from '../../../protocol/migration/model.ts';
import { plainText } from '../../shared/template.ts';
import { spanText } from '../span-text.ts';
import { ChartCard } from './ChartCard.tsx';
import { type ChartBox, ticksThatFit } from './chart-box.ts';
import { memoryText, pagesText, pagesTick, timeTick } from './numbers.ts';
import { PlotAxes } from './PlotAxes.tsx';
import styles from './plot.module.css';
import { SET_WORDS } from './words.ts';

interface Properties {
  analysis: SoloAnalysis;
  spec: SoloSpec;
  picked: number | null;
  pick: (window: number | null) => void;
}

export function WorkingSetChart({ analysis, spec, picked, pick }: Properties) {
  const { windowMs, pages } = analysis.workingSets;
  const most = Math.max(0, ...pages);
  const xOf = (box: ChartBox) =>
    linearAxis(windowMs * pages.length, box.left, box.right, ticksThatFit(box.right - box.left, 80));
  const size = picked === null ? undefined : pages[picked];
  const readout =
    picked === null || size === undefined
      ? plainText(SET_WORDS.all, {
          window: spanText(windowMs),
          least: pagesText(Math.min(...(pages.length > 0 ? pages : [0]))),
          most: pagesText(most),
        })
      : plainText(SET_WORDS.at, {
          ...fromTo(picked, windowMs),
          pages: pagesText(size),
          memory: memoryText(size, spec.vm.pageBytes),
        });
  return (
    <ChartCard
      area="sets"
      title={SET_WORDS.title}
      readout={readout}
      places={(box) => pages.map((_, i) => xOf(box).at((i + 0.5) * windowMs))}
      picked={picked}
      pick={pick}
      table={{
        columns: SET_WORDS.columns,
        rows: pages.map((size, i) => {
          const { from, to } = fromTo(i, windowMs);
          return [from, to, pagesText(size)];
        }),
      }}
    >
      {(box) => {
        const x = xOf(box);
        const y = linearAxis(most, box.bottom, box.top, ticksThatFit(box.bottom - box.top, 26));
        const steps = pages
          .map(
            (size, i) =>
              `${i === 0 ? 'M' : 'L'}${x.at(i * windowMs)} ${y.at(size)}H${x.at((i + 1) * windowMs)}`,
          )
          .join('');
        return (
          <>
            <PlotAxes
              box={box}
              x={x}
              y={y}
              xText={timeTick}
              yText={pagesTick}
              xName={SET_WORDS.x}
              yName={SET_WORDS.y}
            />
            {steps !== '' && <path className={styles.area} d={`${steps}V${box.bottom}H${box.left}Z`} />}
            <path className={styles.curve} d={steps} />
            {picked !== null && size !== undefined && (
              <circle className={styles.dot} cx={x.at((picked + 0.5) * windowMs)} cy={y.at(size)} r={4.5} />
            )}
          </>
        );
      }}
    </ChartCard>
  );
}

function fromTo(window: number, windowMs: number): { from: string; to: string } {
  return { from: spanText(window * windowMs), to: spanText((window + 1) * windowMs) };
}
