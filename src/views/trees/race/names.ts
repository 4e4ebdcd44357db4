/** What the race's trees are called. */
import type { TreeChoice } from '../../../protocol/trees/model.ts';
import type { TreeEntry } from '../../../protocol/trees/requests.ts';
import { formatNumber } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { RACE_WORDS, SECOND_NAME, SHORT_NAMES } from './words.ts';

export interface RaceName {
  /** at the end of a curve */
  readonly short: string;
  /** settings that are not the usual ones; empty where all are */
  readonly settings: string;
  readonly full: string;
}

/** @param copy from 1: above where trees of one kind race more than once */
export function raceName(choice: TreeChoice, copy: number, trees: readonly TreeEntry[]): RaceName {
  const entry = trees.find(({ kind }) => kind === choice.kind);
  const own = SHORT_NAMES[choice.kind] ?? entry?.name ?? choice.kind;
  const short = copy > 1 ? plainText(SECOND_NAME, { name: own, copy: String(copy) }) : own;
  const settings = Object.entries(unusual(choice, entry).parameters)
    .map(([path, value]) => settingText(entry, path, value))
    .join(RACE_WORDS.separator);
  return { short, settings, full: settings === '' ? own : `${own}${RACE_WORDS.separator}${settings}` };
}

function settingText(entry: TreeEntry | undefined, path: string, value: number): string {
  const info = entry?.parameters.find((parameter) => parameter.path === path);
  const label = (info?.label ?? path).replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  if (info?.kind === 'switch') {
    return plainText(value === 0 ? RACE_WORDS.switchedOff : RACE_WORDS.switchedOn, { label });
  }
  const digits = Number.isInteger(value) ? 0 : 2;
  return plainText(RACE_WORDS.setting, { label, value: formatNumber(value, digits) });
}

/** The choice without the settings that have their usual values anyway. */
export function unusual(choice: TreeChoice, entry: TreeEntry | undefined): TreeChoice {
  const parameters = Object.entries(choice.parameters).filter(
    ([path, value]) => Number(entry?.parameters.find((info) => info.path === path)?.default) !== value,
  );
  return { kind: choice.kind, parameters: Object.fromEntries(parameters) };
}

/** "five trees" */
export function countOfTrees(count: number): string {
  const { none, one, few, many } = RACE_WORDS.counts;
  if (count === 0) return none;
  if (count === 1) return one;
  return plainText(many, { count: few[count - 2] ?? String(count) });
}
