/** The operations of a lab as columns: a million of them are 6 MB, not a million objects. */
import type { TreeCommand } from '../trees/recorder.ts';
import type { TreeOperation } from '../trees/step.ts';

/** The order is that of OPERATION_NAMES in the protocol. */
export const OPERATIONS: readonly TreeOperation[] = ['access', 'find', 'insert', 'delete'];

export interface Operations {
  readonly count: number;
  readonly keys: Int32Array;
  /** index into OPERATIONS */
  readonly kinds: Uint8Array;
  /** 1 where a person typed it */
  readonly typed: Uint8Array;
}

/** @throws Error where there is no such operation */
export function commandAt(operations: Operations, index: number): TreeCommand {
  const operation = OPERATIONS[operations.kinds[index] ?? -1];
  if (operation === undefined) throw new Error(`There is no operation ${index} in this lab.`);
  return { operation, key: operations.keys[index] as number };
}

/** Every command in its order, made one at a time. */
export function* allCommands(operations: Operations): Generator<TreeCommand> {
  for (let i = 0; i < operations.count; i += 1) yield commandAt(operations, i);
}
