/** Everything the strip says in words or boxes on its axis; pure, so that it can be tested without a canvas. */
import { formatSigned } from '../../../base/format.ts';
import type { Micros } from '../../../base/units.ts';
import { type PaceSpan, type TimeAxis, timeToX } from '../../../layout/human-time.ts';
import type { Lane, LaneName } from '../../../layout/lanes.ts';
import { timeTicks } from '../../../layout/time-ticks.ts';
import type { Phase } from '../../../protocol/model.ts';
import { format, phaseName } from '../../../protocol/texts.ts';
import type { Label } from './label-pool.ts';
import { linearY, pagesY, tripTop } from './scales.ts';
import type { Story } from './story.ts';
import type { TripSpan } from './trip-spans.ts';
import { WORDS } from './words.ts';

export interface LabelInput {
  readonly story: Story;
  readonly axis: TimeAxis;
  readonly reachedUs: Micros;
  readonly width: number;
  readonly lane: (name: LaneName) => Lane | null;
  readonly axisTop: number;
  readonly charPx: number;
  readonly linePx: number;
  readonly phaseRowPx: number;
  readonly human: boolean;
  readonly spans: readonly PaceSpan[];
  readonly means: readonly TripSpan[];
  readonly ghostMeans: readonly TripSpan[];
  readonly tripMaxMs: number;
  readonly pagesTotal: number;
  readonly stopBelow: number;
  readonly styles: Readonly<Record<string, string>>;
}

export function stripLabels(input: LabelInput): Label[] {
  return [
    ...phaseLabels(input),
    ...tickLabels(input),
    ...(input.human ? paceLabels(input) : []),
    ...meanLabels(input),
    ...thresholdLabels(input),
  ];
}

const SHORT: Readonly<Record<string, string>> = {
  'stop-notice': 'notice',
  reserve: 'reserve',
  predict: 'predict',
  'stop-and-copy': 'stop',
  activate: 'act.',
  recover: 'recover',
  shutdown: 'shut down',
};

function fitting(texts: readonly string[], px: number, charPx: number): string {
  return texts.find((text) => text.length * charPx + 10 <= px) ?? '';
}

function phaseLabels(input: LabelInput): Label[] {
  const { story, axis, reachedUs, charPx, styles } = input;
  const lane = input.lane('phases');
  if (lane === null) return [];
  const out: Label[] = [];
  const block = (phase: Phase | null, key: string, row: number, fromUs: Micros, toUs: Micros) => {
    const from = Math.max(0, timeToX(axis, fromUs));
    const to = timeToX(axis, Math.min(toUs, reachedUs));
    const width = Math.round(to - from) - 1;
    if (width < 1) return;
    const name = phase?.name ?? 'steady';
    const vm = story.history?.vms.find((v) => v.id === phase?.vm)?.name ?? '';
    const long =
      row === 0 ? phaseName(name, false) : format(WORDS.phaseOfOther, { vm, phase: phaseName(name, false) });
    const round = /^round-(\d+)$/.exec(name)?.[1];
    const short = row === 0 ? (SHORT[name] ?? round ?? long) : vm;
    const paused = name === 'stop-and-copy';
    out.push({
      key,
      className: `${styles.phase} ${paused ? styles.paused : ''} ${name === 'steady' ? styles.quiet : ''}`,
      x: Math.round(from),
      y: lane.top + row * input.phaseRowPx,
      width,
      height: input.phaseRowPx - 2,
      text: fitting([long, short], width, charPx),
      title: long,
    });
  };
  block(null, 'steady', 0, 0, story.firstTurnUs ?? reachedUs);
  story.phases.forEach((phase, i) => {
    if (phase.startUs > reachedUs) return;
    const lead = phase.vm === story.leadVm;
    if (!lead && (phase.name === 'waiting' || phase.name === 'stop-notice')) return;
    const nextOfOthers = lead
      ? undefined
      : story.phases.find(
          (p) =>
            p.vm !== story.leadVm && p.vm !== phase.vm && p.startUs > phase.startUs && p.name === 'reserve',
        );
    const end = phase.endUs ?? reachedUs;
    block(phase, `p${i}`, lead ? 0 : 1, phase.startUs, Math.min(end, nextOfOthers?.startUs ?? end));
  });
  return out;
}

