/** Which part of the tree is looked at: at first what can be read, then what the user asks for. */
import { useReducer, useRef } from 'react';
import {
  bringInto,
  type Camera,
  cameraOfWindow,
  clampCamera,
  type Extent,
  fitCamera,
  homeCamera,
  isWhole,
  panBy,
  type Room,
  zoomAt,
} from '../../../layout/trees/camera.ts';

export interface HotPoint {
  readonly rank: number;
  readonly level: number;
}

export interface ViewInput {
  readonly room: Room;
  readonly extent: Extent;
  /** where the step is */
  readonly hot: HotPoint;
}

interface Held extends ViewInput {
  /** as it opens, the whole tree, or where the user went */
  readonly mode: 'home' | 'fit' | 'own';
  readonly camera: Camera;
  readonly follow: boolean;
}

export interface View {
  readonly camera: Camera;
  readonly whole: boolean;
  readonly follow: boolean;
  /** what the user does; each gives the camera that results */
  zoom(factor: number, at?: { x: number; y: number }): Camera;
  pan(dx: number, dy: number): Camera;
  showWindow(from: number, to: number): Camera;
  bring(point: HotPoint): Camera;
  fit(): Camera;
  setFollow(on: boolean): Camera;
  /** draws anew what depends on the camera */
  settle(): void;
}

/** px a rank: as large as the keys need to be read. */
const CLOSE_PX = 30;
/** Of a huge tree so close a part would be one node: its neighbours in order lie far below. */
const CLOSEST = 40;

export function useView(input: ViewInput): View {
  const [, settle] = useReducer((count: number) => count + 1, 0);
  const held = useRef<Held | null>(null);
  held.current = nextView(held.current, input);
  const now = () => held.current ?? nextView(null, input);
  const go = (change: Partial<Held>): Camera => {
    held.current = { ...now(), ...change };
    return held.current.camera;
  };
  const { camera, follow } = held.current;
  return {
    camera,
    follow,
    whole: isWhole(camera, input.room, input.extent),
    zoom: (factor, at) => {
      const { room, extent } = now();
      const middle = { x: room.width / 2, y: room.height / 2 };
      return go({ mode: 'own', camera: zoomAt(now().camera, factor, at ?? middle, room, extent) });
    },
    pan: (dx, dy) => {
      const { room, extent } = now();
      return go({ mode: 'own', follow: false, camera: panBy(now().camera, dx, dy, room, extent) });
    },
    showWindow: (from, to) => {
      const { room, extent } = now();
      return go({ mode: 'own', follow: false, camera: cameraOfWindow(now().camera, from, to, room, extent) });
    },
    bring: (point) => {
      const { room, extent } = now();
      return go({ mode: 'own', camera: bringInto(now().camera, point, room, extent, 0.08) });
    },
    fit: () => {
      const { room, extent } = now();
      return go({ mode: 'fit', camera: fitCamera(room, extent) });
    },
    setFollow: (on) => {
      const { room, extent, hot } = now();
      if (!on) return go({ follow: false });
      // Where everything is in view there is nothing to follow: come close.
      let near = now().camera;
      if (isWhole(near, room, extent)) {
        near = zoomAt(near, Math.min(CLOSEST, CLOSE_PX / near.sx), { x: 0, y: 0 }, room, extent);
      }
      return go({ mode: 'own', follow: true, camera: bringInto(near, hot, room, extent, 0.15) });
    },
    settle,
  };
}

/** The camera of the next moment: it stays unless the tree, the panel or the step's place ask for another. */
export function nextView(before: Held | null, input: ViewInput): Held {
  const { room, extent, hot } = input;
  const other = before === null || Math.abs(before.extent.size - extent.size) > 2 + 0.1 * before.extent.size;
  if (other) {
    return { ...input, mode: 'home', follow: before?.follow ?? true, camera: homeCamera(room, extent, hot) };
  }
  const resting = before.mode === 'home' ? homeCamera(room, extent, hot) : fitCamera(room, extent);
  if (before.mode === 'fit' || (before.mode === 'home' && isWhole(resting, room, extent))) {
    return { ...before, ...input, camera: resting };
  }
  const same =
    before.mode === 'home' && isWhole(before.camera, before.room, before.extent) ? resting : before.camera;
  const held = clampCamera(same, room, extent);
  const moved = before.hot.rank !== hot.rank || before.hot.level !== hot.level || before.mode === 'home';
  return {
    ...before,
    ...input,
    camera: before.follow && moved ? bringInto(held, hot, room, extent) : held,
  };
}
