import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/layout/explore/cells.ts';
import { curveScene, thinned } from '../../../src/layout/explore/curves.ts';
import { heatBox, heatCellAt, heatMap } from '../../../src/layout/explore/heat-map.ts';
import { lineCellAt, lineChart } from '../../../src/layout/explore/line-chart.ts';
import { quantityOf } from '../../../src/layout/explore/quantity.ts';
import { rampOf } from '../../../src/layout/explore/ramp.ts';
import type { Mark, Scene } from '../../../src/layout/explore/scene.ts';
import { linesOf, type Outcome, type Place, type Shape, specOf } from './sample.ts';

const words = {
  never: 'never converges',
  someNever: 'some seeds never converge',
  refused: 'cannot be run',
  toCome: 'still to come',
  none: 'no such figure',
  logarithmic: 'by factors',
  seed: 'one seed',
  mean: 'mean',
  band: 'least to most',
  cut: 'not from 0',
};
const quantity = quantityOf('ms', [100]);

function drawn(shape: Shape, outcomeOf: (place: Place) => Outcome, width = 900, height = 500) {
  const spec = specOf(shape);
  const cells = cellsOf(spec, linesOf(spec, outcomeOf), 'downtimeMs');
  const axis = (label: string, values: readonly number[]) => ({
    label,
    values,
    quantity: quantityOf('', values),
  });
  const shared = {
    cells,
    x: axis('Bandwidth', shape.xs),
    labels: spec.variants.map(({ label }) => label),
    figure: { label: 'Downtime', quantity },
    width,
    height,
    words,
  };
  return {
    cells,
    map: () => heatMap({ ...shared, y: axis('Writes', shape.ys ?? [1]) }),
    chart: (spread: 'dots' | 'band') => lineChart({ ...shared, spread }),
  };
}

const texts = ({ frame }: Scene) => frame.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const rects = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'rect' ? [mark] : []));
const dots = (marks: readonly Mark[]) => marks.filter((mark) => mark.kind === 'dot');

describe('maps', () => {
  const size = fc.integer({ min: 1, max: 12 });
  test.prop([size, size, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 320, max: 1400 })], {
    seed: 63,
    numRuns: 60,
  })('lie inside the picture, and every cell is found where it is drawn', (xs, ys, variants, width) => {
    const values = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
    const labels = values(variants).map((i) => `variant ${i}`);
    const shape = { xs: values(xs), ys: values(ys), variants: labels };
    const { cells, map } = drawn(shape, ({ x, y }) => x + y, width, 600);
    const picture = map();
    for (const cell of cells.cells) {
      const box = heatBox(picture, ys, cell);
      if (box === null) throw new Error('Every cell has a place.');
      expect(box.x).toBeGreaterThan(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(heatCellAt(picture, cells, box.x + box.width / 2, box.y + box.height / 2)).toBe(cell);
    }
    expect(heatCellAt(picture, cells, -5, -5)).toBeNull();
  });

  it('mark what never converges, what was refused and what is still to come, each with its legend', () => {
    const outcomes: Outcome[] = [10, null, 'no memory', undefined];
    const { map } = drawn({ xs: [1, 2, 3, 4], ys: [1, 2] }, ({ x }) => outcomes[x]);
    const { scene } = map();
    expect(rects(scene.data).filter(({ hatch }) => hatch)).toHaveLength(2);
    expect(rects(scene.data).filter(({ cross }) => cross)).toHaveLength(2);
    expect(rects(scene.data).filter(({ outline }) => outline)).toHaveLength(2);
    expect(texts(scene)).toEqual(
      expect.arrayContaining(['never converges', 'cannot be run', 'still to come', 'Downtime (ms)']),
    );
    expect(texts(scene)).not.toContain('some seeds never converge');
  });

  it('give more ink to more, by factors where values differ by factors', () => {
    const { cells, map } = drawn({ xs: [1, 2, 3], ys: [1] }, ({ x }) => [1, 30, 900][x]);
    const ramp = rampOf(cells);
    expect(ramp.log).toBe(true);
    expect(ramp.share(30)).toBeCloseTo((ramp.share(1) + ramp.share(900)) / 2, 6);
    expect(texts(map().scene)).toContain('Downtime (ms), by factors');
    expect(rampOf(drawn({ xs: [1, 2], ys: [1] }, ({ x }) => 5 + x).cells).log).toBe(false);
  });
});

