/** What the last change to a run's commands was, and how to go back before it. */
import { sameJson } from '../../../../protocol/merge.ts';
import type { TimedCommand } from '../../../../protocol/model.ts';
import type { BranchRecord } from '../../../../store/types.ts';

export type Undo =
  | { readonly kind: 'open'; readonly key: string }
  | { readonly kind: 'remove'; readonly index: number };

/** Null where nothing was commanded. */
export function undoOf(branch: BranchRecord, branches: readonly BranchRecord[]): Undo | null {
  const { commands } = branch.run;
  const parent = branches.find(({ key }) => key === branch.parentKey);
  if (parent !== undefined && branch.origin === 'command' && isOneChange(parent.run.commands, branch)) {
    return { kind: 'open', key: parent.key };
  }
  return commands.length > 0 ? { kind: 'remove', index: commands.length - 1 } : null;
}

function isOneChange(before: readonly TimedCommand[], { run, forkUs }: BranchRecord): boolean {
  const after = run.commands;
  // Given in the past: what was to come after it was left behind.
  if (forkUs > 0) return after.length === before.filter(({ atMs }) => atMs * 1000 <= forkUs).length + 1;
  const gone = before.filter((one) => !after.some((other) => sameJson(one, other)));
  const fresh = after.filter((one) => !before.some((other) => sameJson(one, other)));
  if (gone.length !== 1 || fresh.length > 1) return false;
  // Moved: the same command at another moment.
  return fresh.every(({ command }) => sameJson(command, gone[0]?.command));
}
