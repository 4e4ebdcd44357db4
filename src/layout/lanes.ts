/** Heights of the causal strip's lanes, top to bottom in the order of cause. */
export type LaneName = 'phases' | 'writes' | 'left' | 'stream' | 'queue' | 'means' | 'trip' | 'cpu';

export interface Lane {
  readonly name: LaneName;
  readonly top: number;
  readonly height: number;
}

/** What a lane needs at least, in lines of text, and its share of what is over. */
const WANTS: Record<LaneName, { lines: number; share: number }> = {
  phases: { lines: 1.35, share: 0 },
  writes: { lines: 1.6, share: 1 },
  left: { lines: 2.5, share: 3 },
  stream: { lines: 1.2, share: 0.4 },
  queue: { lines: 1.2, share: 0.4 },
  means: { lines: 1.3, share: 0 },
  trip: { lines: 3, share: 5 },
  cpu: { lines: 4.1, share: 1.5 },
};

export const ALL_LANES: readonly LaneName[] = [
  'phases',
  'writes',
  'left',
  'stream',
  'queue',
  'means',
  'trip',
  'cpu',
];
/** On a projector only what the story needs. */
export const PRESENT_LANES: readonly LaneName[] = ['phases', 'left', 'means', 'trip'];

const TERSE_LINES = 2.6;

export interface LaneInput {
  readonly names: readonly LaneName[];
  readonly height: number;
  readonly lineHeight: number;
  readonly gap: number;
  /** rows of phase blocks: one for each VM that moves */
  readonly phaseRows: number;
  /** large text from afar: names and one value only */
  readonly terse?: boolean;
}

/** Lanes never shrink below what their text needs: then they are higher together than `height`. */
export function layoutLanes(input: LaneInput): Lane[] {
  const { names, gap, lineHeight } = input;
  const needs = names.map((name) => {
    const least = input.terse ? Math.min(WANTS[name].lines, TERSE_LINES) : WANTS[name].lines;
    const lines = least * (name === 'phases' ? input.phaseRows : 1);
    return lines * lineHeight;
  });
  const needed = needs.reduce((sum, n) => sum + n, 0) + gap * (names.length - 1);
  const over = Math.max(0, input.height - needed);
  const shares = names.reduce((sum, name) => sum + WANTS[name].share, 0) || 1;
  let top = 0;
  return names.map((name, i) => {
    const height = Math.round((needs[i] ?? 0) + (over * WANTS[name].share) / shares);
    const lane = { name, top, height };
    top += height + gap;
    return lane;
  });
}
