/**
 * The Explore workspace in the address bar:
 * `#/explore?v=1&sweep=<base64url(JSON)>&of=<subject>&view=<rank|compare>&figure=<name>&a=<subject>&b=<subject>`. The JSON
 * holds what differs from the first ready-made sweep; a subject is `failover`, `migration` or `trees`, a dot, and what
 * that workspace's own link says of a run, so that it is upgraded as that is. `a` and `b` are the two compared.
 */
import type { Subject, SubjectKind, SweepSpec } from '../engine/experiments/sweep/spec.ts';
import type { ExploreCatalogue } from './explore/requests.ts';
import { encodeLink } from './link.ts';
import {
  brokenLink,
  clip,
  decodeObject,
  encodeObject,
  LINK_VERSION,
  readQuery,
  versionProblem,
} from './link-text.ts';
import { isRecord, sameJson } from './merge.ts';
import { decodeMoveLink, encodeMoveLink } from './migration/link.ts';
import { decodeLink } from './read-link.ts';
import { parseSweep } from './sweep-schema.ts';
import { decodeTreesLink, encodeTreesLink } from './trees/link.ts';

const EXPLORE_VIEWS = ['sweep', 'rank', 'compare'] as const;

export interface ExplorePlace {
  readonly sweep: SweepSpec;
  readonly view: (typeof EXPLORE_VIEWS)[number];
  /** the figure looked at, whatever the view */
  readonly figure: string;
  /** what is ranked, where it is not the sweep's own subject */
  readonly rankOf: Subject | null;
  readonly compared: readonly [NamedSubject, NamedSubject] | null;
}

interface NamedSubject {
  readonly name: string;
  readonly subject: Subject;
}

/** What links are told against. */
export type ExploreDefaults = Pick<ExploreCatalogue, 'defaults' | 'readySweeps'>;

const NAMES: readonly string[] = ['v', 'sweep', 'of', 'view', 'figure', 'rank', 'a', 'b'];
const PARTS = ['name', 'axes', 'variants', 'seeds', 'figure'] as const;
const KINDS: readonly SubjectKind[] = ['failover', 'migration', 'trees'];
/** of a compared run's name: enough to be told from another */
const MOST_LETTERS = 80;

/** The hash, with its '#', for a place. */
export function encodeExploreLink(place: ExplorePlace, { defaults, readySweeps }: ExploreDefaults): string {
  const query: string[] = [];
  const first = readySweeps[0]?.spec;
  const { sweep, view, figure, rankOf, compared } = place;
  const part = Object.fromEntries(
    PARTS.filter((name) => first === undefined || !sameJson(first[name], sweep[name])).map((name) => [
      name,
      sweep[name],
    ]),
  );
  if (Object.keys(part).length > 0) query.push(`sweep=${encodeObject(part)}`);
  if (first === undefined || !sameJson(first.subject, sweep.subject)) {
    query.push(`of=${encodeSubject(sweep.subject, defaults)}`);
  }
  if (view !== 'sweep') query.push(`view=${view}`);
  if (figure !== sweep.figure) query.push(`figure=${encodeURIComponent(figure)}`);
  if (rankOf !== null) query.push(`rank=${encodeSubject(rankOf, defaults)}`);
  for (const [i, name] of (['a', 'b'] as const).entries()) {
    const named = compared?.[i];
    if (named === undefined) continue;
    const letters = encodeURIComponent(lettersOf(named.name));
    query.push(`${name}=${encodeSubject(named.subject, defaults)}.${letters}`);
  }
  if (query.length > 0) query.unshift(`v=${LINK_VERSION}`);
  return query.length > 0 ? `#/explore?${query.join('&')}` : '#/explore';
}

/** Reads a hash; `problem` is one sentence for the user. Never throws. */
export function decodeExploreLink(
  hash: string,
  { defaults, readySweeps }: ExploreDefaults,
): ExplorePlace | { problem: string } {
  const query = readQuery(hash);
  const strange = [...query.keys()].find((name) => name !== '' && !NAMES.includes(name));
  if (strange !== undefined) return broken(`"${clip(strange)}" in it means nothing here`);
  const unread = versionProblem(query);
  if (unread !== null) return broken(unread);
  const named = query.get('view') ?? 'sweep';
  const view = EXPLORE_VIEWS.find((known) => known === named);
  if (view === undefined) return broken(`its view "${clip(named)}" is none`);
  const sweep = decodeSweep(query.get('sweep'), query.get('of'), readySweeps[0]?.spec, defaults);
  if ('problem' in sweep) return broken(sweep.problem);
  const letters = query.get('figure');
  const figure = letters === undefined ? sweep.spec.figure : decodeLetters(letters);
  if (figure === null) return broken(`its figure "${clip(letters ?? '')}" is none`);
  const ranked = decodeNamed(query.get('rank'), defaults);
  if (ranked !== null && 'problem' in ranked) return broken(ranked.problem);
  const a = decodeNamed(query.get('a'), defaults);
  if (a !== null && 'problem' in a) return broken(a.problem);
  const b = decodeNamed(query.get('b'), defaults);
  if (b !== null && 'problem' in b) return broken(b.problem);
  if ((a === null) !== (b === null)) return broken('of the two runs it compares it names only one');
  return {
    sweep: sweep.spec,
    view,
    figure,
    rankOf: ranked?.subject ?? null,
    compared: a === null || b === null ? null : [a, b],
  };
}

