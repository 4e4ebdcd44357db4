/** The blocks of the phases: a row for the VM the story is about, one for those that follow. */
import type { Micros } from '../../../../base/units.ts';
import { timeToX } from '../../../../layout/human-time.ts';
import type { Phase } from '../../../../protocol/model.ts';
import { format, phaseName } from '../../../../protocol/texts.ts';
import type { Label } from '../../../shared/label-pool.ts';
import { WORDS } from '../words.ts';
import { fitting, type LabelInput } from './input.ts';

/** Shorter and shorter forms for narrower and narrower blocks; a single letter is better than none. */
const SHORTER: Readonly<Record<string, readonly string[]>> = {
  'stop-retry': ['repeated', 'rep'],
  'stop-notice': ['notice', 'n'],
  waiting: ['waiting', 'w'],
  reserve: ['reserve', 'r'],
  predict: ['predict', 'p'],
  'stop-and-copy': ['paused', 'copy'],
  activate: ['act'],
  recover: ['recover', 'rec'],
  shutdown: ['shut down', 'down'],
  boot: ['b'],
  down: ['nobody', 'down'],
  halted: ['halted', 'h'],
};
/** Hatched: nothing goes on in them. */
const HATCHED: readonly string[] = ['down', 'halted'];
/** They begin for all guests of a node at once and last: the second row tells of one VM at a time. */
const TOGETHER: readonly string[] = ['down', 'halted', 'boot', 'shutdown'];
/** From the reservation to the activation. */
const MOVING = /^(reserve|predict|round-\d+|stop-and-copy|activate)$/;

function movesUntil(phases: readonly Phase[], { vm, startUs }: Phase, reachedUs: Micros): Micros {
  const rest = phases.find((one) => one.vm === vm && one.startUs > startUs && !MOVING.test(one.name));
  return rest?.startUs ?? reachedUs;
}

/** So short that it stands in the middle of its block, without an indent. */
const TINY = 4;

function leadTexts(name: string): string[] {
  const long = name === 'stop-and-copy' ? WORDS.paused : phaseName(name, false);
  const round = /^round-(\d+)$/.exec(name)?.[1];
  return [long, ...(SHORTER[name] ?? (round === undefined ? [] : [round]))];
}

function textFor(texts: readonly string[], width: number, charPx: number): string {
  const roomy = fitting(texts, width, charPx);
  return roomy === '' ? fitting(texts, width, charPx, 1) : roomy;
}

export function phaseLabels(input: LabelInput): Label[] {
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
    const ofOther = [phaseName(name, false), ...(SHORTER[name] ?? [])].map((words) =>
      format(WORDS.phaseOfOther, { vm, phase: words }),
    );
    const texts = row === 0 ? leadTexts(name) : [...ofOther, vm];
    const text = textFor(texts, width, charPx);
    const kinds = [
      styles.phase,
      name === 'stop-and-copy' && styles.paused,
      name === 'steady' && styles.quiet,
      HATCHED.includes(name) && styles[name],
      text.length <= TINY && styles.tiny,
    ];
    out.push({
      key,
      className: kinds.filter(Boolean).join(' '),
      x: Math.round(from),
      y: lane.top + row * input.phaseRowPx,
      width,
      height: input.phaseRowPx - 2,
      text,
    });
  };
  const lead = story.phases.find(({ vm }) => vm === story.leadVm);
  block(null, 'steady', 0, 0, lead?.startUs ?? reachedUs);
  let told = { vm: -1, untilUs: 0 };
  let moving = { vm: -1, untilUs: 0 };
  story.phases.forEach((phase, i) => {
    if (phase.startUs > reachedUs) return;
    const lead = phase.vm === story.leadVm;
    if (!lead && input.phaseRows < 2) return;
    if (!lead && ['waiting', 'stop-retry', 'stop-notice'].includes(phase.name)) return;
    const nextOfOthers = lead
      ? undefined
      : story.phases.find(
          (p) =>
            p.vm !== story.leadVm && p.vm !== phase.vm && p.startUs > phase.startUs && p.name === 'reserve',
        );
    const end = phase.endUs ?? reachedUs;
    if (!lead && TOGETHER.includes(phase.name)) {
      if (told.vm !== phase.vm && phase.startUs < told.untilUs) return;
      told = { vm: phase.vm, untilUs: end };
    }
    let from = phase.startUs;
    if (!lead && MOVING.test(phase.name)) {
      // Several may move at once: of those that follow the row tells of one after another.
      if (moving.vm !== phase.vm) from = Math.max(from, moving.untilUs);
      if (from >= end) return;
      moving = { vm: phase.vm, untilUs: movesUntil(story.phases, phase, reachedUs) };
    } else if (!lead && phase.vm !== moving.vm && phase.startUs < moving.untilUs) return;
    block(phase, `p${i}`, lead ? 0 : 1, from, Math.max(from, Math.min(end, nextOfOthers?.startUs ?? end)));
  });
  return out;
}