function tickLabels(input: LabelInput): Label[] {
  const { axis, axisTop, styles } = input;
  const ticks = timeTicks({
    axis,
    turnsUs: input.story.turnsUs,
    untilUs: input.reachedUs,
    charPx: input.charPx,
    width: input.width,
  });
  const out: Label[] = [];
  ticks.forEach((tick, i) => {
    const text = i === 0 ? `${tick.label} s` : tick.label;
    const half = (tick.label.length * input.charPx) / 2;
    out.push({
      key: `t${tick.timeUs}`,
      className: styles.tick ?? '',
      x: Math.max(0, tick.x - half),
      y: axisTop + 5,
      text,
    });
    out.push({
      key: `m${tick.timeUs}`,
      className: `${styles.mark} ${tick.turn ? styles.turnMark : ''}`,
      x: tick.x,
      y: axisTop,
      text: '',
    });
  });
  return out;
}

/** "1/60" for slowed sixtyfold, "4" for four times as fast. */
export function paceFactor(stretch: number): string {
  if (stretch <= 1) return String(Math.round(10 / stretch) / 10);
  return `1/${Math.round(stretch * 10) / 10}`;
}

function paceLabels(input: LabelInput): Label[] {
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
      title: texts[0] ?? '',
    });
  });
  return out;
}

function meanLabels(input: LabelInput): Label[] {
  const { axis, charPx, linePx, styles, width } = input;
  const lane = input.lane('trip');
  if (lane === null) return [];
  const top = tripTop(input.tripMaxMs);
  const out: Label[] = [];
  let freeFrom = 0;
  for (const span of input.means) {
    const from = timeToX(axis, span.fromUs);
    const to = timeToX(axis, span.toUs);
    const y = linearY(lane, span.meanMs, top);
    out.push({
      key: `l${span.name}`,
      className: styles.meanLine ?? '',
      x: from,
      y: Math.round(y) - 1,
      width: Math.max(3, to - from),
      text: '',
    });
    const ghost = input.ghostMeans.find((g) => g.name === span.name);
    const slots = {
      mean: span.meanMs,
      paper:
        span.paperMs === null
          ? ''
          : String(span.paperMs.toFixed(span.name === 'before' || span.name === 'recovered' ? 2 : 1)),
      difference: ghost === undefined ? '' : formatSigned(span.meanMs - ghost.meanMs, 2),
    };
    const template =
      span.paperMs === null
        ? ghost === undefined
          ? WORDS.mean
          : WORDS.meanGhost
        : ghost === undefined
          ? WORDS.meanPaper
          : WORDS.meanPaperGhost;
    const text = format(template, slots);
    const px = text.length * charPx;
    // Over the flat runs of dots there is room; the first label may begin left of its span, none covers another.
    const x = Math.max(freeFrom, Math.min(from + 4, width - px - 4));
    const low = span.meanMs < top / 2;
    out.push({
      key: `v${span.name}`,
      className: styles.meanText ?? '',
      x,
      y: low ? y - linePx - 6 : y + 3,
      text,
    });
    if (low) freeFrom = x + px + 10;
  }
  return out;
}

function thresholdLabels(input: LabelInput): Label[] {
  const lane = input.lane('left');
  const startUs = input.story.pingedMigration?.startUs ?? null;
  if (lane === null || startUs === null || !Number.isFinite(input.stopBelow)) return [];
  const x = Math.max(0, timeToX(input.axis, startUs));
  const y = pagesY(lane, input.stopBelow, input.pagesTotal);
  const text = format(WORDS.stopBelow, { pages: input.stopBelow });
  const px = text.length * input.charPx;
  return [
    {
      key: 'th',
      className: input.styles.threshold ?? '',
      x,
      y: Math.round(y),
      width: Math.max(0, input.width - x),
      text: '',
    },
    {
      key: 'tt',
      className: input.styles.note ?? '',
      x: Math.max(0, Math.min(x + 4, input.width - px - 2)),
      y: y - input.linePx - 1,
      text,
    },
  ];
}