/** What the workspace of a subject calls its link, with its '#'. */
export function linkToSubject(subject: Subject, defaults: ExploreDefaults['defaults']): string {
  switch (subject.kind) {
    case 'failover':
      return encodeLink({ workspace: 'failover', run: subject.run, atUs: null }, defaults.failover);
    case 'migration':
      return encodeMoveLink(
        { lab: { spec: subject.spec, against: null }, atMs: null, view: 'run' },
        defaults.migration,
      );
    case 'trees':
      return encodeTreesLink({ spec: subject.lab, at: null, asked: null }, defaults.trees);
  }
}

/** Under which name a workspace's link holds its run. */
const CODED: Readonly<Record<SubjectKind, string>> = { failover: 'run', migration: 'move', trees: 'lab' };

function encodeSubject(subject: Subject, defaults: ExploreDefaults['defaults']): string {
  const code = readQuery(linkToSubject(subject, defaults)).get(CODED[subject.kind]);
  return `${subject.kind}.${code ?? ''}`;
}

/** `<kind>.<code>[.<name>]`; null where there is none */
function decodeNamed(
  text: string | undefined,
  defaults: ExploreDefaults['defaults'],
): NamedSubject | { problem: string } | null {
  if (text === undefined) return null;
  const [kind, code = '', ...rest] = text.split('.');
  const name = decodeLetters(rest.join('.'));
  const known = KINDS.find((one) => one === kind);
  if (known === undefined || name === null) return { problem: `its run "${clip(text)}" is none` };
  const hash = code === '' ? `#/${known}` : `#/${known}?v=${LINK_VERSION}&${CODED[known]}=${code}`;
  const subject = decodeSubject(known, hash, defaults);
  return 'problem' in subject ? subject : { name, subject };
}

function decodeSubject(
  kind: SubjectKind,
  hash: string,
  defaults: ExploreDefaults['defaults'],
): Subject | { problem: string } {
  switch (kind) {
    case 'failover': {
      const place = decodeLink(hash, defaults.failover);
      return 'problem' in place ? inner(place) : { kind, run: place.run };
    }
    case 'migration': {
      const place = decodeMoveLink(hash, defaults.migration);
      return 'problem' in place ? inner(place) : { kind, spec: place.lab.spec };
    }
    case 'trees': {
      const place = decodeTreesLink(hash, defaults.trees);
      return 'problem' in place ? inner(place) : { kind, lab: place.spec };
    }
  }
}

function decodeSweep(
  coded: string | undefined,
  of: string | undefined,
  first: SweepSpec | undefined,
  defaults: ExploreDefaults['defaults'],
): { readonly spec: SweepSpec } | { problem: string } {
  if (first === undefined) return { problem: 'there is no ready-made sweep to read it against' };
  const json = coded === undefined ? {} : decodeObject(coded);
  if (!isRecord(json)) return { problem: 'its sweep is cut off or changed on the way' };
  const named = decodeNamed(of, defaults);
  if (named !== null && 'problem' in named) return named;
  const subject = named?.subject ?? first.subject;
  // The subject is read by its own link's rules, so any will do here.
  const parsed = parseSweep(
    { ...first, ...json, subject: { [subject.kind]: {} } },
    {
      ...defaults,
      migration: defaults.migration.spec,
      figures: { failover: first.figure, migration: first.figure, trees: first.figure },
    },
  );
  return 'problem' in parsed ? parsed : { spec: { ...parsed.spec, subject } };
}

/** Whole letters only: half of one has no place in a link. */
function lettersOf(name: string): string {
  return [...name.replace(/\p{Surrogate}/gu, '')].slice(0, MOST_LETTERS).join('');
}

function decodeLetters(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Another workspace's sentence about its own link, as a reason within this one's. */
function inner({ problem }: { readonly problem: string }): { problem: string } {
  return { problem: problem.replace(/^The link cannot be read: /, '').replace(/ The default .*$/, '') };
}

function broken(reason: string): { problem: string } {
  return { problem: brokenLink(reason) };
}
