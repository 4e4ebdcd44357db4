/**
 * What on screen can be had as a picture. A view offers its picture while it is mounted; the desk lists what is offered.
 * Offering costs nothing: nothing is drawn until somebody asks.
 */
export interface Picture {
  /** stable, also the name of the file: "timeline", "tree" */
  readonly id: string;
  /** as people call it */
  readonly name: string;
  /** SVG text with all colours resolved, its title and what it shows @throws Error with one sentence where there is nothing yet */
  svg(): string | Promise<string>;
  /** false where it glides to each new moment, so that an animation waits until it rests */
  readonly still?: boolean;
}

const offered = new Map<string, Picture>();
const listeners = new Set<() => void>();
let list: readonly Picture[] = [];

/** @returns takes the offer back */
export function offerPicture(picture: Picture): () => void {
  offered.set(picture.id, picture);
  changed();
  return () => {
    if (offered.get(picture.id) !== picture) return;
    offered.delete(picture.id);
    changed();
  };
}

export const pictures = {
  /** the same array until the offers change */
  get: (): readonly Picture[] => list,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function changed(): void {
  list = [...offered.values()];
  for (const listener of listeners) listener();
}
