/** Moments of a run for the stage: at rest, announced, round 1, the last copy, after activation. */

import { PAGE_STATE } from '../../src/base/columns.ts';
import { defaultRun } from '../../src/engine/simulation/default-scenario.ts';
import { type Frame, SCALAR, SCALAR_COUNT } from '../../src/protocol/frame.ts';
import type { History, HistoryEvent, MigrationRecord, PhaseName, Run } from '../../src/protocol/model.ts';
import { emptySeries, initialState } from '../../src/store/initial.ts';
import type { AppState } from '../../src/store/types.ts';
import { ALONE, CALM, PLUGGED } from './history-fields.ts';

export type Moment = 'rest' | 'notice' | 'round-1' | 'last-copy' | 'recover';

const PAGES = 65_536;
const TIME: Record<Moment, number> = {
  rest: 12_340_000,
  notice: 18_010_000,
  'round-1': 19_615_000,
  'last-copy': 21_080_000,
  recover: 21_600_000,
};
const PHASE: Record<Moment, PhaseName> = {
  rest: 'steady',
  notice: 'stop-notice',
  'round-1': 'round-1',
  'last-copy': 'stop-and-copy',
  recover: 'recover',
};

/** Round 1 half done: a band of held pages, some written again, the second half still to go. */
function pagesAt(moment: Moment): Uint8Array {
  if (moment === 'rest' || moment === 'notice' || moment === 'recover')
    return new Uint8Array(PAGES).fill(PAGE_STATE.atHome);
  const pages = new Uint8Array(PAGES);
  const sent = moment === 'round-1' ? 32_000 : PAGES;
  for (let page = 0; page < PAGES; page += 1) {
    const run = page >> 4;
    if (page < sent) {
      pages[page] = PAGE_STATE.arrived;
      if ((run * 7919) % 97 < 3 && (page * 31) % 16 < 6) pages[page] = PAGE_STATE.writtenAgain;
    }
    if (moment === 'round-1' && run % 64 < 4 && run % 320 < 64) pages[page] = PAGE_STATE.heldBack;
  }
  return pages;
}

function migrationAt(moment: Moment): MigrationRecord {
  const done = moment === 'recover';
  return {
    id: 0,
    vm: 0,
    from: 0,
    to: 1,
    strategy: 'working-set-pre-copy',
    startUs: moment === 'notice' ? null : 18_200_000,
    suspendUs: null,
    endUs: done ? 21_270_000 : null,
    outcome: done ? 'completed' : 'running',
    totalPages: PAGES,
    heldPages: 1024,
    pagesSent: 32_000,
    bytesSent: 131_072_000,
    heldWritten: 0,
    dirtiedDistinct: 0,
    rounds: [],
  };
}

export function historyAt(moment: Moment): History {
  const rest = moment === 'rest';
  const done = moment === 'recover';
  const events: HistoryEvent[] = rest
    ? []
    : [
        { atUs: 18_000_000, code: 'stop-command', slots: { node: 1 } },
        { atUs: 18_002_000, code: 'stop-announced', slots: { node: 1 } },
      ];
  if (done) events.push({ atUs: 21_500_000, code: 'arp-sent', slots: { vm: 'x0', to: 2, number: 2 } });
  return {
    revision: 1,
    phases: [{ vm: 0, name: PHASE[moment], startUs: 0, endUs: null }],
    migrations: rest ? [] : [migrationAt(moment)],
    events,
    vms: defaultRun.scenario.guests.map((guest, id) => ({
      id,
      name: guest.name,
      os: guest.os,
      role: guest.role,
      memoryPages: PAGES,
      node: id === 0 && done ? 1 : guest.node - 1,
      state:
        id === 0 && moment === 'round-1'
          ? 'migrating'
          : id === 0 && moment === 'last-copy'
            ? 'paused'
            : 'running',
      belief:
        id !== 0 || rest
          ? { state: 'started', node: guest.node - 1 }
          : done
            ? { state: 'started', node: 1 }
            : { state: 'stopped', node: -1 },
      ...ALONE,
      responseMs: null,
    })),
    ...CALM,
    nodes: [0, 1, 2].map((id) => ({
      id,
      name: `node ${id + 1}`,
      state: id === 0 && !rest ? 'draining' : 'online',
      memoryMiB: 2048,
      freeMiB: 1152,
      guests: [2 * id, 2 * id + 1].filter((vm) => !(done && vm === 0)).concat(done && id === 1 ? [0] : []),
      reservedFor: [],
      ...PLUGGED,
      lastBeatUs: 12_000_000,
    })),
  };
}

export function frameAt(moment: Moment): Frame {
  const pages = pagesAt(moment);
  const count = (state: number) => pages.reduce((sum, page) => sum + (page === state ? 1 : 0), 0);
  const scalars = new Float64Array(SCALAR_COUNT).fill(Number.NaN);
  const nowUs = TIME[moment];
  const streams = moment === 'round-1' || moment === 'last-copy';
  scalars[SCALAR.timeUs] = nowUs;
  scalars[SCALAR.focusVm] = 0;
  scalars[SCALAR.sourceNode] = 0;
  scalars[SCALAR.destinationNode] = moment === 'rest' ? -1 : 1;
  scalars[SCALAR.transferring] = streams ? 1 : 0;
  scalars[SCALAR.streamOn] = streams ? 1 : 0;
  scalars[SCALAR.batch] = streams ? 30 : -1;
  scalars[SCALAR.batchStartUs] = nowUs - 5000;
  scalars[SCALAR.batchChangeUs] = nowUs + 30_000;
  scalars[SCALAR.queueBytes] = streams ? 119_302 : 0;
  scalars[SCALAR.paceBytesPerSecond] = streams ? 87_500_000 : 0;
  scalars[SCALAR.tailShare] = moment === 'recover' ? 0.2 : 0;
  if (moment === 'last-copy') scalars[SCALAR.pausedForUs] = 8000;
  scalars[SCALAR.pagesToSend] = count(PAGE_STATE.toSend);
  scalars[SCALAR.pagesArrived] = count(PAGE_STATE.arrived);
  scalars[SCALAR.pagesWrittenAgain] = count(PAGE_STATE.writtenAgain);
  scalars[SCALAR.pagesHeldBack] = count(PAGE_STATE.heldBack);
  return {
    generation: 1,
    runKey: 'run',
    scalars,
    cpu: Float64Array.of(62, 31, 66, 22, 8, 4),
    heard: new Float64Array(9).fill(nowUs - 100_000),
    pages,
    tree: null,
    history: null,
    series: [],
  };
}

export function stageState(
  moment: Moment,
  history: History = historyAt(moment),
): Partial<Omit<AppState, 'actions'>> {
  const run: Run = defaultRun;
  const series = emptySeries();
  const nowUs = TIME[moment];
  series.beats = { data: Float64Array.of(nowUs - 200_000, 0, nowUs - 90_000, 2), rows: 2, width: 2 };
  return {
    ...initialState(),
    status: 'ready',
    frame: frameAt(moment),
    atUs: nowUs,
    activeKey: 'run',
    playback: { ...initialState().playback, reachedUs: nowUs },
    branches: [
      {
        key: 'run',
        run,
        parentKey: null,
        forkUs: 0,
        reachedUs: nowUs,
        label: '',
        series,
        history,
        farHistory: history,
        origin: 'start',
      } as AppState['branches'][0],
    ],
  };
}
