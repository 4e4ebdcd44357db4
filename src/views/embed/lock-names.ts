import { LOCKS, type LockName } from '../../protocol/embed.ts';

/** As people call them, in the order of the list of locks. */
export function lockNames(locks: readonly LockName[]): string {
  return LOCKS.filter(({ name }) => locks.includes(name))
    .map(({ label }) => label.toLowerCase())
    .join(', ');
}