describe('lines', () => {
  const shape = { xs: [1, 2, 3], variants: ['Pre-copy', 'Post-copy'], seeds: 4 };
  const figures = ({ variant, x, seed }: Place) => 100 * (variant + 1) + 10 * x + seed;

  it('show every seed as a dot beside the labelled mean, or the span as a band', () => {
    const { chart } = drawn(shape, figures);
    // 2 variants × 3 places × (4 seeds and their mean)
    expect(dots(chart('dots').scene.data)).toHaveLength(30);
    expect(texts(chart('dots').scene)).toEqual(
      expect.arrayContaining(['Pre-copy', 'Post-copy', 'one seed', 'mean']),
    );
    const band = chart('band').scene;
    expect(dots(band.data)).toHaveLength(6);
    expect(band.data.filter(({ kind }) => kind === 'area')).toHaveLength(2);
  });

  it('tell variants apart by dash and by shape', () => {
    const { data } = drawn(shape, figures).chart('dots').scene;
    const dashes = data.flatMap((mark) =>
      mark.kind === 'line' && mark.width > 1 ? [mark.dash?.join()] : [],
    );
    expect(new Set(dashes).size).toBe(2);
    expect(new Set(data.flatMap((mark) => (mark.kind === 'dot' ? [mark.shape] : []))).size).toBe(2);
  });

  it('break where there is no figure and hatch it above', () => {
    const { chart, cells } = drawn(shape, (place) =>
      place.variant === 0 && place.x === 2 ? null : figures(place),
    );
    const { scene, yAt } = chart('dots');
    expect(rects(scene.frame).filter(({ hatch, width }) => hatch && width > 20)).toHaveLength(1);
    expect(texts(scene)).toContain('never converges: Pre-copy');
    expect(cells.cells.map(yAt).map(Number.isNaN)).toEqual([false, false, true, false, false, false]);
  });

  it('are found where they are drawn', () => {
    const { chart, cells } = drawn(shape, figures);
    const picture = chart('dots');
    for (const cell of cells.cells)
      expect(lineCellAt(picture, cells, picture.xAt(cell.x) + 3, picture.yAt(cell) + 3)).toBe(cell);
  });

  it('keep the names at their ends apart and inside', () => {
    const variants = Array.from({ length: 8 }, (_, i) => `variant ${i}`);
    const { scene, box } = drawn({ xs: [1, 2], variants }, ({ variant }) => 50 + variant / 100).chart('dots');
    const ends = scene.frame.flatMap((mark) =>
      mark.kind === 'text' && variants.includes(mark.text) && mark.x > box.right ? [mark.y] : [],
    );
    expect(ends).toHaveLength(8);
    const inOrder = ends.toSorted((a, b) => a - b);
    for (let i = 1; i < inOrder.length; i += 1)
      expect((inOrder[i] ?? 0) - (inOrder[i - 1] ?? 0)).toBeGreaterThanOrEqual(15.9);
    expect(Math.max(...ends)).toBeLessThanOrEqual(box.bottom + 5);
  });

  it('of nothing yet say where results will come, and no numbers', () => {
    const { scene } = drawn(shape, () => undefined).chart('dots');
    expect(dots(scene.data)).toHaveLength(0);
    expect(texts(scene)).toContain('still to come');
    expect(texts(scene)).not.toContain('0.5');
  });
});

describe('curves of two runs', () => {
  const curve = (values: readonly number[]) => ({
    name: 'left',
    label: 'Bytes left',
    unit: 'B',
    at: Float64Array.from(values, (_, i) => 10 * i),
    value: Float64Array.from(values),
  });

  it('are told apart by dash; a run without the curve leaves it out', () => {
    const request = {
      label: 'Bytes left',
      unit: 'B',
      names: ['A', 'B'],
      time: { label: 'Time', unit: 'ms' },
      width: 600,
      height: 300,
    };
    const { data } = curveScene({ ...request, runs: [curve([3e6, 2e6, 0]), curve([3e6, 1e6, 0])] });
    expect(data.map((mark) => (mark.kind === 'line' ? mark.dash : null))).toEqual([[], [6, 4]]);
    expect(curveScene({ ...request, runs: [curve([1]), null] }).data).toHaveLength(1);
  });

  it('are lines however many rows they have, unless the values jump from row to row', () => {
    const request = {
      label: 'Bytes left',
      unit: 'B',
      names: ['A', 'B'],
      time: { label: 'Time', unit: 'ms' },
      width: 600,
      height: 300,
    };
    const kindsOf = (values: readonly number[]) => {
      const { data } = curveScene({ ...request, runs: [curve(values), null] });
      return new Set(data.map(({ kind }) => kind));
    };
    const rows = Array.from({ length: 4000 }, (_, i) => i);
    // Five rounds, each beginning higher than the one before ended.
    expect(kindsOf(rows.map((i) => 4000 - (i % 800)))).toEqual(new Set(['line']));
    expect(kindsOf(rows.map((i) => 100 + (i % 2)))).toEqual(new Set(['dot']));
  });

  test.prop(
    [
      fc.array(fc.oneof(fc.float({ min: 0, max: 100, noNaN: true }), fc.constant(Number.NaN)), {
        minLength: 1,
        maxLength: 400,
      }),
    ],
    { seed: 64, numRuns: 60 },
  )('when thinned keep the least and the largest, and their gaps', (values) => {
    const points = thinned(
      curve(values),
      (ms) => ms / 100,
      (value) => value,
    );
    const ys = points.filter((_, i) => i % 2 === 1);
    const finite = values.filter(Number.isFinite);
    const kept = ys.filter(Number.isFinite);
    expect(Math.max(...kept)).toBeCloseTo(Math.max(...finite), 5);
    expect(Math.min(...kept)).toBeCloseTo(Math.min(...finite), 5);
    expect(ys.some(Number.isNaN)).toBe(values.some(Number.isNaN));
    expect(points.length).toBeLessThanOrEqual(2 * values.length);
  });
});
