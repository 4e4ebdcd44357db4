import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  decodeEvidenceLink,
  EVIDENCE_SECTIONS,
  encodeEvidenceLink,
} from '../../src/protocol/migration/evidence-link.ts';

const name = fc.stringMatching(/^[a-zA-Z0-9_-]{1,40}$/);

test.prop(
  [
    fc.record({
      section: fc.constantFrom(...EVIDENCE_SECTIONS),
      run: fc.option(fc.record({ name, repeat: fc.nat(999) })),
    }),
  ],
  { seed: 5 },
)('a place of the Evidence page comes back from its link', (place) => {
  expect(decodeEvidenceLink(encodeEvidenceLink(place))).toEqual(place);
});

describe('a link to the Evidence page', () => {
  it('is plain for the beginning', () => {
    expect(encodeEvidenceLink({ section: 'machine', run: null })).toBe('#/evidence');
  });

  it.each([
    ['#/evidence?show=nothing', 'its section "nothing" is none of this page'],
    ['#/evidence?run=a', 'its run "a" is none'],
    ['#/evidence?run=%E0%A4%A.1', 'its run "%E0%A4%A.1" is none'],
    ['#/evidence?t=3', '"t" in it means nothing here'],
  ])('%s is told in one sentence', (hash, reason) => {
    expect(decodeEvidenceLink(hash)).toEqual({ problem: `The link cannot be read: ${reason}.` });
  });
});
