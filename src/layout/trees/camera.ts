/**
 * What part of the tree's plane is on screen. The plane's units are ranks across and levels down; the camera says where
 * the screen's corner lies in them and how many px a unit takes. The two scales differ: zooming in spreads the ranks
 * without end, the levels only until they stand comfortably apart.
 */
export interface Camera {
  /** rank at the left edge and level at the top edge */
  readonly x: number;
  readonly y: number;
  /** px a rank and px a level */
  readonly sx: number;
  readonly sy: number;
}

/** The panel, and how far from its edges the outermost nodes stay, in px. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly side: number;
}

export interface Extent {
  /** keys of the whole tree */
  readonly size: number;
  /** levels that are to fit: the tree's height or a little more, so that the picture does not jump with it */
  readonly levels: number;
}

/** Wider and the edges of a small tree would be flat. */
const WIDEST_RANK = 64;
const HIGHEST_LEVEL = 76;
/** Levels are not spread further by zooming, px. */
const COMFORTABLE_LEVEL = 56;
/** A lone node stands neither in the middle nor at the very top. */
const SHARE_ABOVE = 0.3;
/** px between neighbours at which keys can be written in the nodes */
const READABLE_PX = 22;
/** px a level from which on a whole large tree makes sense at a glance */
const OVERVIEW_LEVEL = 9;
/** px between neighbours of a tree that is opened enlarged */
const OPENING_PX = 33;

export function screenX(camera: Camera, rank: number): number {
  return (rank + 0.5 - camera.x) * camera.sx;
}

export function screenY(camera: Camera, level: number): number {
  return (level - camera.y) * camera.sy;
}

/** The whole tree. */
export function fitCamera(room: Room, { size, levels }: Extent): Camera {
  const across = Math.max(1, room.width - 2 * room.side);
  const down = Math.max(1, room.height - room.top - room.bottom);
  const sx = Math.min(WIDEST_RANK, across / Math.max(1, size));
  const sy = Math.min(HIGHEST_LEVEL, down / Math.max(1, levels - 1));
  const spare = down - sy * (levels - 1);
  return {
    sx,
    sy,
    x: size / 2 - room.width / 2 / sx,
    y: -(room.top + SHARE_ABOVE * spare) / sy,
  };
}

/** How much larger than fitted, 1 = the whole tree. */
function zoomOf(camera: Camera, fit: Camera): number {
  return camera.sx / fit.sx;
}

function scalesAt(fit: Camera, zoom: number): { sx: number; sy: number } {
  const most = Math.max(1, WIDEST_RANK / fit.sx);
  const held = Math.min(most, Math.max(1, zoom));
  // The levels are comfortably apart where the ranks are widest; on the way there they grow in proportion.
  const way = most === 1 ? 0 : Math.log(held) / Math.log(most);
  const growth = Math.max(1, COMFORTABLE_LEVEL / fit.sy);
  return { sx: fit.sx * held, sy: fit.sy * growth ** way };
}

/** Larger by `factor`; what lies under the point (px) stays there, as far as the tree's edges allow. */
export function zoomAt(
  camera: Camera,
  factor: number,
  at: { x: number; y: number },
  room: Room,
  extent: Extent,
): Camera {
  const fit = fitCamera(room, extent);
  const { sx, sy } = scalesAt(fit, zoomOf(camera, fit) * factor);
  return clampCamera(
    { sx, sy, x: camera.x + at.x / camera.sx - at.x / sx, y: camera.y + at.y / camera.sy - at.y / sy },
    room,
    extent,
  );
}

/** Moved by px; the picture follows the hand. */
export function panBy(camera: Camera, dx: number, dy: number, room: Room, extent: Extent): Camera {
  return clampCamera({ ...camera, x: camera.x - dx / camera.sx, y: camera.y - dy / camera.sy }, room, extent);
}

