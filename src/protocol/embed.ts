/**
 * What the search part of the page's address asks for: `?embed=timeline&controls=0&theme=dark&play=1&lock=pace,share`.
 * The hash behind it stays what it is, so a link shows the same run with and without it.
 */

import { WORKSPACES, type Workspace } from './link.ts';
import { clip, readQuery } from './link-text.ts';

/** What can be shown alone, by workspace. `name` is also the `data-region` the workspace marks it with; all = the whole. */
export interface PanelInfo {
  readonly workspace: Workspace;
  readonly name: string;
  readonly label: string;
  /** it plays: a bar with play and a handle may stand below it */
  readonly plays: boolean;
}

export const WHOLE = 'all';

const panel = (workspace: Workspace, name: string, label: string, plays = true): PanelInfo => ({
  workspace,
  name,
  label,
  plays,
});

export const PANELS: readonly PanelInfo[] = [
  panel('failover', 'stage', 'Hosts and wire'),
  panel('failover', 'timeline', 'Time line'),
  panel('failover', 'sentence', 'Sentence'),
  panel('failover', 'tree', 'Page tree'),
  panel('migration', 'stage', 'Memory, page by page'),
  panel('migration', 'timeline', 'Time line'),
  panel('migration', 'convergence', 'Convergence and cost'),
  panel('migration', 'sentence', 'Sentence'),
  panel('trees', 'picture', 'Tree'),
  panel('trees', 'code', 'Pseudocode'),
  panel('trees', 'race', 'Race', false),
  panel('trees', 'ledger', 'Ledger'),
  panel('explore', 'sweep', 'Sweep', false),
  panel('evidence', 'machine', 'Measured runs', false),
  panel('evidence', 'tables', 'The paper’s tables', false),
  panel('evidence', 'published', 'Published numbers', false),
  panel('evidence', 'prediction', 'Does prediction help?', false),
  ...WORKSPACES.map((workspace) => panel(workspace, WHOLE, 'The whole workspace', false)),
];

/** What a teacher's link can fix: each is refused by the stores' actions (store/locks.ts), not only hidden. */
export const LOCKS = [
  {
    name: 'failures',
    label: 'Failures',
    about: 'Nothing can be stopped, hurt or healed beyond what the link holds.',
    refusal: 'This link fixes the failures: nothing more can be stopped, hurt or healed here.',
  },
  {
    name: 'parameters',
    label: 'Parameters',
    about: 'Scenario, strategies, trees and other settings are shown but stay as the link has them.',
    refusal: 'This link fixes the parameters: they stay as they are here.',
  },
  {
    name: 'operations',
    label: 'Typed operations',
    about: 'No operations of one’s own in a tree.',
    refusal: 'This link fixes the operations: none of your own can be typed here.',
  },
  {
    name: 'pace',
    label: 'Pace',
    about: 'Speed, holding at turning points and the axis stay as they are.',
    refusal: 'This link fixes the pace: speed, holds and axis stay as they are here.',
  },
  {
    name: 'ahead',
    label: 'Skipping ahead',
    about: 'One goes ahead by playing or by steps only; what was played can be looked at freely.',
    refusal: 'This link lets nobody skip ahead: play on, or go back in what was played.',
  },
  {
    name: 'workspaces',
    label: 'Workspaces',
    about: 'The page stays in the workspace the link opens.',
    refusal: 'This link stays in its workspace: the others are closed here.',
  },
  {
    name: 'share',
    label: 'Share and keep',
    about: 'No sharing, keeping, exporting or importing.',
    refusal: 'This link closes sharing, keeping, export and import.',
  },
] as const;

export type LockName = (typeof LOCKS)[number]['name'];
export type Theme = 'auto' | 'light' | 'dark';

export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

export interface PageWish {
  /** what is shown alone; null = the page as always */
  readonly panel: string | null;
  readonly controls: boolean;
  readonly theme: Theme;
  readonly play: boolean;
  readonly locks: readonly LockName[];
}

export const PLAIN: PageWish = { panel: null, controls: true, theme: 'auto', play: false, locks: [] };

export function panelsOf(workspace: Workspace): readonly PanelInfo[] {
  return PANELS.filter((info) => info.workspace === workspace);
}

/**
 * Reads a search part. What it cannot use is left out and told in one sentence; the rest counts. Never throws.
 * @param search with or without its '?' @param workspace the one the hash names: panels are looked for in it
 */
export function readSearch(search: string, workspace: Workspace): PageWish & { problem: string | null } {
  const query = readQuery(`?${search.replace(/^\?/, '')}`);
  const value = (name: string): string | null => decoded(query.get(name));
  let problem: string | null = null;
  const told = (sentence: string) => {
    problem ??= sentence;
    return null;
  };
  const name = value('embed');
  const known = panelsOf(workspace).map((info) => info.name);
  const shown =
    name === null || known.includes(name)
      ? name
      : told(
          `The ${workspace} workspace has no panel "${clip(name)}" to embed; the whole is shown (there are ${known.join(', ')}).`,
        );
  const locks: LockName[] = [];
  for (const lock of (value('lock') ?? '').split(',').filter((part) => part !== '')) {
    const info = LOCKS.find((one) => one.name === lock);
    if (info === undefined)
      told(`This link locks "${clip(lock)}", which cannot be locked; the rest of it counts.`);
    else if (!locks.includes(info.name)) locks.push(info.name);
  }
  const theme = value('theme') ?? 'auto';
  if (!THEMES.includes(theme as Theme))
    told(`This link asks for the theme "${clip(theme)}"; there are ${THEMES.join(', ')}.`);
  return {
    panel: shown,
    controls: value('controls') !== '0',
    theme: THEMES.find((one) => one === theme) ?? 'auto',
    play: value('play') === '1',
    locks,
    problem,
  };
}

/** Pages that are edited elsewhere come with some of their signs encoded. */
function decoded(text: string | undefined): string | null {
  try {
    return text === undefined ? null : decodeURIComponent(text);
  } catch {
    return text ?? null;
  }
}

/** The search part with its '?', as short as it can be; empty for the page as always. */
export function formatSearch(wish: PageWish): string {
  const query: string[] = [];
  if (wish.panel !== null) query.push(`embed=${encodeURIComponent(wish.panel)}`);
  if (wish.panel !== null && !wish.controls) query.push('controls=0');
  if (wish.theme !== 'auto') query.push(`theme=${wish.theme}`);
  if (wish.play) query.push('play=1');
  if (wish.locks.length > 0) query.push(`lock=${wish.locks.join(',')}`);
  return query.length > 0 ? `?${query.join('&')}` : '';
}

/** The same hash without the moment it names: from the start. */
export function withoutMoment(hash: string): string {
  const [place = '', ...rest] = hash.split('?');
  const kept = rest
    .join('?')
    .split('&')
    .filter((part) => part !== '' && !/^(t|at)=/.test(part));
  return kept.length > 0 ? `${place}?${kept.join('&')}` : place;
}

export interface FrameWish {
  /** the whole address */
  readonly address: string;
  readonly title: string;
  /** CSS pixels */
  readonly width: number;
  readonly height: number;
}

/** The text of an `<iframe>` to be pasted as it is. */
export function frameText({ address, title, width, height }: FrameWish): string {
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${width}" height="${height}"` +
    ' style="max-width:100%;border:0" loading="lazy" allow="fullscreen"></iframe>'
  );
}

/** For an attribute in double quotes. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
