/**
 * What is on screen just now and how it moves to what shall be: the only owner of the picture's animation frames. React
 * draws what there is; the scene writes where it is (`place-elements.ts`) or paints it (`painter.ts`).
 */
import { easeCubicInOut } from 'd3';
import { between, type Camera, crowdingOf, type Room, sameCamera } from '../../../layout/trees/camera.ts';
import { FrameBuffer } from '../../../layout/trees/frame.ts';
import type { Prepared } from '../../../layout/trees/prepare.ts';
import { cell } from '../../../layout/trees/rows.ts';
import { type NodeScale, nodeScale } from '../../../layout/trees/sizes.ts';
import { type Change, changeBetween, writeBetween } from '../../../layout/trees/tween.ts';

/** A node that was there a moment ago. */
export interface Ghost {
  readonly key: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Shown {
  readonly tree: Prepared;
  readonly path: readonly number[];
  readonly onPath: Uint8Array;
  readonly marked: readonly number[];
  readonly picked: number;
}

interface Move {
  readonly change: Change;
  readonly ms: number;
  began: number | null;
}

interface Flight {
  readonly from: Camera;
  readonly to: Camera;
  readonly ms: number;
  began: number | null;
}

export type SceneListener = (scene: Scene) => void;

export class Scene {
  readonly frame = new FrameBuffer();
  shown: Shown | null = null;
  camera: Camera = { x: 0, y: 0, sx: 1, sy: 1 };
  room: Room = { width: 1, height: 1, top: 0, bottom: 0, side: 0 };
  scale: NodeScale = nodeScale(false);
  /** rows that fade in, and nodes that fade out, with how much of them is there */
  fresh: readonly number[] = [];
  ghosts: readonly Ghost[] = [];
  arrived = 1;
  moving = false;
  private readonly places = { x: new Float32Array(0), y: new Float32Array(0) };
  private readonly listeners = new Set<SceneListener>();
  private move: Move | null = null;
  private flight: Flight | null = null;
  private request = 0;

  listen(listener: SceneListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  stop(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
  }

  /** Another moment; `ms` 0 = at once. */
  show(shown: Shown, ms: number): void {
    const before = this.shown;
    this.shown = shown;
    if (before === null || before.tree === shown.tree) {
      if (before === null) this.settle();
      this.touch();
      return;
    }
    const change =
      ms > 0 ? changeBetween(before.tree.nodes, this.places.x, this.places.y, shown.tree.nodes) : null;
    const ghosts = (change?.gone ?? []).map((row) => ({
      key: cell(before.tree.nodes, row, 'key'),
      x: this.places.x[row] ?? 0,
      y: this.places.y[row] ?? 0,
      radius: this.frame.radius[row] ?? 0,
    }));
    this.settle();
    this.ghosts = ghosts;
    if (change?.any) {
      this.move = { change, ms, began: null };
      this.fresh = change.fresh;
      this.arrived = 0;
      this.moving = true;
      writeBetween(change, shown.tree.nodes, 0, this.places.x, this.places.y);
    }
    this.touch();
  }

  /** Another part of the tree; `ms` 0 = at once. */
  look(camera: Camera, ms: number): void {
    if (ms === 0) {
      this.flight = null;
      if (sameCamera(camera, this.camera)) return;
      this.camera = camera;
    } else {
      if (sameCamera(camera, this.flight?.to ?? this.camera)) return;
      this.flight = { from: this.camera, to: camera, ms, began: null };
    }
    this.touch();
  }

  /** Where it looks or is about to look. */
  get target(): Camera {
    return this.flight?.to ?? this.camera;
  }

  /** Something that is drawn has changed. */
  touch(): void {
    if (this.request === 0) this.request = requestAnimationFrame((now) => this.tick(now));
  }

  /** Works out the frame without waiting for the next animation frame, for elements that were just made. */
  update(): void {
    const { shown } = this;
    if (shown === null) return;
    this.frame.update(
      shown.tree,
      this.camera,
      this.room,
      this.scale,
      this.move === null ? null : this.places,
      shown.marked,
      shown.path,
    );
  }

  private tick(now: number): void {
    this.request = 0;
    if (this.flight !== null) {
      this.flight.began ??= now;
      const part = Math.min(1, (now - this.flight.began) / this.flight.ms);
      this.camera = between(this.flight.from, this.flight.to, easeCubicInOut(part));
      if (part === 1) this.flight = null;
      this.touch();
    }
    if (this.move !== null && this.shown !== null) {
      this.move.began ??= now;
      const part = Math.min(1, (now - this.move.began) / this.move.ms);
      this.arrived = easeCubicInOut(part);
      writeBetween(this.move.change, this.shown.tree.nodes, this.arrived, this.places.x, this.places.y);
      if (part === 1) this.settle();
      this.touch();
    }
    this.update();
    for (const listener of this.listeners) listener(this);
  }

  /** Everything stands where it belongs. */
  private settle(): void {
    const ended = this.move !== null;
    this.move = null;
    this.moving = false;
    this.arrived = 1;
    this.fresh = [];
    if (ended) this.ghosts = [];
    const { shown, places } = this;
    if (shown === null) return;
    const { count, nodes } = shown.tree;
    if (places.x.length !== count) {
      places.x = new Float32Array(count);
      places.y = new Float32Array(count);
    }
    for (let row = 0; row < count; row += 1) {
      places.x[row] = cell(nodes, row, 'rank');
      places.y[row] = cell(nodes, row, 'depth');
    }
  }

  get crowded(): number {
    return crowdingOf(this.camera);
  }
}
