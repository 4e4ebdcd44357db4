/** What views may ask for, tied to the parts that do it. */
import { type Core, inTurn, raise, setPlayback } from './core.ts';
import { compareCourses, openCourse, stopCourses } from './courses.ts';
import { jump } from './frames.ts';
import { askWhy, compareWithPlain, refreshPage, select } from './inspect.ts';
import { nextTurn, pause, play, previousTurn, seek, step, storyForward } from './playback.ts';
import {
  changeCommand,
  changeRun,
  giveCommand,
  openBranch,
  playDemo,
  playRun,
  playStop,
  resetParameters,
  setParameter,
} from './runs.ts';
import { activeBranch } from './select.ts';
import { playPaperRun, readTables } from './tables.ts';
import type { AppActions } from './types.ts';
import { showWorkspace } from './workspaces.ts';

export function createActions(core: Core): AppActions {
  const state = core.store.getState;
  const set = core.store.setState;
  return {
    play: () => play(core),
    pause: () => pause(core),
    togglePlay: () => (state().playback.playing ? pause(core) : play(core)),
    seek: (toUs) => seek(core, toUs),
    seekEnd: () => seek(core, activeBranch(state())?.reachedUs ?? 0),
    stepForward: () => step(core, 1),
    stepBack: () => step(core, -1),
    nextTurn: () => nextTurn(core),
    previousTurn: () => previousTurn(core),
    storyForward: () => storyForward(core),
    storyBack: () => previousTurn(core),
    setSpeed: (speed) => setPlayback(core, { speed }),
    setHoldAtTurns: (holdAtTurns) => setPlayback(core, { holdAtTurns }),
    setAxis: (axis) => setPlayback(core, { axis }),
    stopNode: (node) => {
      inTurn(core, () => giveCommand(core, { kind: 'stop-node', node })).catch(raise);
    },
    give: (command) => {
      inTurn(core, () => giveCommand(core, command)).catch(raise);
    },
    changeCommand: (index, atMs) => inTurn(core, () => changeCommand(core, index, atMs)),
    playDemo: () => {
      set({ panel: 'none' });
      inTurn(core, () => playDemo(core)).catch(raise);
    },
    playStop: (node, atMs) => {
      set({ panel: 'none' });
      inTurn(core, () => playStop(core, node, atMs)).catch(raise);
    },
    readTables: () => readTables(core),
    playPaperRun: (name) => {
      inTurn(core, () => playPaperRun(core, name)).catch(raise);
    },
    playRun: (run, fromUs) => {
      inTurn(core, () => playRun(core, run, fromUs)).catch(raise);
    },
    restart: () => {
      set({ panel: 'none' });
      setPlayback(core, { playing: true, heldAt: null });
      jump(core, 0);
    },
    setParameter: (path, value) => inTurn(core, () => setParameter(core, path, value)),
    changeRun: (run) => inTurn(core, () => changeRun(core, run)),
    resetParameters: () => {
      inTurn(core, () => resetParameters(core)).catch(raise);
    },
    openBranch: (key) => {
      inTurn(core, () => {
        const reached = state().branches.find((branch) => branch.key === key)?.reachedUs ?? 0;
        const atUs = Math.min(state().atUs, reached);
        return openBranch(core, key, { atUs, playing: false, address: 'push' });
      }).catch(raise);
    },
    setGhost: (ghostKey) => set({ ghostKey }),
    ghostRun: async (...asked) => (await import('./ghost-run.ts')).ghostRun(core, ...asked),
    pickPage: (vm, page) => {
      select(core, { page: { vm, page }, pageHistory: null });
      refreshPage(core, true);
    },
    pickPing: (ping) => select(core, { ping }),
    pickProcess: (process) => {
      select(core, { process });
      jump(core, state().atUs);
    },
    clearSelection: () => select(core, { page: null, pageHistory: null, ping: null }),
    compareCourses: () => compareCourses(core),
    stopCourses: () => stopCourses(core),
    openCourse: (kind) => {
      inTurn(core, () => openCourse(core, kind)).then((problem) => {
        if (problem !== null) set({ notice: { kind: 'error', text: problem } });
      }, raise);
    },
    askWhy: (target) => askWhy(core, target),
    closeWhy: () => set({ why: null }),
    openWorkspace: (workspace) => {
      if (workspace === state().workspace) return;
      if (state().workspace === 'failover') {
        core.writeAddress('replace');
        core.leftAt = core.env?.hash() ?? null;
      }
      showWorkspace(core, workspace);
      core.writeAddress('push');
    },
    registerWorkspace: (workspace, door) => {
      core.doors.set(workspace, door);
      return core.env?.hash() ?? '';
    },
    addressChanged: (how) => core.writeAddress(how),
    setPresent: (present) => set({ present }),
    openDesk: (desk) => set({ desk, panel: 'desk' }),
    take: async (workspace = state().workspace) => {
      if (workspace !== 'failover') return (await core.doors.get(workspace)?.take()) ?? null;
      const { takeFailover } = await import('./take-failover.ts');
      return takeFailover(core);
    },
    openPanel: (panel) => {
      set({ panel });
      if (panel === 'summary') compareWithPlain(core);
    },
    dismissNotice: () => set({ notice: null }),
    killWorker: () => core.client?.kill('it was ended on purpose'),
  };
}
