/** What lies over the canvas and moves with time: the cursor, the veil over what was seen before, what is ahead. */
export interface MarkParts {
  readonly cursor: HTMLElement;
  readonly veil: HTMLElement;
  readonly ahead: HTMLElement;
}

export interface MarkPlaces {
  /** farthest moment reached, and the moment shown; may lie outside of the strip */
  readonly reachedX: number;
  readonly x: number;
  readonly width: number;
  readonly charPx: number;
  /** everything was reached: nothing is ahead */
  readonly over: boolean;
}

const LONG_CHARS = 19;
const SHORT_CHARS = 8;

export class StripMarks {
  private readonly parts: MarkParts;
  private shown = '';

  constructor(parts: MarkParts) {
    this.parts = parts;
  }

  place({ reachedX, x, width, charPx, over }: MarkPlaces): void {
    const { cursor, veil, ahead } = this.parts;
    const within = (at: number) => Math.max(0, Math.min(width, at));
    cursor.hidden = x < -1 || x > width + 1;
    cursor.style.transform = `translateX(${Math.round(within(x) * 2) / 2}px)`;
    veil.style.transform = `translateX(${within(x)}px)`;
    veil.style.width = `${within(reachedX) - within(x)}px`;
    const room = width - within(reachedX);
    ahead.style.transform = `translateX(${within(reachedX)}px)`;
    ahead.style.width = `${room}px`;
    const size = over
      ? 'over'
      : room < SHORT_CHARS * charPx
        ? 'none'
        : room < LONG_CHARS * charPx
          ? 'short'
          : 'long';
    if (size === this.shown) return;
    ahead.dataset.room = size;
    this.shown = size;
  }
}
