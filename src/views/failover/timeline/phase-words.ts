/** The phase at a moment, in words, as far as the run was shown. */
import { formatNumber } from '../../../base/format.ts';
import { MICROS_PER_MILLI, type Micros } from '../../../base/units.ts';
import type { History } from '../../../protocol/model.ts';
import { format, phaseName } from '../../../protocol/texts.ts';
import { activeBranch } from '../../../store/select.ts';
import { leadVm, phaseAt } from '../../../store/turns.ts';
import type { AppState } from '../../../store/types.ts';
import { WORDS } from './words.ts';

function knownHistory(state: AppState): History | null {
  const branch = activeBranch(state);
  return branch?.farHistory ?? branch?.history ?? null;
}

/** For the slider's value: where time stands. */
export function positionText(state: AppState): string {
  const history = knownHistory(state);
  const lead = history === null ? 0 : leadVm(history, activeBranch(state)?.run.scenario.pingedVm ?? '');
  const phase = history === null ? null : phaseAt(history, lead, state.atUs);
  const held = state.playback.heldAt;
  return format(held === null ? WORDS.position : WORDS.positionHeld, {
    time: state.atUs,
    phase: phaseName(held ?? phase?.name ?? 'steady', false),
  });
}

/** Which phase the pointer is in and how long it lasts; `following`: in the row of the VMs that move later. */
export function phaseReadout(state: AppState, atUs: Micros, following: boolean): string {
  const history = knownHistory(state);
  const time = `${formatNumber(atUs / 1e6, 3)} s`;
  if (history === null) return format(WORDS.readout, { time, phase: phaseName('steady', false) });
  const lead = leadVm(history, activeBranch(state)?.run.scenario.pingedVm ?? '');
  const others = following ? history.vms.filter((vm) => vm.id !== lead) : [];
  const busy = others
    .map((vm) => ({ vm, phase: phaseAt(history, vm.id, atUs) }))
    .filter(({ phase }) => phase !== null && phase.name !== 'steady')
    .at(-1);
  const found = busy?.phase ?? phaseAt(history, lead, atUs);
  const name = phaseName(found?.name ?? 'steady', false);
  const phase = busy === undefined ? name : format(WORDS.phaseOfOther, { vm: busy.vm.name, phase: name });
  if (found === null || found.endUs === null || found.name === 'steady') {
    return format(WORDS.readout, { time, phase });
  }
  const length = (found.endUs - found.startUs) / MICROS_PER_MILLI;
  return format(WORDS.readoutLength, { time, phase, length });
}

export function pingReadout(state: AppState, row: number): string {
  const pings = activeBranch(state)?.series.pings;
  const sentUs = pings?.data[row * pings.width] ?? Number.NaN;
  const ping = pings?.data[row * pings.width + 1] ?? Number.NaN;
  const time = `${formatNumber(sentUs / 1e6, 3)} s`;
  return Number.isNaN(ping)
    ? format(WORDS.readoutPingLost, { time })
    : format(WORDS.readoutPing, { time, ping });
}
