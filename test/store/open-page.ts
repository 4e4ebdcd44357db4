/** A page for the store’s tests: a toy engine in a fake worker, time and history turned by hand. */
import { afterEach, beforeEach, vi } from 'vitest';
import type { Run } from '../../src/protocol/model.ts';
import { activeBranch } from '../../src/store/select.ts';
import { createApp } from '../../src/store/store.ts';
import type { AppState } from '../../src/store/types.ts';
import { FakeWorker } from './fake-worker.ts';
import { sampleRun } from './sample-run.ts';
import { toyEngine } from './toy-engine.ts';

/** A page with a clock turned by hand. */
export function openPage(hash = '') {
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

export const demo: Run = {
  ...sampleRun,
  commands: [{ atMs: 18_000, command: { kind: 'stop-node', node: 1 } }],
};

export let page: Page;

export async function open(hash = ''): Promise<Page> {
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
