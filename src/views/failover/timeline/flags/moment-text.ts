import { formatSeconds } from '../../../../base/format.ts';
import type { TimedCommand } from '../../../../protocol/model.ts';
import { commandText, format } from '../../../../protocol/texts.ts';
import { FLAG_WORDS } from './words.ts';

/** "stop of node 1 at 18.0 s" */
export function flagName({ command, atMs }: TimedCommand): string {
  return format(FLAG_WORDS.name, { what: commandText(command, false), at: momentText(atMs) });
}

/** 18 000 → "18.0 s"; finer where it is finer. */
export function momentText(atMs: number): string {
  return formatSeconds(atMs * 1000, atMs % 100 === 0 ? 1 : 3);
}
