/** What on screen can be had as a picture: what views offer, the regions of the workspace, and the charts in them. */
import { appStore } from '../../../store/store.ts';
import type { Taken } from '../../../store/taken.ts';
import { type Picture, pictures } from '../../shared/pictures.ts';
import { plainText } from '../../shared/template.ts';
import { WORDS } from './words.ts';

/** Smaller ones are marks beside a text. */
const LEAST = { width: 160, height: 70 };
/** Lists and bars are for hands. */
const NO_PICTURES: ReadonlySet<string> = new Set(['list', 'bar', 'sentence', 'faults']);
/** A name longer than this is a sentence for screen readers. */
const MOST_LETTERS = 60;

export function picturesOnScreen(taken: Taken): Picture[] {
  const found: Picture[] = [...pictures.get()];
  const ids = new Set(found.map(({ id }) => id));
  const add = (id: string, name: string, element: Element) => {
    let own = id;
    for (let i = 2; ids.has(own); i += 1) own = `${id}-${i}`;
    ids.add(own);
    found.push({ id: own, name, svg: () => draw(element, name, taken) });
  };
  const names = WORDS.regions[taken.workspace];
  for (const region of document.querySelectorAll<HTMLElement>('[data-region]')) {
    const name = region.dataset.region ?? '';
    if (!isSeen(region) || NO_PICTURES.has(name) || ids.has(aliasOf(name))) continue;
    add(aliasOf(name), names[name] ?? nameOf(region) ?? name, region);
  }
  for (const chart of chartsOnScreen()) {
    const name = nameOf(chart);
    if (name !== null) add(idOf(name), plainText(WORDS.chart, { name }), chart);
  }
  return found;
}

/** The stage of the Trees workspace offers its tree by itself. */
function aliasOf(region: string): string {
  return region === 'picture' ? 'tree' : region;
}

function chartsOnScreen(): Element[] {
  const cards = [
    ...document.querySelectorAll('main section section, main section[aria-labelledby], main figure'),
  ];
  const charts = [...document.querySelectorAll('main svg[role="img"]')];
  return [...cards.filter((card) => card.querySelector('svg') !== null), ...charts].filter(
    (element) =>
      isSeen(element) && !element.matches('[data-region]') && element.closest('[role="dialog"]') === null,
  );
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width >= LEAST.width && height >= LEAST.height;
}

function nameOf(element: Element): string | null {
  const by = element.getAttribute('aria-labelledby');
  const label = by === null ? element.getAttribute('aria-label') : document.getElementById(by)?.textContent;
  if (label == null || label.trim() === '') return null;
  const [first = label] = label.split(/[.:;,]\s/);
  return first.length > MOST_LETTERS ? `${first.slice(0, MOST_LETTERS)}…` : first;
}

function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}

async function draw(element: Element, name: string, taken: Taken): Promise<string> {
  const { pictureOf } = await import('./picture/picture-of.ts');
  // In an animation the moment is another one each time.
  const now = (await appStore.getState().actions.take()) ?? taken;
  return pictureOf(element, name, captionOf(now));
}

/** "Stop of node 1 at 18 s, paper’s script · at 20.10 s" */
function captionOf({ name, moment }: Pick<Taken, 'name' | 'moment'>): string {
  return moment === undefined ? name : plainText(WORDS.caption, { name, moment });
}
