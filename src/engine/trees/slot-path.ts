/**
 * The slots followed by the last fast walk, root first: slot = node + LEFT or node + RIGHT, so slot & ~3 is the node and
 * slot ^ 3 its opposite slot. Scratch shared by all trees like `path`, no part of their state.
 */
export const slotPath = { slots: new Int32Array(64) };

export function reserveSlots(size: number): void {
  if (slotPath.slots.length <= size) slotPath.slots = new Int32Array(2 * size);
}
