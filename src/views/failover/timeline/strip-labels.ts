/** Everything the strip says in words or boxes on its axis; pure, so that it can be tested without a canvas. */
import { formatNumber, formatSigned } from '../../../base/format.ts';
import type { Micros } from '../../../base/units.ts';
import { type PaceSpan, type TimeAxis, timeToX } from '../../../layout/human-time.ts';
import type { Lane, LaneName } from '../../../layout/lanes.ts';
import { niceStep, timeTicks } from '../../../layout/time-ticks.ts';
import type { Phase } from '../../../protocol/model.ts';
import { format, phaseName } from '../../../protocol/texts.ts';
import type { Label } from './label-pool.ts';
import { linearY, pagesY, tripTop } from './scales.ts';
import type { Story } from './story.ts';
import type { TripSpan } from './trip-spans.ts';
import { paperText, WORDS } from './words.ts';

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
  readonly phaseRows: number;
  readonly human: boolean;
  /** tell how much each piece is stretched */
  readonly paces: boolean;
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
    ...breakLabels(input),
    ...gridLabels(input),
    ...tickLabels(input),
    ...(input.paces ? paceLabels(input) : []),
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
  return texts.find((text) => text.length * charPx * 0.94 + 7 <= px) ?? '';
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
    if (!lead && input.phaseRows < 2) return;
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

/** Where the axis breaks: left of it quiet time is squeezed together. */
function breakLabels(input: LabelInput): Label[] {
  const { axis, styles } = input;
  const [, x = 0] = axis.xs;
  if (!input.human || axis.times.length < 3 || x <= 0 || x > input.width / 4) return [];
  const [, end = 0] = axis.times;
  if (end > (input.story.firstTurnUs ?? input.reachedUs)) return [];
  const title = format(WORDS.thin, { to: end });
  return [
    {
      key: 'br',
      className: styles.break ?? '',
      x: Math.round(x),
      y: 0,
      height: input.axisTop,
      text: '',
      title,
    },
  ];
}

/** A round number of ms to read the dots' height by. */
function gridLabels(input: LabelInput): Label[] {
  const lane = input.lane('trip');
  if (lane === null) return [];
  const top = tripTop(input.tripMaxMs);
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
  for (const tick of ticks) {
    const half = (tick.label.length * input.charPx) / 2;
    out.push({
      key: `t${tick.timeUs}`,
      className: styles.tick ?? '',
      x: Math.max(0, tick.x - half),
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

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const touch = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function meanTexts(span: TripSpan, ghost: TripSpan | undefined): string[] {
  const slots = {
    mean: formatNumber(span.meanMs, 2),
    paper: paperText(span.paperMs),
    difference: ghost === undefined ? '' : formatSigned(span.meanMs - ghost.meanMs, 2),
  };
  const withPaper = ghost === undefined ? WORDS.meanPaper : WORDS.meanPaperGhost;
  const without = ghost === undefined ? WORDS.mean : WORDS.meanGhost;
  const short = span.paperMs === null ? WORDS.meanShort : WORDS.meanPaperShort;
  return [format(span.paperMs === null ? without : withPaper, slots), format(short, slots)];
}

/** A line at each mean with its words beside it; where no room is left the words are left out, never laid over others. */
function meanLabels(input: LabelInput): Label[] {
  const { axis, charPx, linePx, styles, width } = input;
  const lane = input.lane('trip');
  if (lane === null) return [];
  const top = tripTop(input.tripMaxMs);
  const out: Label[] = [];
  const taken: Box[] = [];
  for (const span of input.means) {
    const from = timeToX(axis, span.fromUs);
    const to = timeToX(axis, span.toUs);
    const y = Math.round(linearY(lane, span.meanMs, top));
    const lineWidth = Math.max(3, to - from);
    out.push({
      key: `l${span.name}`,
      className: styles.meanLine ?? '',
      x: from,
      y,
      width: lineWidth,
      text: '',
    });
    const texts = meanTexts(
      span,
      input.ghostMeans.find((g) => g.name === span.name),
    );
    const below = y + 3;
    const above = y - linePx - 7;
    const near = span.meanMs < top / 2 ? [above] : [below, above];
    const far = [above - linePx];
    // Rather fewer words near the line than all of them far away.
    const box = [near, far]
      .flatMap((ys) => texts.flatMap((text) => ys.map((boxY) => ({ text, y: boxY }))))
      .flatMap(({ text, y: boxY }) => {
        const size = { text, y: boxY, width: text.length * charPx * 0.95 + 6, height: linePx };
        const most = width - size.width;
        return [from + 2, to - size.width, to + 4]
          .filter(() => most > 0)
          .map((x) => ({ ...size, x: Math.max(0, Math.min(most, x)) }));
      })
      .find((place) => place.y >= lane.top - 2 && !taken.some((other) => touch(place, other)));
    if (box === undefined) continue;
    taken.push(box);
    out.push({ key: `v${span.name}`, className: styles.meanText ?? '', x: box.x, y: box.y, text: box.text });
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
