/** What the keeping part of the desk says, in English. */
import { formatMB, formatNumber } from '../../../base/format.ts';
import type { Workspace } from '../../../protocol/link.ts';
import { format } from '../../../protocol/texts.ts';
import type { KeptItem } from '../../../store/kept/types.ts';

export const KEEP = {
  about: 'What you keep stays in this browser, on this computer; nobody else sees it.',
  name: 'Name',
  keep: 'Keep what is on screen',
  nothing: 'Nothing on screen can be kept: open a run or a sweep first.',
  reading: 'Reading what is kept …',
  heading: 'Kept',
  empty: 'Nothing yet. What you keep is listed here, the newest first.',
  search: 'Search',
  none: 'Nothing that is kept has “{text}” in its name, workspace or figures.',
  usage: 'This app takes {used} in your browser; {quota} are allowed.',
  kilobytes: '{count} kB',
  choose: 'Choose “{name}”',
  chosen: '{count} chosen',
  hint: 'Choose two of a kind to compare them.',
  compare: 'Compare',
  remove: 'Delete',
  undo: 'Undo',
  open: 'Open',
  openNamed: 'Open “{name}”',
  more: 'More',
  moreNamed: 'More about “{name}”',
  rename: 'Rename',
  newName: 'New name',
  save: 'Save',
  cancel: 'Cancel',
  link: 'Its link',
  copy: 'Copy link',
  around: 'Sweep around it',
  behind: 'Draw behind the run on screen',
  figures: 'Figures when it was kept',
  damaged: 'Cannot be read',
  damagedItem: '“{name}”: {reason}',
  showMore: 'Show {count} more',
  when: '{ago} · {date}',
  figure: '{label} {value}',
  line: '{workspace} · {when}',
} as const;

export const WORKSPACE_WORDS: Readonly<Record<Workspace, string>> = {
  failover: 'Failover',
  migration: 'Migration',
  trees: 'Trees',
  explore: 'Sweep',
  evidence: 'Evidence',
};

/** Whole numbers as they are, others with three digits that mean something. */
export function figureText(value: KeptItem['figures'][number]['value']): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (Number.isInteger(value)) return formatNumber(value);
  const size = Math.abs(value);
  return formatNumber(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

/** "22 Nov 2026, 04:10" */
export function dateText(ms: number): string {
  return new Date(ms).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

/** "12 kB", "1.2 MB", "1,322 MB" */
export function bytesText(bytes: number): string {
  if (bytes < 1e6) return format(KEEP.kilobytes, { count: formatNumber(bytes / 1000) });
  return formatMB(bytes, bytes < 1e8 ? 1 : 0);
}
