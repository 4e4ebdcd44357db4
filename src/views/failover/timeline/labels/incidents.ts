/** What the cluster goes through while the VM the story is about just runs: a silence, a shot, a second boot, two of it. */
import type { Micros } from '../../../../base/units.ts';
import { timeToX } from '../../../../layout/human-time.ts';
import type { Phase } from '../../../../protocol/model.ts';
import { waitsOf } from '../../../../store/waits.ts';
import type { Label } from '../../../shared/label-pool.ts';
import { INCIDENTS } from '../words.ts';
import { fitting, type LabelInput } from './input.ts';

interface Incident {
  readonly kind: keyof typeof INCIDENTS;
  readonly startUs: Micros;
  readonly endUs: Micros | null;
}

/** Phases in which a VM has no story of its own. */
const RESTS: readonly Phase['name'][] = ['steady', 'recover'];

export function incidentLabels(input: LabelInput): Label[] {
  const { axis, reachedUs, charPx, styles } = input;
  const lane = input.lane('phases');
  if (lane === null) return [];
  const out: Label[] = [];
  const all = incidentsOf(input);
  // Whatever is worse covers what goes on meanwhile.
  for (const { kind, startUs, endUs } of all.toSorted(
    (a, b) => RANK.indexOf(b.kind) - RANK.indexOf(a.kind),
  )) {
    const covered = all.filter((one) => RANK.indexOf(one.kind) < RANK.indexOf(kind));
    const fromUs = covered.reduce(
      (from, one) => (one.startUs <= from ? Math.max(from, one.endUs ?? reachedUs) : from),
      startUs,
    );
    const next = covered.reduce(
      (to, one) => (one.startUs > fromUs ? Math.min(to, one.startUs) : to),
      reachedUs,
    );
    const toUs = Math.min(endUs ?? reachedUs, next);
    if (toUs <= fromUs) continue;
    const from = Math.max(0, timeToX(axis, fromUs));
    const width = Math.round(timeToX(axis, toUs) - from) - 1;
    if (width < 1) continue;
    out.push({
      key: `i${kind}${startUs}`,
      className: `${styles.phase} ${styles[kind]}`,
      x: Math.round(from),
      y: lane.top,
      width,
      height: input.phaseRowPx - 2,
      text: fitting(INCIDENTS[kind], width, charPx, 3),
    });
  }
  return out;
}

function incidentsOf({ story, reachedUs }: LabelInput): Incident[] {
  const { history } = story;
  if (history === null) return [];
  const own = story.phases.filter((phase) => phase.vm === story.leadVm);
  const rests = (atUs: Micros) =>
    RESTS.includes(own.findLast(({ startUs }) => startUs <= atUs)?.name ?? 'steady');
  const nextUs = (atUs: Micros) => own.find(({ startUs }) => startUs > atUs)?.startUs ?? null;
  const name = history.vms.find(({ id }) => id === story.leadVm)?.name;
  const twice: Incident[] = [];
  for (const { code, slots, atUs } of history.events) {
    const last = twice.at(-1);
    if (slots.vm !== name) continue;
    if (code === 'split-brain') twice.push({ kind: 'twice', startUs: atUs, endUs: null });
    if (code === 'split-brain-over' && last !== undefined) twice[twice.length - 1] = { ...last, endUs: atUs };
  }
  return [...waitsOf(history), ...twice]
    .filter(({ startUs }) => startUs <= reachedUs && rests(startUs))
    .map((one) => ({ ...one, endUs: least(one.endUs, nextUs(one.startUs)) }))
    .sort((a, b) => a.startUs - b.startUs || RANK.indexOf(a.kind) - RANK.indexOf(b.kind))
    .reduce<Incident[]>(joined, []);
}

/** Several guests start elsewhere at once: that is one span. */
function joined(all: Incident[], next: Incident): Incident[] {
  const last = all.findLast(({ kind }) => kind === next.kind);
  const goesOn = last !== undefined && (last.endUs === null || last.endUs >= next.startUs);
  if (!goesOn) return [...all, next];
  const endUs = last.endUs === null || next.endUs === null ? null : Math.max(last.endUs, next.endUs);
  return all.map((one) => (one === last ? { ...one, endUs } : one));
}

const RANK: readonly Incident['kind'][] = ['twice', 'silence', 'shot', 'boot'];

function least(a: Micros | null, b: Micros | null): Micros | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}
