import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SERIES_COLUMNS } from '../../src/base/columns.ts';
import { encodeLink } from '../../src/protocol/link.ts';
import type { Run } from '../../src/protocol/model.ts';
import { activeBranch } from '../../src/store/select.ts';
import { createApp } from '../../src/store/store.ts';
import type { AppState } from '../../src/store/types.ts';
import { FakeWorker } from './fake-worker.ts';
import { sampleRun } from './sample-run.ts';
import { toyEngine } from './toy-engine.ts';

/** A page with a clock turned by hand. */
function openPage(hash = '') {
  const app = createApp();
  const workers: FakeWorker[] = [];
  let nowMs = 0;
  let frame: ((nowMs: number) => void) | null = null;
  let visible = true;
  const entries = [hash];
  let navigate = () => {};
  let later: (() => void)[] = [];
  const started = app.start({
    createWorker: () => {
      const worker = new FakeWorker(toyEngine());
      workers.push(worker);
      return worker;
    },
    now: () => nowMs,
    nextFrame: (run) => {
      frame = run;
    },
    visible: () => visible,
    onVisible: () => {},
    hash: () => entries.at(-1) ?? '',
    replaceHash: (next) => {
      entries[entries.length - 1] = next;
    },
    pushHash: (next) => {
      entries.push(next);
    },
    onNavigate: (run) => {
      navigate = run;
    },
    later: (_ms, run) => {
      later.push(run);
    },
  });
  const settle = async () => {
    for (let i = 0; i < 30; i++) await Promise.resolve();
  };
  return {
    app,
    workers,
    entries,
    started,
    settle,
    get state(): AppState {
      return app.store.getState();
    },
    get actions() {
      return app.store.getState().actions;
    },
    get branch() {
      const branch = activeBranch(app.store.getState());
      if (!branch) throw new Error('no branch is open');
      return branch;
    },
    hide(hidden: boolean) {
      visible = !hidden;
    },
    async back() {
      entries.pop();
      navigate();
      await settle();
    },
    flushAddress() {
      const due = later;
      later = [];
      for (const run of due) run();
    },
    /** wall time passes, 60 frames a second */
    async pass(ms: number) {
      for (const end = nowMs + ms; nowMs < end; ) {
        nowMs += 1000 / 60;
        frame?.(nowMs);
        await settle();
      }
    },
  };
}

type Page = ReturnType<typeof openPage>;

const demo: Run = { ...sampleRun, commands: [{ atMs: 18_000, command: { kind: 'stop-node', node: 1 } }] };

let page: Page;

