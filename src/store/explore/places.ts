/** The workspace in the address bar: what is on screen as a link, and what a link brings on screen. */
import { decodeExploreLink, encodeExploreLink } from '../../protocol/explore-link.ts';
import { brokenLink } from '../../protocol/link-text.ts';
import { sameJson } from '../../protocol/merge.ts';
import type { ExploreCore } from './core.ts';
import { text } from './messages.ts';
import type { ExploreState } from './types.ts';

/** The link to what is on screen; empty before anything is. */
export function linkOf({ sweep, catalogue, view, figure, rankBy, rankOf, compared }: ExploreState): string {
  if (sweep === null || catalogue === null) return '';
  const pair = view === 'compare' ? compared.result : null;
  return encodeExploreLink(
    {
      sweep,
      view,
      figure: view === 'rank' && rankBy !== '' ? rankBy : figure,
      rankOf: view === 'rank' ? rankOf : null,
      compared: pair,
    },
    catalogue,
  );
}

/**
 * Goes where a hash points. A sweep that was on screen before comes back with its lines; another one is set up and
 * waits to be started. A broken link is told; then nothing moves, or the first ready-made sweep opens if there is
 * nothing yet.
 */
export async function follow(core: ExploreCore, hash: string): Promise<void> {
  const { store } = core;
  const { catalogue } = store.getState();
  const first = catalogue?.readySweeps[0]?.spec;
  if (catalogue === null || first === undefined) return;
  const refuse = async (problem: string) => {
    const nothingYet = store.getState().sweep === null;
    const told = text(nothingYet ? 'link-default' : 'link-refused', { problem });
    if (nothingYet) await core.show(first, 'replace', null);
    store.setState({ notice: { kind: 'error', text: told } });
  };
  const place = decodeExploreLink(hash, catalogue);
  if ('problem' in place) return refuse(place.problem);
  const { sweep } = store.getState();
  const known = sweep !== null && sameJson(sweep, place.sweep);
  const problem = known ? null : await core.show(place.sweep, 'replace', null);
  if (problem !== null) return refuse(brokenLink(problem));
  const { view, rankOf, compared } = place;
  const shown = view === 'rank' ? (rankOf ?? place.sweep.subject) : place.sweep.subject;
  // A name of another version is no reason to refuse the whole sweep.
  const names = catalogue.kinds[shown.kind].figures.map(({ name }) => name);
  const figure = [place.figure, place.sweep.figure, ...names].find((name) => names.includes(name)) ?? '';
  store.setState(view === 'rank' ? { view, rankBy: figure, rankOf } : { view, figure });
  if (compared === null || sameJson(compared, store.getState().compared.result?.map(named) ?? null)) return;
  store.getState().actions.compare(...compared);
}

const named = ({ name, subject }: { readonly name: string; readonly subject: unknown }) => ({
  name,
  subject,
});
