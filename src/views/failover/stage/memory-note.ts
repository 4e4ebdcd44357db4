/** What stands in a memory grid's place when no page of the VM is there. */
import { boots } from './guest-state.ts';
import { nodeName, nodeOf, type StageModel } from './model.ts';
import type { Side } from './tile-stamps.ts';
import { say, WORDS } from './words.ts';

const PAGE_MIB = 4096 / 1_048_576;

export interface Note {
  readonly title: string;
  readonly detail: string;
}

/** null: the pages are here. */
export function emptyNote(model: StageModel, side: Side): Note | null {
  const { history, focus, places, stage, move } = model;
  const vm = focus.name;
  if (side === 'source') {
    if (stage !== 'done') return focus.node < 0 ? offNote(model) : null;
    return {
      title: WORDS.discarded,
      detail: say(WORDS.discardedDetail, { node: nodeName(history, places.left), vm }),
    };
  }
  if (stage === 'stream' || stage === 'done') return null;
  if (focus.copyNode >= 0 && focus.copyNode === places.right) {
    return focus.copyBooting
      ? { title: say(WORDS.bootsHere, { vm }), detail: WORDS.bootsHereDetail }
      : { title: say(WORDS.runsHereTooTitle, { vm }), detail: WORDS.runsHereTooDetail };
  }
  if (boots(history, focus) && focus.belief.node === places.right) {
    return { title: say(WORDS.bootsHere, { vm }), detail: WORDS.bootsHereDetail };
  }
  const node = nodeOf(history, places.right);
  if (!node) return { title: '', detail: WORDS.noRoom };
  if (move) {
    return {
      title: WORDS.reserved,
      detail: say(WORDS.reservedRoom, { mib: focus.memoryPages * PAGE_MIB, vm }),
    };
  }
  if (node.state !== 'online') return { title: WORDS[node.state], detail: WORDS.noRoom };
  const takes = node.freeMiB >= focus.memoryPages * PAGE_MIB;
  return {
    title: say(WORDS.room, { mib: node.freeMiB }),
    detail: takes ? say(WORDS.roomDetail, { vm }) : WORDS.noRoom,
  };
}

/** A VM that runs nowhere has no memory, only its disk. */
function offNote({ history, focus }: StageModel): Note {
  const { belief, name: vm } = focus;
  const starts = belief.state === 'starting' && belief.node >= 0;
  return {
    title: say(focus.state === 'lost' ? WORDS.lostMemory : WORDS.off, { vm }),
    detail: starts
      ? say(WORDS.offStarts, { vm, node: nodeName(history, belief.node) })
      : say(WORDS.offDetail, { vm }),
  };
}
