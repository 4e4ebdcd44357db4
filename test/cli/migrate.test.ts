import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formatCount } from '../../src/base/format.ts';
import { migrate } from '../../src/cli/migrate.ts';
import { cli, file, keysOf } from './cli.ts';

describe('migrate', () => {
  const fields = ['outcome', 'totalTimeMs', 'downtimeMs', 'bytesSent', 'pagesSent', 'rounds'];
  const roundFields = ['startMs', 'durationMs', 'pagesSent', 'bytesSent', 'pagesDirtied', 'remainingPages'];

  test('without a file: the defaults, in the format of the design', async () => {
    const { code, out, err } = await cli(['migrate']);
    expect([code, err]).toEqual([0, '']);
    const result = JSON.parse(out) as { rounds: Record<string, unknown>[]; outcome: string };
    expect(keysOf(result).slice(0, 6)).toEqual(fields);
    expect(result.outcome).toBe('completed');
    for (const round of result.rounds) expect(keysOf(round)).toEqual(roundFields);
    expect(migrate([file('default.json', { version: 1 })])).toBe(out);
  });

  test('a trace of the caller’s, packed or not', () => {
    const csv = Array.from({ length: 200 }, (_, i) => `0,${i % 40},1,${i % 2}`).join('\n');
    const spec = (name: string) => ({
      version: 1,
      vm: { memoryMiB: 16, workload: { pattern: 'trace', file: name } },
      link: { bandwidthBytesPerSecond: 100_000_000 },
    });
    const plain = migrate([file('plain.json', spec(file('trace.csv', csv)))]);
    const packed = migrate([file('packed.json', spec(file('trace.csv.gz', gzipSync(csv))))]);
    expect(packed).toBe(plain);
    expect(JSON.parse(plain)).toMatchObject({ outcome: 'completed' });
  });

  test('a link that drops and a host that dies, in any strategy', () => {
    const told = JSON.parse(
      migrate([
        file('faults.json', {
          version: 1,
          vm: { memoryMiB: 64 },
          link: { bandwidthBytesPerSecond: 100_000_000, outages: [{ fromMs: 100, toMs: 200 }], jitterMs: 1 },
          faults: { sourceDiesAtMs: 600 },
          strategy: { kind: 'post-copy', prePaging: 'forward', postcopyBandwidthBytesPerSecond: 0 },
        }),
      ]),
    ) as { outcome: string; totalTimeMs: number; lost: { pages: number; sentence: string } };
    expect([told.outcome, told.totalTimeMs]).toEqual(['vm-lost', 600]);
    expect(told.lost.sentence).toBe(
      `The source died while the VM ran at the destination: the newest version of ${formatCount(told.lost.pages)} pages was only there, so the VM is lost.`,
    );
  });
});