async function open(hash = ''): Promise<Page> {
  page = openPage(hash);
  await page.started;
  await page.settle();
  return page;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the page', () => {
  it('opens on the default run, playing in real time and waiting', async () => {
    await open();
    expect(page.state.status).toBe('ready');
    expect(page.branch.run).toEqual(sampleRun);
    await page.pass(2000);
    expect(page.state.atUs / 1e6).toBeCloseTo(2, 1);
    expect(page.branch.series.pings.rows).toBe(Math.floor(page.branch.reachedUs / 10_000) + 1);
  });

  it('asks once for the comparison as soon as the move is done, while it plays on', async () => {
    await open();
    page.actions.seek(17_900_000);
    await page.settle();
    page.actions.stopNode(1);
    await page.settle();
    page.actions.setSpeed(1);
    page.actions.play();
    const asked = () =>
      page.workers.flatMap((worker) => worker.posted).filter(({ name }) => name === 'compare').length;
    await page.pass(3100);
    expect(asked()).toBe(0);
    await page.pass(500);
    expect(page.state.playback.playing).toBe(true);
    expect(asked()).toBe(1);
    await page.pass(1000);
    expect(asked()).toBe(1);
  });

  it('does not end by itself before anything was stopped', async () => {
    await open();
    page.actions.setSpeed(100);
    await page.pass(1000);
    expect(page.state.atUs).toBeGreaterThan(60_000_000);
    expect(page.state.panel).toBe('none');
    expect(page.state.playback.playing).toBe(true);
  });

  it('stands still while it is hidden', async () => {
    await open();
    await page.pass(500);
    const before = page.state.atUs;
    page.hide(true);
    await page.pass(60_000);
    page.hide(false);
    await page.pass(50);
    expect(page.state.atUs - before).toBeLessThan(120_000);
  });

  it('asked for the demo before it has opened opens on the demo, and keeps no empty run', async () => {
    const early = openPage();
    early.actions.playDemo();
    await early.started;
    await early.settle();
    expect(early.branch.run).toEqual(demo);
    expect(early.state.branches).toHaveLength(1);
    expect(early.state.playback.playing).toBe(true);

    const ready = openPage();
    const leave = ready.app.store.subscribe((state) => {
      if (state.status !== 'ready') return;
      leave();
      state.actions.playDemo();
    });
    await ready.started;
    await ready.settle();
    expect(ready.branch.run).toEqual(demo);
  });

  it('keeps an opening run that something was branched from, or that stands behind', async () => {
    await open();
    await page.pass(500);
    await page.actions.setParameter('migration.rateMbps', 300);
    page.actions.playDemo();
    await page.settle();
    expect(page.branch.run).toEqual({ ...demo, scenario: page.branch.run.scenario });
    expect(page.state.branches.map(({ run }) => run.commands.length)).toEqual([0, 1]);
  });

  it('carries out what was asked for in order: two changes at once are both made', async () => {
    await open();
    const first = page.actions.setParameter('migration.rateMbps', 300);
    const second = page.actions.setParameter('prediction.predictor', 'none');
    page.actions.stopNode(1);
    await Promise.all([first, second]);
    await page.settle();
    const { scenario, commands } = page.branch.run;
    expect([scenario.migration.rateMbps, scenario.prediction.predictor, commands.length]).toEqual([
      300,
      'none',
      1,
    ]);
  });

  it('plays the demo through to its summary, which opens once', async () => {
    await open();
    page.actions.playDemo();
    await page.settle();
    await page.pass(90_000);
    expect(page.state.atUs).toBeGreaterThanOrEqual(30_000_000);
    expect(page.state.playback.playing).toBe(false);
    expect(page.state.panel).toBe('summary');
    page.actions.openPanel('none');
    page.actions.play();
    await page.pass(90_000);
    expect(page.state.panel).toBe('none');
    expect(page.state.playback.playing).toBe(false);
  });
});

describe('turning points', () => {
  it('are met exactly and wait for a key', async () => {
    await open();
    page.actions.setHoldAtTurns(true);
    page.actions.playDemo();
    await page.settle();
    const held: [string | null, number][] = [];
    for (let i = 0; i < 8; i++) {
      await page.pass(12_000);
      held.push([page.state.playback.heldAt, page.state.atUs / 1000]);
      page.actions.togglePlay();
    }
    expect(held).toEqual([
      ['stop-notice', 18_000],
      ['reserve', 18_040],
      ['predict', 18_060],
      ['round-1', 18_150],
      ['round-2', 21_100],
      ['stop-and-copy', 21_160],
      ['activate', 21_190],
      ['recover', 21_220],
    ]);
  });

  it('are stretched: 30 ms of last copy fill more than a second', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 21_160_000 }, sampleRun));
    page.actions.play();
    await page.pass(1000);
    expect(page.state.atUs).toBeGreaterThan(21_160_000);
    expect(page.state.atUs).toBeLessThan(21_190_000);
  });

  it('can be gone through back and forth', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 22_000_000 }, sampleRun));
    page.actions.previousTurn();
    await page.settle();
    expect(page.state.atUs).toBe(21_220_000);
    page.actions.previousTurn();
    page.actions.previousTurn();
    await page.settle();
    expect(page.state.atUs).toBe(21_160_000);
    page.actions.nextTurn();
    await page.settle();
    expect(page.state.atUs).toBe(21_190_000);
  });

  it('lead a clicker through the story from the waiting page', async () => {
    await open();
    await page.pass(1000);
    page.actions.storyForward();
    await page.settle();
    await page.pass(500);
    expect(page.state.playback).toMatchObject({ playing: false, heldAt: 'stop-notice' });
    page.actions.storyForward();
    await page.pass(3000);
    expect(page.state.playback.heldAt).toBe('reserve');
  });
});

