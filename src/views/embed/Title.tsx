import { useEffect } from 'react';
import { PANELS, type PageWish, WHOLE } from '../../protocol/embed.ts';
import { workspaceOf } from '../../protocol/link.ts';
import { format } from '../../protocol/texts.ts';
import { WORDS } from './words.ts';

/** These have a first heading of their own. */
const HEADED = ['sentence', WHOLE];

/** What stands in the frame, for those who go from heading to heading or from tab to tab. */
export function Title({ wish }: { wish: PageWish }) {
  const workspace = workspaceOf(location.hash);
  const panel = PANELS.find((info) => info.workspace === workspace && info.name === wish.panel);
  const title = panel ? format(WORDS.title, { label: panel.label }) : '';
  useEffect(() => {
    if (title !== '') document.title = title;
  }, [title]);
  return panel && !HEADED.includes(panel.name) && <h1 className="embed-said">{title}</h1>;
}
