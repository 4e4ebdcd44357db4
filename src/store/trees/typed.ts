/** Operations people type, spliced into the stream in front of what comes next. Nothing of the stream is cut off. */
import type { LabSpec, TreeCommand, TypedOperation } from '../../protocol/trees/model.ts';

/**
 * The operations on screen are the stream's with the typed ones among them:
 *
 *     stream     0   1   2       3   4              typed: [{before: 3}, {before: 3}]
 *     together   0   1   2   t   t   5   6
 *
 * @returns how many typed ones stand before the place `at` in the whole list
 */
export function typedBefore(typed: readonly TypedOperation[], at: number): number {
  let count = 0;
  while (count < typed.length && (typed[count]?.before ?? 0) + count < at) count += 1;
  return count;
}

/** The lab with `commands` put in at a place of the whole list. */
export function insertTyped(spec: LabSpec, at: number, commands: readonly TreeCommand[]): LabSpec {
  const place = typedBefore(spec.typed, at);
  const before = at - place;
  const typed = [
    ...spec.typed.slice(0, place),
    ...commands.map((command) => ({ ...command, before })),
    ...spec.typed.slice(place),
  ];
  return { ...spec, typed };
}

/** The lab without some of its typed operations, named by their places among the typed ones. */
export function withoutTyped(spec: LabSpec, places: readonly number[]): LabSpec {
  return { ...spec, typed: spec.typed.filter((_, place) => !places.includes(place)) };
}
