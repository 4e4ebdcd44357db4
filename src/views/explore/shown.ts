/** The sweep on screen as the views draw it: its cells for the chosen figure, its axes with their units. */
import { useMemo } from 'react';
import { type Cells, cellsOf } from '../../layout/explore/cells.ts';
import type { AxisText } from '../../layout/explore/heat-marks.ts';
import { type Quantity, quantityOf } from '../../layout/explore/quantity.ts';
import type {
  ExploreCatalogue,
  FigureInfo,
  SweepAxis,
  SweepLine,
  SweepSpec,
} from '../../protocol/explore/requests.ts';
import { useExplore } from '../../store/explore/store.ts';

export interface ShownSweep {
  readonly spec: SweepSpec;
  readonly cells: Cells;
  readonly lines: readonly (SweepLine | undefined)[];
  readonly figure: FigureInfo;
  readonly figures: readonly FigureInfo[];
  readonly quantity: Quantity;
  readonly x: AxisText;
  /** null where the sweep has one axis */
  readonly y: AxisText | null;
  readonly labels: readonly string[];
}

const NONE: readonly undefined[] = [];

/** null until a sweep is set up and the catalogue is there. */
export function useShownSweep(): ShownSweep | null {
  const spec = useExplore((state) => state.sweep);
  const catalogue = useExplore((state) => state.catalogue);
  const lines = useExplore((state) => state.run?.lines ?? NONE);
  const arrived = useExplore((state) => state.run?.arrived ?? 0);
  const figure = useExplore((state) => state.figure);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lines grow in place, `arrived` is their version
  return useMemo(
    () => (spec === null || catalogue === null ? null : shownSweep(spec, catalogue, lines, figure)),
    [spec, catalogue, lines, arrived, figure],
  );
}

function shownSweep(
  spec: SweepSpec,
  catalogue: ExploreCatalogue,
  lines: readonly (SweepLine | undefined)[],
  figureName: string,
): ShownSweep {
  const { figures } = catalogue.kinds[spec.subject.kind];
  const figure = figures.find(({ name }) => name === figureName) ??
    figures.find(({ name }) => name === spec.figure) ??
    figures[0] ?? { name: figureName, label: figureName, unit: '', description: '', better: null };
  const cells = cellsOf(spec, lines, figure.name);
  const [x, y] = spec.axes;
  return {
    spec,
    cells,
    lines,
    figure,
    figures,
    quantity: quantityOf(figure.unit, means(cells)),
    x: axisText(x, spec, catalogue),
    y: y === undefined ? null : axisText(y, spec, catalogue),
    labels: spec.variants.map(({ label }) => label),
  };
}

/** A parameter as people read it; its path where nobody described it. */
function axisText(
  { parameter, values }: SweepAxis,
  { subject }: Pick<SweepSpec, 'subject'>,
  catalogue: ExploreCatalogue,
): AxisText {
  const info = catalogue.kinds[subject.kind].parameters.find(({ path }) => path === parameter);
  return { label: info?.label ?? parameter, values, quantity: quantityOf(info?.unit ?? '', values) };
}

function* means({ cells }: Cells): Generator<number> {
  for (const { mean } of cells) if (mean !== null) yield mean;
}
