/** What can be taken from the Explore workspace: the sweep as the command line reads it, and what it came to so far. */
import type { FigureInfo, SweepLine, SweepSpec } from '../../protocol/explore/requests.ts';
import type { Series, Taken } from '../taken.ts';
import type { ExploreCore } from './core.ts';

export function takeExplore({ store }: ExploreCore): Taken | null {
  const { sweep, run, catalogue, actions } = store.getState();
  if (sweep === null || catalogue === null) return null;
  const { figures } = catalogue.kinds[sweep.subject.kind];
  return {
    workspace: 'explore',
    name: sweep.name,
    link: actions.link(),
    file: { name: 'sweep.json', json: sweep },
    subject: null,
    figures: [],
    series: run === null ? [] : [seriesOf(sweep, run.lines, figures)],
    texts: [],
  };
}

/** One row a case that has arrived, in the order of the command line. */
export function seriesOf(
  { axes, name }: Pick<SweepSpec, 'axes' | 'name'>,
  lines: readonly (SweepLine | undefined)[],
  figures: readonly FigureInfo[],
): Series {
  const [first, second] = axes;
  const tail = second === undefined ? [] : [second.parameter];
  return {
    name,
    file: 'sweep-lines.csv',
    columns: [
      'index',
      'variant',
      first.parameter,
      ...tail,
      'seed',
      'outcome',
      ...figures.map(({ name: figure }) => figure),
      'problem',
    ],
    rows: rowsOf(lines, figures, second !== undefined),
  };
}

function* rowsOf(
  lines: readonly (SweepLine | undefined)[],
  figures: readonly FigureInfo[],
  twoAxes: boolean,
): Generator<(number | string | null)[]> {
  for (const line of lines) {
    if (line === undefined) continue;
    const { index, variant, x, y, seed, outcome, problem } = line;
    const values = figures.map(({ name }) => line.figures[name] ?? null);
    yield [index, variant, x, ...(twoAxes ? [y] : []), seed, outcome, ...values, problem];
  }
}
