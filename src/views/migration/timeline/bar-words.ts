/** A round in words, from the longest to the shortest form. */
import { formatCount } from '../../../base/format.ts';
import type { RoundBar } from '../../../layout/migration/lane-rounds.ts';
import { format } from '../../../protocol/texts.ts';
import { WORDS } from './words.ts';

export function roundName({ kind, number }: Pick<RoundBar, 'kind' | 'number'>): string {
  if (kind === 'last') return WORDS.last;
  if (kind === 'fetch') return WORDS.fetch;
  return format(WORDS.round, { number });
}

/** What went and what did not. */
export function barTexts(bar: RoundBar): string[] {
  const round = roundName(bar);
  const parts = [
    [WORDS.partSent, bar.sent - bar.demanded],
    [WORDS.partDemanded, bar.demanded],
    [WORDS.partSkipped, bar.skipped],
    [WORDS.partHeld, bar.held],
  ] as const;
  const said = parts.filter(([, pages], i) => i === 0 || pages > 0);
  const list = said.map(([template, pages]) => format(template, { pages: Math.round(pages) }));
  const number = bar.kind === 'live' ? formatCount(bar.number) : round;
  return [
    format(WORDS.barLong, { round, parts: list.join(', ') }),
    format(WORDS.barLong, { round, parts: list[0] ?? '' }),
    format(WORDS.barSent, { round, pages: bar.sent }),
    round,
    number,
    '',
  ];
}

/** What comes back for the next round. */
export function dirtiedTexts(bar: RoundBar): string[] {
  if (bar.kind !== 'live') return [''];
  const pages = Math.round(bar.dirtied);
  return [
    format(WORDS.dirtiedShare, { pages, share: bar.dirtied / Math.max(1, bar.list) }),
    format(WORDS.dirtiedLong, { pages }),
    format(WORDS.dirtiedShort, { pages }),
    '',
  ];
}
