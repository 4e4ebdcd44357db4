/** Heights of the causal strip's lanes, top to bottom in the order of cause. */
export type LaneName = 'phases' | 'writes' | 'left' | 'stream' | 'queue' | 'means' | 'trip' | 'cpu';

export interface Lane<Name extends string = LaneName> {
  readonly name: Name;
  readonly top: number;
  readonly height: number;
}

export interface LaneWant<Name extends string> {
  readonly name: Name;
  /** what it needs at least, in px */
  readonly least: number;
  /** its share of what is over */
  readonly share: number;
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
  /** rows of hosts beside their CPU, below the lane's name; absent = three */
  readonly hostRows?: number;
  /** large text from afar: names and one value only */
  readonly terse?: boolean;
}

/** Lanes never shrink below what their text needs: then they are higher together than `height`. */
export function layoutLanes(input: LaneInput): Lane[] {
  const { names, gap, lineHeight } = input;
  const wants = names.map((name) => {
    const full = name === 'cpu' ? Math.max(WANTS.cpu.lines, (input.hostRows ?? 0) + 1.1) : WANTS[name].lines;
    const least = input.terse ? Math.min(full, TERSE_LINES) : full;
    const lines = least * (name === 'phases' ? input.phaseRows : 1);
    return { name, least: lines * lineHeight, share: WANTS[name].share };
  });
  return stackLanes(wants, gap, input.height);
}

/** One below the other, none lower than it must be; what is over is shared. */
export function stackLanes<Name extends string>(
  wants: readonly LaneWant<Name>[],
  gap: number,
  height: number,
): Lane<Name>[] {
  const needed = wants.reduce((sum, { least }) => sum + least, 0) + gap * (wants.length - 1);
  const over = Math.max(0, height - needed);
  const shares = wants.reduce((sum, { share }) => sum + share, 0) || 1;
  let top = 0;
  return wants.map(({ name, least, share }) => {
    const lane = { name, top, height: Math.round(least + (over * share) / shares) };
    top += lane.height + gap;
    return lane;
  });
}
