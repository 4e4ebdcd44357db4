/**
 * Mutated files and links against everything that reads them: nothing is thrown, nothing takes long, what is refused is
 * one clear sentence, and what is accepted can be opened. A slice of the cases by default; FUZZ=10000 for all of them.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../src/base/random.ts';
import { readMigrateLog } from '../../src/engine/experiments/migrate-log.ts';
import { readySweeps } from '../../src/engine/experiments/sweep/ready.ts';
import { openLab } from '../../src/engine/lab/lab.ts';
import { traceLibrary } from '../../src/engine/memory/trace.ts';
import { createSimulation } from '../../src/engine/simulation/simulation.ts';
import { migrateSoloSteps } from '../../src/engine/simulation/solo.ts';
import { advance } from '../../src/engine/timeline/timeline.ts';
import { readSearch } from '../../src/protocol/embed.ts';
import { decodeExploreLink } from '../../src/protocol/explore-link.ts';
import type { Found } from '../../src/protocol/import/requests.ts';
import { decodeEvidenceLink } from '../../src/protocol/migration/evidence-link.ts';
import { decodeMoveLink } from '../../src/protocol/migration/link.ts';
import { decodeLink } from '../../src/protocol/read-link.ts';
import { decodeTreesLink } from '../../src/protocol/trees/link.ts';
import { library } from '../engine/recorded.ts';
import { read } from '../worker/import/reading.ts';
import { unclear } from './clear.ts';
import { defaults, JSONS, LINKS, linkOf, SEARCHES, TEXTS } from './corpus.ts';
import { mutateBytes, mutateJson, mutateText } from './mutate.ts';

const CASES = Number(process.env.FUZZ ?? 400);
const MOST_MS = 2000;
/** What was accepted runs on for so long. */
const RUN_ON_US = 200_000;
const shown = (content: unknown) =>
  (typeof content === 'string' ? content : `${(content as Uint8Array).length} bytes`).slice(0, 400);

/** Tells with each failure what it was that failed. */
async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const from = performance.now();
  try {
    return await work();
  } catch (error) {
    throw new Error(`${what}\n${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    expect(performance.now() - from, what).toBeLessThan(MOST_MS);
  }
}

/** Each kind gets its share of the cases. */
function cases(share: number, name: string): RandomStream[] {
  const count = Math.ceil(CASES * share);
  return Array.from({ length: count }, (_, i) => new RandomStream(i + 1, `fuzz ${name}`));
}

const isClear = (sentence: string, what: string) =>
  expect(unclear(sentence), `${what}\n→ ${sentence}`).toBe('');

/** What was accepted can be begun; where the engine refuses at its start, that is one clear sentence, too. */
function begin(found: Found, what: string): void {
  switch (found.kind) {
    case 'failover': {
      const { scenario, commands } = JSON.parse(JSON.stringify(found.run)) as typeof found.run;
      advance(createSimulation(scenario, library), commands, RUN_ON_US, null);
      return;
    }
    case 'migration': {
      const { pattern } = found.lab.spec.vm.workload;
      if (pattern === 'trace') return;
      try {
        migrateSoloSteps(found.lab.spec, traceLibrary([])).next();
      } catch (error) {
        isClear((error as Error).message, what);
      }
      return;
    }
    case 'trees': {
      if (found.spec.stream.kind === 'trace') return;
      const steps = openLab(found.spec, library);
      steps.next();
      steps.next();
      return;
    }
    default:
  }
}

async function imported(content: string | Uint8Array): Promise<void> {
  const what = shown(content);
  const found = await timed(what, () => read(content, { name: 'file.dat' }));
  if (found.kind === 'problem') isClear(found.text, what);
  else if (found.kind === 'trace') {
    for (const complaint of found.reading.complaints) isClear(complaint, what);
  } else await timed(what, () => begin(found, what));
}

describe('files that were changed on their way', () => {
  it('of JSON, by their fields', { timeout: 600_000 }, async () => {
    for (const [i, random] of cases(0.3, 'json').entries())
      await imported(mutateJson(JSONS[i % JSONS.length], random));
  });

  it('of JSON, by their letters', { timeout: 600_000 }, async () => {
    for (const [i, random] of cases(0.1, 'json text').entries())
      await imported(mutateText(JSON.stringify(JSONS[i % JSONS.length], null, 2), random));
  });

  it('of text', { timeout: 600_000 }, async () => {
    for (const [i, random] of cases(0.1, 'text').entries())
      await imported(mutateText(TEXTS[i % TEXTS.length] ?? '', random));
  });

  it('packed with gzip', { timeout: 600_000 }, async () => {
    for (const [i, random] of cases(0.1, 'gzip').entries()) {
      const text = TEXTS[i % TEXTS.length] ?? '';
      await imported(mutateBytes(new Uint8Array(gzipSync(text)), random));
    }
  });

  it('as bytes', { timeout: 600_000 }, async () => {
    for (const [i, random] of cases(0.05, 'bytes').entries())
      await imported(mutateBytes(new TextEncoder().encode(TEXTS[i % TEXTS.length] ?? ''), random));
  });

  it('as logs, taken for nothing else', { timeout: 600_000 }, async () => {
    const log = TEXTS.at(-1) ?? '';
    for (const random of cases(0.05, 'log')) {
      const text = mutateText(log, random);
      const { problem, complaints } = await timed(shown(text), () => readMigrateLog(text));
      for (const sentence of [problem, ...complaints]) if (sentence !== null) isClear(sentence, shown(text));
    }
  });
});

describe('links that were changed on their way', () => {
  const exploreDefaults = { defaults, readySweeps };
  const decode = (hash: string): readonly object[] => [
    decodeLink(hash, defaults.failover),
    decodeMoveLink(hash, defaults.migration),
    decodeTreesLink(hash, defaults.trees),
    decodeExploreLink(hash, exploreDefaults),
    decodeEvidenceLink(hash),
  ];
  const followed = async (hash: string) => {
    for (const place of await timed(shown(hash), () => decode(hash)))
      if ('problem' in place) isClear(String(place.problem), shown(hash));
    await imported(hash);
  };

  it('in what they hold', { timeout: 600_000 }, async () => {
    for (const [i, random] of cases(0.15, 'link json').entries()) {
      const { prefix, json, rest } = LINKS[i % LINKS.length] ?? { prefix: '', json: {}, rest: '' };
      await followed(linkOf(prefix, mutateJson(json, random), rest));
    }
  });

  it('in their letters', { timeout: 600_000 }, async () => {
    for (const [i, random] of cases(0.1, 'link text').entries()) {
      const { prefix, json, rest } = LINKS[i % LINKS.length] ?? { prefix: '', json: {}, rest: '' };
      await followed(mutateText(linkOf(prefix, JSON.stringify(json), rest), random));
    }
  });

  it('in what stands before the hash', { timeout: 600_000 }, async () => {
    for (const [i, random] of cases(0.05, 'search').entries()) {
      const search = mutateText(SEARCHES[i % SEARCHES.length] ?? '', random);
      for (const workspace of ['failover', 'trees'] as const) {
        const { problem } = await timed(search, () => readSearch(search, workspace));
        if (problem !== null) isClear(problem, search);
      }
    }
  });
});
