/** How the race's lines are told apart: by colour (the tree's kind), by dash and by name, so that no one of them is needed. */
import type { TreeChoice } from '../../protocol/trees/model.ts';

export interface LineStyle {
  /** place of the colour among --race-0 … --race-7 */
  readonly colour: number;
  /** SVG dash array, empty = solid; no two lines of a race share one while there are enough */
  readonly dash: string;
  /** from 1; above where the same kind races more than once */
  readonly copy: number;
}

const COLOURS = 8;
const DASHES: readonly string[] = [
  '',
  '7 3',
  '2 2.5',
  '9 3 2 3',
  '4 4',
  '1 4',
  '13 4',
  '5 2 1 2 1 2',
  '2 6',
  '16 3 4 3',
  '6 2 2 2 2 2',
  '20 6',
];

/** @param kinds all kinds in the registry's order, so that a tree keeps its colour and dash whoever else races */
export function lineStyles(contestants: readonly TreeChoice[], kinds: readonly string[]): LineStyle[] {
  const taken = new Set<string>();
  const copies = new Map<string, number>();
  const places = contestants.map(({ kind }) => Math.max(0, kinds.indexOf(kind)));
  // Those that come first of their kind choose before any second one.
  const dashes: string[] = [];
  for (const again of [false, true]) {
    const seen = new Set<string>();
    for (const [i, { kind }] of contestants.entries()) {
      const isAgain = seen.has(kind);
      seen.add(kind);
      if (isAgain !== again) continue;
      const own = DASHES[(places[i] ?? 0) % COLOURS] ?? '';
      const dash = taken.has(own) ? (DASHES.find((free) => !taken.has(free)) ?? own) : own;
      taken.add(dash);
      dashes[i] = dash;
    }
  }
  return contestants.map(({ kind }, i) => {
    const copy = (copies.get(kind) ?? 0) + 1;
    copies.set(kind, copy);
    return { colour: (places[i] ?? 0) % COLOURS, dash: dashes[i] ?? '', copy };
  });
}

export function sameChoice(a: TreeChoice, b: TreeChoice): boolean {
  const names = new Set([...Object.keys(a.parameters), ...Object.keys(b.parameters)]);
  return a.kind === b.kind && [...names].every((name) => a.parameters[name] === b.parameters[name]);
}
