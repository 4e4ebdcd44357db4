/** Who believes what: where nodes that take part name different owners for one guest. */
import type { History } from '../../../protocol/model.ts';
import { listText, say, WORDS } from './words.ts';

/** Guests of which two nodes that are up believe different things. One that merely knows nothing yet contradicts nobody. */
function disputed(history: History): number[] {
  return history.vms.map(({ id }) => id).filter((vm) => ownersOf(history, vm).length > 1);
}

/** All nodes of which somebody that is up believes that they run it. */
export function ownersOf({ nodes }: History, vm: number): number[] {
  const up = nodes.filter(({ state }) => state === 'online');
  const named = up.map(({ owners }) => owners[vm] ?? -1).filter((owner) => owner >= 0);
  return [...new Set(named)].sort((a, b) => a - b);
}

const SHOWN = 2;

/** "x0 here, x1 on node 3"; empty where nothing is in dispute. */
export function beliefText(history: History, node: number): string {
  const own = history.nodes[node];
  if (own?.state !== 'online') return '';
  const all = disputed(history).flatMap((vm) => {
    const owner = own.owners[vm] ?? -1;
    const name = history.vms.find(({ id }) => id === vm)?.name ?? '';
    if (owner < 0) return [];
    if (owner === node) return [say(WORDS.ownerSelf, { vm: name })];
    return [say(WORDS.ownerOf, { vm: name, node: history.nodes[owner]?.name ?? '' })];
  });
  if (all.length === 0) return '';
  const list =
    all.length > SHOWN
      ? say(WORDS.andMore, { list: all.slice(0, SHOWN).join(', '), n: all.length - SHOWN })
      : listText(all);
  return say(WORDS.nodeBelieves, { list });
}
