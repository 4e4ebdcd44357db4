import { useRef } from 'react';

/** A tree that shrinks a little keeps its scale. */
const SLACK = 2;
const FEWEST = 4;

/** Levels the picture has room for: it follows a growing tree at once and a shrinking one with a delay. */
export function useLevels(height: number, size: number): number {
  const held = useRef({ levels: 0, size: -1 });
  held.current = { levels: levelsFor(held.current, height, size), size };
  return held.current.levels;
}

export function levelsFor(before: { levels: number; size: number }, height: number, size: number): number {
  const needed = Math.max(FEWEST, height);
  const other = Math.abs(before.size - size) > 2;
  return other || needed > before.levels || needed < before.levels - SLACK ? needed : before.levels;
}
