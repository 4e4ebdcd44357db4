/** Numbers of the axis, where it breaks, and how much each of its pieces is stretched. */
import { timeToX } from '../../../../layout/human-time.ts';
import { timeTicks } from '../../../../layout/time-ticks.ts';
import { format } from '../../../../protocol/texts.ts';
import type { Label } from '../../../shared/label-pool.ts';
import { WORDS } from '../words.ts';
import { fitting, type LabelInput } from './input.ts';

const DIGIT = 1.12;

/** Where the axis breaks: left of it quiet time is squeezed together. */
export function breakLabels(input: LabelInput): Label[] {
  const { axis, styles } = input;
  const [, x = 0] = axis.xs;
  if (!input.human || axis.times.length < 3 || x <= 0 || x > input.width / 4) return [];
  const [, end = 0] = axis.times;
  if (end > (input.story.firstTurnUs ?? input.reachedUs)) return [];
  return [
    { key: 'br', className: styles.break ?? '', x: Math.round(x), y: 0, height: input.axisTop, text: '' },
  ];
}

export function tickLabels(input: LabelInput): Label[] {
  const { axis, axisTop, styles, width } = input;
  // Digits are wider than the mean of letters.
  const charPx = input.charPx * DIGIT;
  const endUs = input.endUs !== null && input.reachedUs >= input.endUs ? input.endUs : null;
  const ticks = timeTicks({
    endUs,
    axis,
    turnsUs: input.story.turnsUs,
    untilUs: input.reachedUs,
    charPx,
    width,
  });
  const out: Label[] = [];
  for (const tick of ticks) {
    const textWidth = tick.label.length * charPx;
    out.push({
      key: `t${tick.timeUs}`,
      className: styles.tick ?? '',
      x: Math.max(0, Math.min(tick.x - textWidth / 2, width - textWidth)),
      y: axisTop + 5,
      text: tick.label,
    });
    out.push({
      key: `m${tick.timeUs}`,
      className: `${styles.mark} ${tick.turn ? styles.turnMark : ''}`,
      x: tick.x,
      y: axisTop,
      text: '',
    });
  }
  return out;
}

/** "1/60" for slowed sixtyfold, "4" for four times as fast. */
function paceFactor(stretch: number): string {
  if (stretch <= 1) return String(Math.round(10 / stretch) / 10);
  return `1/${Math.round(stretch * 10) / 10}`;
}

export function paceLabels(input: LabelInput): Label[] {
  const { axis, charPx, styles } = input;
  const first = input.story.firstTurnUs;
  if (first === null) return [];
  const out: Label[] = [];
  input.spans.forEach((span, i) => {
    if (span.startUs < first) return;
    const from = timeToX(axis, span.startUs);
    const to = timeToX(axis, Math.min(span.endUs, input.reachedUs));
    const width = Math.round(to - from) - 2;
    if (width < 3) return;
    const factor = paceFactor(span.stretch);
    const texts = [format(WORDS.pace, { factor }), format(WORDS.paceShort, { factor })];
    out.push({
      key: `w${i}`,
      className: styles.pace ?? '',
      x: Math.round(from) + 1,
      y: input.axisTop + input.linePx + 6,
      width,
      text: fitting(texts, width, charPx),
    });
  });
  return out;
}
