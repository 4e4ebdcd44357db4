/** What lies over the canvas and moves with time: the cursor, the veil over what was seen before, what is ahead. */
export interface MarkParts {
  readonly cursor: HTMLElement;
  readonly veil: HTMLElement;
  readonly ahead: HTMLElement;
  readonly picked: HTMLElement;
}

export interface MarkPlaces {
  /** farthest moment reached, and the moment shown */
  readonly reachedX: number;
  readonly x: number;
  readonly width: number;
  readonly charPx: number;
  /** the picked ping's dot */
  readonly picked: { x: number; y: number } | null;
}

export class StripMarks {
  private readonly parts: MarkParts;
  private aheadShown = '';

  constructor(parts: MarkParts) {
    this.parts = parts;
  }

  place({ reachedX, x, width, charPx, picked }: MarkPlaces): void {
    const { cursor, veil, ahead, picked: ring } = this.parts;
    cursor.style.transform = `translateX(${Math.round(x * 2) / 2}px)`;
    veil.style.transform = `translateX(${x}px)`;
    veil.style.width = `${Math.max(0, reachedX - x)}px`;
    const room = Math.max(0, width - reachedX);
    ahead.style.transform = `translateX(${reachedX}px)`;
    ahead.style.width = `${room}px`;
    const size = room < 6 * charPx ? 'none' : room < 31 * charPx ? 'short' : 'long';
    if (size !== this.aheadShown) {
      ahead.dataset.room = size;
      this.aheadShown = size;
    }
    ring.hidden = picked === null;
    if (picked !== null) ring.style.transform = `translate(${picked.x}px, ${picked.y}px)`;
  }
}
