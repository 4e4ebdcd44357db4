/**
 * How far a handle reaches while its end is not known: a round figure beyond what was reached, which tells nothing of
 * what comes. It grows by steps of 1, 2 and 5, so that it stands still in between.
 */
export function roundExtent(reached: number, least: number): number {
  const wanted = Math.max(least, reached * 1.1);
  let decade = 1;
  while (decade * 10 <= wanted) decade *= 10;
  return [1, 2, 3, 5, 7.5, 10].map((factor) => factor * decade).find((extent) => extent >= wanted) ?? wanted;
}
