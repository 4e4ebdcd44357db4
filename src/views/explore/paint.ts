/** Draws marks on a canvas. */
import type { Mark } from '../../layout/explore/scene.ts';
import { colourOf, type Inks } from './inks.ts';
import { corners, isHollow } from './shapes.ts';

/** px between two lines of a hatch */
export const HATCH_PX = 5;

export function paintMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  all: Inks,
  font: string,
): void {
  for (const mark of marks) paintMark(context, mark, all, font);
}

function paintMark(context: CanvasRenderingContext2D, mark: Mark, all: Inks, font: string): void {
  switch (mark.kind) {
    case 'line':
      trace(context, mark.points);
      context.lineWidth = mark.width;
      context.setLineDash([...(mark.dash ?? [])]);
      context.strokeStyle = all[mark.ink];
      context.stroke();
      context.setLineDash([]);
      return;
    case 'area':
      trace(context, mark.points);
      context.closePath();
      context.globalAlpha = mark.opacity;
      context.fillStyle = all[mark.ink];
      context.fill();
      context.globalAlpha = 1;
      return;
    case 'rect':
      paintRect(context, mark, all);
      return;
    case 'dot':
      paintDot(context, mark, all);
      return;
    case 'text':
      context.font = `${mark.bold === true ? 600 : 400} ${mark.size ?? 12}px ${font}`;
      context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
      context.fillStyle = colourOf(mark.ink, all);
      context.fillText(mark.text, mark.x, mark.y);
  }
}

function paintRect(
  context: CanvasRenderingContext2D,
  mark: Extract<Mark, { kind: 'rect' }>,
  all: Inks,
): void {
  const { x, y, width, height } = mark;
  if (mark.fill !== undefined) {
    context.fillStyle = colourOf(mark.fill, all);
    context.fillRect(x, y, width, height);
  }
  if (mark.hatch === true) {
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    context.beginPath();
    // Lines of the whole picture, so that those of neighbours meet.
    const from = Math.floor((x + y) / HATCH_PX) * HATCH_PX;
    for (let at = from; at < x + y + width + height; at += HATCH_PX) {
      context.moveTo(at - y, y);
      context.lineTo(at - y - height, y + height);
    }
    // On dark cells the lines are pale.
    const dark = typeof mark.fill === 'number' && mark.fill > 0.5;
    context.strokeStyle = dark ? all.card : all['ink-3'];
    context.lineWidth = 1.2;
    context.stroke();
    context.restore();
  }
  if (mark.cross === true) {
    context.beginPath();
    context.moveTo(x + 2, y + 2);
    context.lineTo(x + width - 2, y + height - 2);
    context.moveTo(x + width - 2, y + 2);
    context.lineTo(x + 2, y + height - 2);
    context.strokeStyle = all['ink-3'];
    context.lineWidth = 1;
    context.stroke();
  }
  if (mark.outline !== undefined) {
    context.setLineDash([...(mark.dash ?? [])]);
    context.strokeStyle = all[mark.outline];
    context.lineWidth = 1;
    context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    context.setLineDash([]);
  }
}

function paintDot(context: CanvasRenderingContext2D, mark: Extract<Mark, { kind: 'dot' }>, all: Inks): void {
  const { x, y, size, shape } = mark;
  const points = corners(shape, size);
  context.beginPath();
  if (points === null) context.arc(x, y, size, 0, 2 * Math.PI);
  else {
    for (let i = 0; i < points.length; i += 2) context.lineTo(x + (points[i] ?? 0), y + (points[i + 1] ?? 0));
    context.closePath();
  }
  context.fillStyle = isHollow(shape) ? all.card : all[mark.ink];
  context.fill();
  context.strokeStyle = isHollow(shape) ? all[mark.ink] : all.card;
  context.lineWidth = isHollow(shape) ? 1.2 : 0.7;
  context.stroke();
}

function trace(context: CanvasRenderingContext2D, points: readonly number[]): void {
  context.beginPath();
  let down = false;
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
    if (Number.isNaN(y)) {
      down = false;
      continue;
    }
    if (down) context.lineTo(x, y);
    else context.moveTo(x, y);
    down = true;
  }
}
