/** Migrations that are open: each side is simulated once and looked at as often as one likes. */
import { hashState } from '../../base/clone.ts';
import type { Millis } from '../../base/units.ts';
import type { MoveLab } from '../../engine/experiments/moves.ts';
import type { PageEvent, SoloJournal } from '../../engine/simulation/solo-journal.ts';
import type { PageCursor } from '../../engine/simulation/solo-page-cursor.ts';
import type { SoloResult } from '../../engine/simulation/solo-result.ts';
import type { SoloSpec } from '../../engine/simulation/solo-spec.ts';

export interface Side {
  readonly spec: SoloSpec;
  readonly journal: SoloJournal;
  readonly result: SoloResult;
  /** where the page states stand; both labs that share a side share it */
  readonly cursor: PageCursor;
  /** the moment the cursor stands at */
  shownMs: Millis;
  /** the whole story of the page that was asked for last: to read it anew takes a walk through all that happened */
  story: { readonly page: number; readonly events: readonly PageEvent[] } | null;
}

export interface Move {
  readonly key: string;
  /** A, then B if there is one */
  readonly sides: readonly Side[];
}

/** The one on screen, and the one before it: a moment of it may still be asked for. */
const KEPT_MOVES = 2;
/** Sides beside these are kept for undo and the like, as long as they remember no more than this. */
const KEPT_ENTRIES = 6_000_000;
const KEPT_SIDES = 8;

export class Moves {
  /** most recently used last */
  private readonly moves = new Map<string, Move>();
  private readonly sides = new Map<string, Side>();

  /** @throws Error with one sentence if no such migration is open */
  of(key: string): Move {
    const move = this.moves.get(key);
    if (move === undefined) throw new Error(`The migration ${key} is not open; open it first.`);
    return move;
  }

  side(spec: SoloSpec): Side | undefined {
    return this.sides.get(keyOf(spec));
  }

  keepSide(spec: SoloSpec, journal: SoloJournal, result: SoloResult): Side {
    const side: Side = {
      spec,
      journal,
      result,
      cursor: journal.cursor(),
      shownMs: Number.NEGATIVE_INFINITY,
      story: null,
    };
    touch(this.sides, keyOf(spec), side);
    return side;
  }

  open(lab: MoveLab, sides: readonly Side[]): Move {
    const key = keyOf(lab);
    const move: Move = { key, sides };
    touch(this.moves, key, move);
    while (this.moves.size > KEPT_MOVES) dropFirst(this.moves);
    for (const side of sides) touch(this.sides, keyOf(side.spec), side);
    this.makeRoom();
    return move;
  }

  /** Before more is simulated: what is not open goes first. */
  makeRoom(): void {
    const open = new Set([...this.moves.values()].flatMap((move) => move.sides));
    const spare = [...this.sides].filter(([, side]) => !open.has(side));
    let entries = spare.reduce((sum, [, side]) => sum + side.journal.entries, 0);
    for (const [key, side] of spare) {
      if (entries <= KEPT_ENTRIES && this.sides.size <= KEPT_SIDES) break;
      this.sides.delete(key);
      entries -= side.journal.entries;
    }
  }
}

function keyOf(what: SoloSpec | MoveLab): string {
  return hashState(JSON.stringify(what));
}

function touch<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
}

function dropFirst(map: Map<string, unknown>): void {
  const first = map.keys().next().value;
  if (first !== undefined) map.delete(first);
}
