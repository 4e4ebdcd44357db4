/** Means of the round trips: each in words over a bracket as wide as its span, and as a line at its height. */
import { formatNumber, formatSigned } from '../../../../base/format.ts';
import { timeToX } from '../../../../layout/human-time.ts';
import { placeInRow } from '../../../../layout/label-row.ts';
import { niceStep } from '../../../../layout/time-ticks.ts';
import { format } from '../../../../protocol/texts.ts';
import type { Label } from '../../../shared/label-pool.ts';
import { linearY, tripTop } from '../scales.ts';
import type { TripSpan } from '../trip-spans.ts';
import { paperText, WORDS } from '../words.ts';
import type { LabelInput } from './input.ts';

/** A round number of ms to read the dots' height by. */
export function gridLabels(input: LabelInput): Label[] {
  const lane = input.lane('trip');
  if (lane === null) return [];
  const top = tripTop(input.scales.tripMaxMs);
  const step = niceStep(top / 2.5);
  const out: Label[] = [];
  for (let ms = step; ms < top * 0.95; ms += step) {
    const y = Math.round(linearY(lane, ms, top));
    out.push({
      key: `gl${ms}`,
      className: input.styles.gridLine ?? '',
      x: 0,
      y,
      width: input.width,
      text: '',
    });
    out.push({
      key: `gt${ms}`,
      className: input.styles.grid ?? '',
      x: 2,
      y: y - input.linePx - 1,
      text: format(WORDS.gridMs, { ms }),
    });
  }
  return out;
}

/** From the longest to the shortest. */
function meanTexts(span: TripSpan, ghost: TripSpan | undefined): string[] {
  const slots = {
    mean: formatNumber(span.meanMs, 2),
    paper: paperText(span.paperMs),
    difference: ghost === undefined ? '' : formatSigned(span.meanMs - ghost.meanMs, 2),
  };
  const paper = span.paperMs !== null;
  const templates =
    ghost === undefined
      ? [
          ...(paper ? [WORDS.meanPaper, WORDS.meanPaperShort] : [WORDS.mean]),
          WORDS.meanShort,
          WORDS.meanShortest,
        ]
      : [
          ...(paper ? [WORDS.meanPaperGhost, WORDS.meanPaperGhostShort] : [WORDS.meanGhost]),
          WORDS.meanGhostShort,
          WORDS.meanShortest,
        ];
  return templates.map((template) => format(template, slots));
}

/** Which mean is left out first where not all have room: the one with the largest number. */
const RANK: Record<TripSpan['name'], number> = { during: 0, after: 1, before: 2, recovered: 3 };
const BRACKET_PX = 4;

export function meanLabels(input: LabelInput): Label[] {
  const { axis, styles, width } = input;
  const row = input.lane('means');
  const lane = input.lane('trip');
  if (lane === null || row === null) return [];
  const top = tripTop(input.scales.tripMaxMs);
  const spans = input.means.map((span) => {
    const ghost = input.ghostMeans.find((other) => other.name === span.name);
    return {
      ...span,
      from: Math.round(timeToX(axis, span.fromUs)),
      to: Math.round(timeToX(axis, span.toUs)),
      texts: span.name === 'recovered' ? [...meanTexts(span, ghost).slice(0, 2), ''] : meanTexts(span, ghost),
      rank: RANK[span.name],
    };
  });
  const places = placeInRow(spans, width, input.measure);
  return spans.flatMap((span, i) => {
    const place = places[i] ?? null;
    const x = Math.min(span.from, width - 3);
    const spanWidth = Math.max(3, span.to - x);
    const line: Label = {
      key: `l${span.name}`,
      className: styles.meanLine ?? '',
      x,
      y: Math.round(linearY(lane, span.meanMs, top)),
      width: spanWidth,
      text: '',
    };
    if (place === null) return [line];
    const bracket: Label = {
      key: `b${span.name}`,
      className: styles.bracket ?? '',
      x,
      y: row.top + row.height - BRACKET_PX,
      width: spanWidth,
      height: BRACKET_PX,
      text: '',
    };
    const text: Label = {
      key: `v${span.name}`,
      className: styles.meanText ?? '',
      x: place.x,
      y: row.top,
      text: place.text,
    };
    return [line, bracket, text];
  });
}
