/** The Evidence page in the address bar: `#/evidence?show=<section>&run=<configuration>.<repeat>`. */
import { brokenLink, clip, readQuery } from '../link-text.ts';

export const EVIDENCE_SECTIONS = [
  'machine',
  'log',
  'tables',
  'references',
  'published',
  'prediction',
  'speed',
] as const;
export type EvidenceSection = (typeof EVIDENCE_SECTIONS)[number];

/** One of the measured runs. */
export interface EvidenceRun {
  readonly name: string;
  readonly repeat: number;
}

export interface EvidencePlace {
  readonly section: EvidenceSection;
  readonly run: EvidenceRun | null;
}

const NAMES: readonly string[] = ['show', 'run'];

/** The hash, with its '#', for a place; the first section is the page itself. */
export function encodeEvidenceLink({ section, run }: EvidencePlace): string {
  const query: string[] = [];
  if (section !== EVIDENCE_SECTIONS[0]) query.push(`show=${section}`);
  if (run !== null) query.push(`run=${encodeURIComponent(run.name)}.${run.repeat}`);
  return query.length > 0 ? `#/evidence?${query.join('&')}` : '#/evidence';
}

/** Reads a hash; `problem` is one sentence for the user. Never throws. */
export function decodeEvidenceLink(hash: string): EvidencePlace | { problem: string } {
  const query = readQuery(hash);
  const strange = [...query.keys()].find((name) => name !== '' && !NAMES.includes(name));
  if (strange !== undefined) return broken(`"${clip(strange)}" in it means nothing here`);
  const show = query.get('show') ?? EVIDENCE_SECTIONS[0];
  const section = EVIDENCE_SECTIONS.find((known) => known === show);
  if (section === undefined) return broken(`its section "${clip(show)}" is none of this page`);
  const named = query.get('run');
  if (named === undefined) return { section, run: null };
  const [, name, repeat] = /^([\w%-]{1,120})\.(\d{1,3})$/.exec(named) ?? [];
  if (name === undefined || repeat === undefined) return broken(`its run "${clip(named)}" is none`);
  try {
    return { section, run: { name: decodeURIComponent(name), repeat: Number(repeat) } };
  } catch {
    return broken(`its run "${clip(named)}" is none`);
  }
}

function broken(reason: string): { problem: string } {
  return { problem: brokenLink(reason) };
}