describe('a clicker at the end', () => {
  it('opens the summary again instead of running on', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 29_900_000 }, sampleRun));
    page.actions.storyForward();
    await page.pass(1000);
    expect(page.state.panel).toBe('summary');
    const { atUs } = page.state;
    page.actions.openPanel('none');
    page.actions.storyForward();
    await page.pass(500);
    expect(page.state.panel).toBe('summary');
    expect([page.state.atUs, page.state.playback.playing]).toEqual([atUs, false]);
    page.actions.openPanel('none');
    page.actions.storyBack();
    await page.settle();
    expect(page.state.atUs).toBe(21_220_000);
  });
});

describe('a stop', () => {
  it('at the end of what was played goes on in the same branch and keeps what was drawn', async () => {
    await open();
    await page.pass(2000);
    const before = page.branch;
    const rows = before.series.pings.rows;
    page.actions.stopNode(1);
    await page.settle();
    await page.pass(1000);
    expect(page.state.branches).toHaveLength(1);
    expect(page.branch).toBe(before);
    expect(page.branch.series.pings.rows).toBeGreaterThan(rows);
    expect(page.branch.history?.phases.map(({ name }) => name)).toContain('stop-notice');
  });

  it('in the past starts a branch; both stay reachable, and Back returns', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 22_000_000 }, sampleRun));
    const first = page.branch;
    page.actions.seek(10_000_000);
    await page.settle();
    page.actions.stopNode(2);
    await page.settle();
    expect(page.state.branches).toHaveLength(2);
    expect(page.branch).toMatchObject({ parentKey: first.key, forkUs: 10_000_000, origin: 'command' });
    expect(page.branch.run.commands.map(({ command }) => command.node)).toEqual([2]);
    expect(page.branch.series.pings.rows).toBeLessThan(first.series.pings.rows);
    expect(first.run).toEqual(demo);
    expect(page.entries).toHaveLength(2);
    await page.back();
    expect(page.branch).toBe(first);
  });

  it('at the end of a finished run goes on to it', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 29_900_000 }, sampleRun));
    page.actions.play();
    await page.pass(1000);
    expect(page.state.panel).toBe('summary');
    page.actions.openPanel('none');
    page.actions.stopNode(2);
    await page.settle();
    await page.pass(3000);
    expect(page.state.branches).toHaveLength(1);
    expect(page.branch.history?.phases.filter(({ name }) => name === 'stop-notice')).toHaveLength(2);
    expect(page.state.panel).toBe('none');
  });

  it('twice in the same moment of two branches is the same run', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 22_000_000 }, sampleRun));
    const { activeKey } = page.state;
    for (let i = 0; i < 2; i++) {
      page.actions.openBranch(activeKey);
      await page.settle();
      page.actions.seek(10_000_000);
      await page.settle();
      page.actions.stopNode(2);
      await page.settle();
    }
    expect(page.state.branches).toHaveLength(2);
  });
});

describe('a changed parameter', () => {
  it('starts again at the same moment with the same commands, the old run behind it', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 20_100_000 }, sampleRun));
    const old = page.state.activeKey;
    expect(await page.actions.setParameter('migration.rateMbps', 300)).toBeNull();
    await page.settle();
    expect(page.state.ghostKey).toBe(old);
    expect(page.branch.run.scenario.migration.rateMbps).toBe(300);
    expect(page.branch.run.commands).toEqual(demo.commands);
    expect(page.state.frame?.runKey).toBe(page.state.activeKey);
    expect(page.state.atUs).toBe(20_100_000);
  });

  it('that cannot be is refused with a sentence and changes nothing', async () => {
    await open();
    const { activeKey } = page.state;
    expect(await page.actions.setParameter('migration.rateMbps', -1)).toBe('The pace is negative.');
    expect(page.state.activeKey).toBe(activeKey);
    expect(page.state.ghostKey).toBeNull();
    expect(await page.actions.setParameter('migration.speed', 1)).toContain('migration.speed');
  });
});

