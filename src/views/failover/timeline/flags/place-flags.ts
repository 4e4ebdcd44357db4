/** Where flags stand: their poles at their moments, their cloths side by side without covering each other. */
export interface FlagWant {
  /** its moment, in px; NaN = not to be seen */
  readonly x: number;
  /** widths of its cloth: with a sign only, and with all its words */
  readonly shortPx: number;
  readonly longPx: number;
}

export interface FlagPlace {
  readonly poleX: number;
  readonly x: number;
  readonly long: boolean;
}

const GAP_PX = 3;

/** In order of time; null where a flag is not to be seen. */
export function placeFlags(flags: readonly FlagWant[], width: number): (FlagPlace | null)[] {
  const places: (FlagPlace | null)[] = [];
  let free = 0;
  flags.forEach((flag, i) => {
    if (!(flag.x >= 0 && flag.x <= width)) {
      places.push(null);
      return;
    }
    const next = flags.slice(i + 1).find(({ x }) => x >= flag.x && x <= width)?.x ?? width;
    const x = Math.max(flag.x, free);
    const long =
      x + flag.longPx + GAP_PX <= Math.max(next, x) || (next === width && x + flag.longPx <= width);
    const own = long ? flag.longPx : flag.shortPx;
    places.push({ poleX: flag.x, x, long });
    free = x + own + GAP_PX;
  });
  return fromRight(places, flags, width);
}

/** Whoever would leave the row at its end moves back, and pushes those before it. */
function fromRight(
  places: (FlagPlace | null)[],
  flags: readonly FlagWant[],
  width: number,
): (FlagPlace | null)[] {
  let limit = width;
  return places
    .map((place, i) => ({ place, flag: flags[i] }))
    .reverse()
    .map(({ place, flag }) => {
      if (place === null || flag === undefined) return null;
      const own = place.long ? flag.longPx : flag.shortPx;
      const x = Math.max(0, Math.min(place.x, limit - own));
      limit = x - GAP_PX;
      return { ...place, x };
    })
    .reverse();
}
