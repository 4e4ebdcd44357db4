/** The Migration workspace's store with the real host in this very process, and a clock that stands until it is told to go. */
import { createMigrationApp, type MigrationApp } from '../../../src/store/migration/store.ts';
import type { MigrationState } from '../../../src/store/migration/types.ts';
import { InProcessWorker } from '../../worker/migration/in-process.ts';

const FRAME_MS = 20;

export class World {
  readonly app: MigrationApp = createMigrationApp();
  readonly workers: InProcessWorker[] = [];
  visible = true;
  wallMs = 0;
  private frame: ((nowMs: number) => void) | null = null;

  static async at(hash = '#/migration'): Promise<World> {
    const world = new World();
    await world.start(hash);
    await world.until(({ moment }) => moment !== null);
    return world;
  }

  start(hash: string): Promise<void> {
    return this.app.start(
      {
        createWorker: () => {
          const worker = new InProcessWorker();
          this.workers.push(worker);
          return worker;
        },
        now: () => this.wallMs,
        nextFrame: (run) => {
          this.frame = run;
        },
        visible: () => this.visible,
        onVisible: () => {},
      },
      hash,
    );
  }

  get state(): MigrationState {
    return this.app.store.getState();
  }

  get actions(): MigrationState['actions'] {
    return this.state.actions;
  }

  close(): void {
    this.app.core.client?.close();
  }

  /** Waits until the store says so; the worker's answers come by themselves. */
  until(holds: (state: MigrationState) => boolean): Promise<void> {
    return new Promise((done) => {
      if (holds(this.state)) return done();
      const stop = this.app.store.subscribe((now) => {
        if (!holds(now)) return;
        stop();
        done();
      });
    });
  }

  /** Lets one frame of wall time pass, with the worker's answers after it. */
  async tick(): Promise<void> {
    this.wallMs += FRAME_MS;
    const run = this.frame;
    this.frame = null;
    run?.(this.wallMs);
    await new Promise((done) => setImmediate(done));
  }

  /** Lets wall time pass until the store says so. */
  async playUntil(holds: (state: MigrationState) => boolean): Promise<void> {
    for (let i = 0; i < 20_000; i += 1) {
      if (holds(this.state)) return;
      await this.tick();
    }
    throw new Error('It did not come to that in 400 s of playing.');
  }

  /** Until the moment on screen is the one asked for. */
  settled(): Promise<void> {
    return this.until(({ moment, atMs, opening }) => opening === null && moment?.atMs === atMs);
  }
}
