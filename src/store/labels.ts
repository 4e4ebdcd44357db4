/** What a run is called: how it differs from the default, and what was stopped in it. */
import type { Catalogue } from '../protocol/catalogue.ts';
import type { Run, TimedCommand } from '../protocol/model.ts';
import { commandText } from '../protocol/texts.ts';
import { text } from './messages.ts';
import { readPath } from './paths.ts';

/** More differences, and more commands, than these are only counted. */
const NAMED = 3;

export function runLabel(catalogue: Catalogue | null, run: Run): string {
  const changes = catalogue ? changesOf(catalogue, run) : [];
  const named = changes.slice(0, NAMED);
  if (changes.length > NAMED) named.push(text('more-changes', { count: changes.length - NAMED }));
  return joined([...named, labelOf(run.commands)]);
}

export function labelOf(commands: readonly TimedCommand[]): string {
  const words = commands.map(({ atMs, command }) =>
    text('command', { what: commandText(command), at: (atMs / 1000).toFixed(1) }),
  );
  if (words.length === 0) return text('waiting');
  const more = words.length - NAMED;
  return joined(more > 0 ? [...words.slice(0, NAMED), text('more-changes', { count: more })] : words);
}

function changesOf(catalogue: Catalogue, run: Run): string[] {
  return catalogue.parameters.flatMap(({ path, label, unit, choices }) => {
    const value = readPath(run.scenario, path);
    if (value === undefined || value === readPath(catalogue.defaultRun.scenario, path)) return [];
    const choice = choices?.find((one) => one.value === value)?.label;
    // The kind of stop is named by itself: "stock, migrating" needs no more words.
    if (path === 'failover' && choice !== undefined) return [choice];
    return [text('changed', { label, value: choice ?? withUnit(value, unit) })];
  });
}

function withUnit(value: unknown, unit: string): string {
  return unit === '' ? String(value) : text('quantity', { value: String(value), unit });
}

function joined(words: readonly string[]): string {
  return words.reduce((first, second) => text('and', { first, second }));
}
