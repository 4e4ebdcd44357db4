/**
 * Links and files of every version that was published must stay readable. A successor adds samples to the folders and
 * upgraders to the schemas; nothing here needs to change for that.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultMove } from '../../src/engine/experiments/moves.ts';
import { readySweeps } from '../../src/engine/experiments/sweep/ready.ts';
import { defaultLab } from '../../src/engine/lab/spec.ts';
import { defaultRun } from '../../src/engine/simulation/default-scenario.ts';
import { decodeExploreLink, encodeExploreLink } from '../../src/protocol/explore-link.ts';
import { encodeLink, workspaceOf } from '../../src/protocol/link.ts';
import { decodeEvidenceLink, encodeEvidenceLink } from '../../src/protocol/migration/evidence-link.ts';
import { decodeMoveLink, encodeMoveLink } from '../../src/protocol/migration/link.ts';
import { decodeLink } from '../../src/protocol/read-link.ts';
import { decodeTreesLink, encodeTreesLink } from '../../src/protocol/trees/link.ts';
import { read } from '../worker/import/reading.ts';

const folder = (name: string) => new URL(`../fixtures/${name}/`, import.meta.url);
const samples = (name: string) =>
  readdirSync(folder(name)).map((file) => ({
    file,
    text: readFileSync(new URL(file, folder(name)), 'utf8'),
  }));

const explore = {
  defaults: { failover: defaultRun, migration: defaultMove, trees: defaultLab },
  readySweeps,
};

function good<T extends object>(decoded: T | { problem: string }): T {
  if ('problem' in decoded) throw new Error(String(decoded.problem));
  return decoded;
}

/** What a link holds, and the link this version writes for it. */
function decodeAny(hash: string): { place: object; again: string } {
  switch (workspaceOf(hash)) {
    case 'failover': {
      const place = good(decodeLink(hash, defaultRun));
      return { place, again: encodeLink(place, defaultRun) };
    }
    case 'migration': {
      const place = good(decodeMoveLink(hash, defaultMove));
      return { place, again: encodeMoveLink(place, defaultMove) };
    }
    case 'trees': {
      const place = good(decodeTreesLink(hash, defaultLab));
      return { place, again: encodeTreesLink(place, defaultLab) };
    }
    case 'explore': {
      const place = good(decodeExploreLink(hash, explore));
      return { place, again: encodeExploreLink(place, explore) };
    }
    case 'evidence': {
      const place = good(decodeEvidenceLink(hash));
      return { place, again: encodeEvidenceLink(place) };
    }
  }
}

describe('links', () => {
  it.each(samples('links'))('$file', async ({ text }) => {
    const [hash = '', ...rest] = text.split('\n');
    const { place, again } = decodeAny(hash);
    expect(place).toMatchObject(JSON.parse(rest.join('\n')));
    // Written anew by this version it is the same place, and it can be opened.
    expect(decodeAny(again).place).toEqual(place);
    expect(await read(hash)).toEqual({ kind: 'link', workspace: workspaceOf(hash), hash });
  });
});

describe('files', () => {
  it.each(samples('files'))('$file', async ({ text }) => {
    const { file, gives } = JSON.parse(text) as { file: unknown; gives: object };
    const found = await read(JSON.stringify(file, null, 2));
    expect(found).toMatchObject(gives);
    // What came of it, written out in full, is the same again.
    const written =
      found.kind === 'failover'
        ? found.run
        : found.kind === 'migration'
          ? { ...found.lab.spec, against: found.lab.against }
          : found.kind === 'trees'
            ? { version: 1, ...found.spec }
            : found.kind === 'sweep'
              ? found.spec
              : null;
    expect(await read(JSON.stringify(written))).toEqual(found);
  });
});
