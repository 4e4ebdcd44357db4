import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRecord } from '../../../src/protocol/merge.ts';
import { isDamaged } from '../../../src/store/kept/core.ts';
import { RECORD_VERSION, readRecord, upgrade } from '../../../src/store/kept/record.ts';
import type { KeptItem } from '../../../src/store/kept/types.ts';
import { whole } from './browser.ts';

/** A record as some version wrote it; typed arrays stand as `{"$float64": […]}`. */
function stored(version: number): unknown {
  const file = new URL(`../../fixtures/kept/record-${version}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'), (_, value: unknown) => {
    if (!isRecord(value)) return value;
    if (Array.isArray(value.$float64)) return Float64Array.from(value.$float64, Number);
    if (Array.isArray(value.$uint8)) return Uint8Array.from(value.$uint8, Number);
    return value;
  });
}

const versions = Array.from({ length: RECORD_VERSION }, (_, i) => i + 1);

describe('stored samples', () => {
  test.each(versions)('a record of version %i is read as it was meant', (version) => {
    const item = readRecord(stored(version), 7);
    expect(whole(item as KeptItem)).toEqual({
      version: 1,
      id: 7,
      name: 'Where pre-copy stops converging',
      savedAt: 1763790000000,
      workspace: 'explore',
      link: '#/explore?v=1&sweep=abc',
      subject: { kind: 'migration', spec: { seed: 1 } },
      figures: [
        { label: 'downtime, ms', value: 61.25 },
        { label: 'outcome', value: 'completed' },
        { label: 'lost pings', value: null },
      ],
      sweep: {
        spec: expect.objectContaining({ figure: 'downtimeMs' }),
        lines: [
          {
            index: 0,
            variant: 'as it is',
            x: 1000,
            y: null,
            seed: 1,
            outcome: 'completed',
            problem: null,
            figures: { downtimeMs: 61.25 },
          },
          {
            index: 1,
            variant: 'as it is',
            x: 20000,
            y: null,
            seed: 1,
            outcome: 'not-converged',
            problem: 'it never converged',
            figures: { downtimeMs: null, rounds: 30 },
          },
        ],
      },
    });
  });

  test.each([
    ['name', 3],
    ['savedAt', Number.NaN],
    ['workspace', 'kitchen'],
    ['link', 'javascript:alert(1)'],
    ['subject', { kind: 'failover' }],
    ['subject', { kind: 'constructor' }],
    ['figures', [{ label: 'downtime', value: {} }]],
    ['sweep', { spec: {}, packed: {} }],
    ['version', 0],
    ['version', 'one'],
  ])('with its %s damaged it is told, not thrown', (field, value) => {
    const item = readRecord({ ...(stored(RECORD_VERSION) as object), [field]: value }, 7);
    expect(isDamaged(item)).toBe(true);
  });
});

describe('upgrading', () => {
  const upgraders = {
    1: ({ name, ...rest }: Record<string, unknown>) => ({ ...rest, title: name, version: 2 }),
    2: (record: Record<string, unknown>) => ({ ...record, colour: 'none', version: 3 }),
  };

  test('goes from version to version up to the newest', () => {
    expect(upgrade({ version: 1, name: 'a' }, upgraders, 3)).toEqual({
      version: 3,
      title: 'a',
      colour: 'none',
    });
    expect(upgrade({ version: 3 }, upgraders, 3)).toEqual({ version: 3 });
  });

  test('a version nobody knows is told', () => {
    expect(upgrade({ version: 4 }, upgraders, 3)).toMatch(/newer version/);
    expect(upgrade({ version: 0 }, upgraders, 3)).toMatch(/version is none/);
    expect(upgrade(null, upgraders, 3)).toMatch(/no record/);
  });
});
