/** The picture on screen as a file: the same drawing code, with the colours resolved, a title and what it shows. */
import { format } from '../../../protocol/texts.ts';
import { treeEntry } from '../../../store/trees/select.ts';
import { treesStore } from '../../../store/trees/store.ts';
import { currentScene } from './current-scene.ts';
import { type Inks, inks } from './inks.ts';
import { paint } from './painter.ts';
import { escapeXml, SvgSurface } from './svg-surface.ts';
import { STAGE_WORDS, TAG_WORDS } from './words.ts';

const TOP = 54;
const BOTTOM = 30;
const SIDE = 20;
/** What a mark's look is made of. */
const LOOK = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'opacity',
] as const;

/**
 * The present picture as an SVG file's text.
 * @throws Error with one sentence while no tree is on screen.
 */
export function treeSvgText(): string {
  const scene = currentScene.get();
  const state = treesStore.getState();
  const { moment } = state;
  if (scene?.shown == null || moment === null) {
    throw new Error('There is no tree on screen to export; add a key first, for example “insert 5”.');
  }
  const look = inks();
  const surface = new SvgSurface();
  const { tree, path, onPath, marked, picked } = scene.shown;
  const { width, height } = scene.room;
  paint(surface, {
    tree,
    frame: scene.frame,
    inks: look,
    width,
    height,
    labels: { wanted: 15, smallest: 12 },
    crowded: scene.crowded,
    onPath,
    path,
    marked,
    picked,
  });
  const name = treeEntry(state)?.name ?? moment.labKey;
  const slots = { name, size: moment.size, height: moment.height };
  const caption =
    moment.command === null
      ? format(STAGE_WORDS.exportStart, slots)
      : format(STAGE_WORDS.exportCaption, {
          ...slots,
          operation: moment.operation + 1,
          operations: moment.operations,
          command: format(TAG_WORDS[moment.command.operation], { key: moment.command.key }),
        });
  const legend = moment.counts ? STAGE_WORDS.legendCounters : STAGE_WORDS.legendApp;
  const wide = Math.round(width + 2 * SIDE);
  const high = Math.round(height + TOP + BOTTOM);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" font-family="${escapeXml(`Inter, ${look.font}`)}">`,
    `<title>${escapeXml(name)}</title>`,
    `<rect width="${wide}" height="${high}" fill="${look.card}"/>`,
    line(SIDE, 24, 16, 650, look.ink, name),
    line(SIDE, 44, 13, 400, look.quiet, caption),
    `<svg x="${SIDE}" y="${TOP}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    arrowHead(look),
    layer('under'),
    ...surface.parts,
    layer('over'),
    '</svg>',
    line(SIDE, high - 12, 12, 400, look.quiet, legend),
    '</svg>',
  ].join('\n');
}

/**
 * The present picture as a PNG, `scale` pixels a px.
 * @throws Error as `treeSvgText`, or if this browser cannot draw that large a picture.
 */
export async function treePng(scale: number): Promise<Blob> {
  const text = treeSvgText();
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null)
      throw new Error('This browser cannot draw so large a picture; choose a smaller scale.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function line(x: number, y: number, size: number, weight: number, fill: string, text: string): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(text)}</text>`;
}

function arrowHead({ path }: Inks): string {
  return `<defs><marker id="tree-rise-head" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path d="M0 0L10 5L0 10Z" fill="${path}"/></marker></defs>`;
}

/** Marks and tags as they stand in the page, their looks written out. */
function layer(name: string): string {
  const found = document.querySelector(`[data-layer="${name}"]`);
  if (found === null) return '';
  const copy = found.cloneNode(true) as Element;
  const originals = [found, ...found.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  copies.forEach((element, i) => {
    const original = originals[i];
    if (original === undefined) return;
    const style = getComputedStyle(original);
    for (const property of LOOK) {
      const value = style.getPropertyValue(property);
      if (value !== '' && value !== 'auto') element.setAttribute(property, value);
    }
    for (const { name: attribute } of [...element.attributes]) {
      if (attribute === 'class' || attribute.startsWith('data-') || attribute.startsWith('aria-')) {
        element.removeAttribute(attribute);
      }
    }
  });
  return new XMLSerializer().serializeToString(copy);
}
