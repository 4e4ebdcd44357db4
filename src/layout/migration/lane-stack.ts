/** Lanes of the Migration workspace's time line, top to bottom in the order of cause. */
import { type Lane, stackLanes } from '../lanes.ts';

export type MoveLaneName = 'rounds-a' | 'rounds-b' | 'left' | 'wire' | 'guest' | 'cpu' | 'saved';
export type MoveLane = Lane<MoveLaneName>;

/** Lines of text a lane needs at least, and its share of what is over. */
const WANTS: Record<MoveLaneName, { lines: number; share: number }> = {
  'rounds-a': { lines: 2.05, share: 2 },
  'rounds-b': { lines: 2.05, share: 2 },
  left: { lines: 2.2, share: 5 },
  wire: { lines: 2, share: 1.2 },
  guest: { lines: 2, share: 1.2 },
  cpu: { lines: 2, share: 0.8 },
  saved: { lines: 2, share: 0.8 },
};

/** The legend stands beside the rounds: one side alone makes room for it. */
const ALONE_LINES = 4;

export interface MoveLanesInput {
  readonly sides: number;
  /** something is compressed or sent as a difference */
  readonly saves: boolean;
  readonly height: number;
  readonly lineHeight: number;
  readonly gap: number;
}

export function moveLanes({ sides, saves, height, lineHeight, gap }: MoveLanesInput): MoveLane[] {
  const names: MoveLaneName[] = ['rounds-a'];
  if (sides > 1) names.push('rounds-b');
  names.push('left', 'wire', 'guest', 'cpu');
  if (saves) names.push('saved');
  const wants = names.map((name) => ({
    name,
    least: (name === 'rounds-a' && sides === 1 ? ALONE_LINES : WANTS[name].lines) * lineHeight,
    share: WANTS[name].share,
  }));
  return stackLanes(wants, gap, height);
}