/** Not smaller than the whole tree, and never beyond its edges. */
export function clampCamera(camera: Camera, room: Room, extent: Extent): Camera {
  const fit = fitCamera(room, extent);
  const { sx, sy } = scalesAt(fit, zoomOf(camera, fit));
  const left = -room.side / sx;
  const right = extent.size + room.side / sx - room.width / sx;
  const top = Math.min(fit.y * (fit.sy / sy), -room.top / sy);
  const bottom = extent.levels - 1 + (room.bottom - room.height) / sy;
  return {
    sx,
    sy,
    x: right <= left ? fit.x : Math.min(right, Math.max(left, camera.x)),
    y: bottom <= top ? top : Math.min(bottom, Math.max(top, camera.y)),
  };
}

/** Ranks on screen, from … to − 1, within the tree. */
export function windowOf(camera: Camera, room: Room, size: number): { from: number; to: number } {
  const from = Math.max(0, Math.min(size, Math.round(camera.x)));
  return { from, to: Math.max(from, Math.min(size, Math.round(camera.x + room.width / camera.sx))) };
}

/** The camera that shows the ranks from … to − 1, at the level it stood at. */
export function cameraOfWindow(camera: Camera, from: number, to: number, room: Room, extent: Extent): Camera {
  const fit = fitCamera(room, extent);
  const { sx, sy } = scalesAt(fit, room.width / Math.max(1e-9, to - from) / fit.sx);
  const y = camera.y + room.height / 2 / camera.sy - room.height / 2 / sy;
  return clampCamera({ sx, sy, x: from, y: sx === fit.sx ? fit.y : y }, room, extent);
}

export function isWhole(camera: Camera, room: Room, extent: Extent): boolean {
  const fit = fitCamera(room, extent);
  return camera.sx <= fit.sx * 1.001 && camera.sy <= fit.sy * 1.001;
}

/**
 * How a tree opens: whole where its keys can be read or its levels tell something, else so large that keys can be read
 * (a chain of 200 is one grey line when it is shown whole).
 */
export function homeCamera(room: Room, extent: Extent, hot: { rank: number; level: number }): Camera {
  const fit = fitCamera(room, extent);
  const apart = Math.hypot(fit.sx, fit.sy);
  if (apart >= READABLE_PX || fit.sy >= OVERVIEW_LEVEL) return fit;
  return bringInto(
    clampCamera({ ...fit, sx: (fit.sx * OPENING_PX) / apart }, room, extent),
    hot,
    room,
    extent,
    0.5,
  );
}

/** Moves the point into the middle part of the panel; `margin` 0.5 = to its very middle. */
export function bringInto(
  camera: Camera,
  at: { rank: number; level: number },
  room: Room,
  extent: Extent,
  margin = 0.15,
): Camera {
  const x = screenX(camera, at.rank);
  const y = screenY(camera, at.level);
  const inX = x >= room.width * margin && x <= room.width * (1 - margin);
  const inY = y >= room.height * margin && y <= room.height * (1 - margin);
  if (inX && inY) return camera;
  return panBy(camera, inX ? 0 : room.width / 2 - x, inY ? 0 : room.height / 2 - y, room, extent);
}

/** Part of the way from one camera to another; scales go by ratio, so that a zoom looks steady. */
export function between(a: Camera, b: Camera, part: number): Camera {
  if (part >= 1) return b;
  const mix = (from: number, to: number) => from + (to - from) * part;
  return {
    sx: mix(a.sx, b.sx),
    sy: mix(a.sy, b.sy),
    x: mix(a.x * a.sx, b.x * b.sx) / mix(a.sx, b.sx),
    y: mix(a.y * a.sy, b.y * b.sy) / mix(a.sy, b.sy),
  };
}

export function sameCamera(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.sx === b.sx && a.sy === b.sy;
}

/** 0 where a rank takes a node's width, 1 where many nodes share a pixel. */
export function crowdingOf(camera: Camera): number {
  return Math.min(1, Math.max(0, (12 - camera.sx) / 11));
}