describe('the address', () => {
  it('brings run, commands and moment back', async () => {
    await open();
    page.actions.playDemo();
    await page.settle();
    await page.pass(5500);
    page.actions.pause();
    await page.settle();
    const [hash, atUs] = [page.entries.at(-1) ?? '', page.state.atUs];
    await open(hash);
    expect(page.branch.run).toEqual(demo);
    expect(page.state.atUs).toBe(atUs);
    expect(page.state.playback.playing).toBe(false);
    expect(page.state.frame?.scalars[0]).toBe(atUs);
  });

  it('that is broken is told, and the default opens', async () => {
    await open('#/failover?v=1&run=%%%');
    expect(page.state.notice?.text).toMatch(/^The link cannot be read/);
    expect(page.branch.run).toEqual(sampleRun);
  });

  it('with a run the engine refuses is told, and the default opens', async () => {
    const { scenario } = sampleRun;
    const run = {
      ...sampleRun,
      scenario: { ...scenario, migration: { ...scenario.migration, rateMbps: -5 } },
    };
    await open(encodeLink({ workspace: 'failover', run, atUs: null }, sampleRun));
    expect(page.state.notice?.text).toContain('The pace is negative.');
    expect(page.branch.run).toEqual(sampleRun);
  });

  it('follows the clock while playing a story', async () => {
    await open();
    page.actions.playDemo();
    await page.settle();
    await page.pass(1000);
    page.flushAddress();
    expect(page.entries.at(-1)).toMatch(/&t=\d+/);
  });
});

describe('another workspace', () => {
  it('lets the run rest; Back finds it as it was left, and it plays on', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: null }, sampleRun));
    await page.pass(500);
    const { atUs } = page.state;
    page.actions.openWorkspace('trees');
    expect(page.entries.at(-1)).toBe('#/trees');
    await page.pass(1000);
    expect(page.state.atUs).toBe(atUs);
    await page.back();
    expect(page.state).toMatchObject({ workspace: 'failover', atUs, playback: { playing: true } });
    await page.pass(200);
    expect(page.state.atUs).toBeGreaterThan(atUs);
  });
});

describe('a worker that dies', () => {
  it('is started again at the same moment, and the page says so', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 20_100_000 }, sampleRun));
    const { branch } = page;
    const rows = branch.series.pings.rows;
    page.actions.killWorker();
    expect(page.state.status).toBe('restarting');
    expect(page.state.frame?.scalars[0]).toBe(20_100_000);
    await page.settle();
    expect(page.workers).toHaveLength(2);
    expect(page.state.status).toBe('ready');
    expect(page.state.atUs).toBe(20_100_000);
    expect(page.branch.series.pings.rows).toBe(rows);
    expect(page.state.notice?.text).toBe(
      'The simulation’s worker stopped; it was started again and resumed at 20.10 s.',
    );
  });

  it('goes on playing', async () => {
    await open();
    await page.pass(1000);
    page.actions.killWorker();
    await page.settle();
    await page.pass(1000);
    expect(page.state.atUs).toBeGreaterThan(1_700_000);
  });

  it('again and again is given up with a sentence', async () => {
    await open();
    for (let i = 0; i < 4; i++) {
      page.actions.killWorker();
      await page.settle();
    }
    expect(page.state.status).toBe('failed');
    expect(page.state.notice?.text).toContain('Reload the page');
  });
});

describe('rows', () => {
  it('have the width of their table', async () => {
    await open();
    expect(page.branch.series.pings.width).toBe(SERIES_COLUMNS.pings.length);
  });
});
