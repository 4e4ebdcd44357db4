/**
 * What is in a page, as far as sending it goes: the classes by which adaptive compression (Jin et al. 2009) chooses its
 * codec. A class is drawn for each page once, by the shares asked for; a zero page that was written is a similar one,
 * for but a few of its words are not zero.
 */
import type { ParameterInfo, RegistryEntry } from '../../base/parameter.ts';
import type { RandomStream } from '../../base/random.ts';
import type { Pages } from '../../base/units.ts';

export type PageContent = 'zero' | 'similar' | 'random';

/** 0–1 each, together at most 1; the other pages are random */
export interface ContentShares {
  readonly zeroShare: number;
  readonly similarShare: number;
}

const SIMILAR = 1;
const RANDOM = 2;
const CLASSES: readonly PageContent[] = ['zero', 'similar', 'random'];

export class PageContents {
  /** index into CLASSES, by page */
  private readonly classOf: Uint8Array;

  /** @param random drawn from once a page, and not at all where every page is random */
  constructor(pages: Pages, { zeroShare, similarShare }: ContentShares, random: RandomStream) {
    this.classOf = new Uint8Array(pages).fill(RANDOM);
    if (zeroShare + similarShare <= 0) return;
    for (let page = 0; page < pages; page += 1) {
      const u = random.uniform();
      if (u < zeroShare) this.classOf[page] = 0;
      else if (u < zeroShare + similarShare) this.classOf[page] = SIMILAR;
    }
  }

  /** @param written whether anything was written to it since the contents were drawn */
  contentOf(page: number, written: boolean): PageContent {
    const drawn = this.classOf[page] as number;
    return CLASSES[drawn === 0 && written ? SIMILAR : drawn] as PageContent;
  }
}

const share = (path: keyof ContentShares, label: string, description: string): ParameterInfo => ({
  path,
  label,
  description,
  unit: '0–1',
  kind: 'number',
  min: 0,
  max: 1,
  step: 0.05,
  default: 0,
  source: 'free choice',
  group: 'Contents',
});

export const pageContents: readonly RegistryEntry[] = [
  {
    kind: 'zero',
    name: 'Zero',
    description: 'Nothing but zeros: a mark of nine bytes on the wire, until it is written.',
    source: 'Jin et al. 2009; QEMU 7.2 for the nine bytes',
    parameters: [
      share('zeroShare', 'Zero pages', 'Share of the memory that is zero before the guest writes to it.'),
    ],
  },
  {
    kind: 'similar',
    name: 'Similar',
    description: 'Words that resemble each other, such as code, pointers or mostly zeros.',
    source: 'Jin et al. 2009',
    parameters: [
      share('similarShare', 'Similar pages', 'Share of the memory whose words resemble each other.'),
    ],
  },
  {
    kind: 'random',
    name: 'Random',
    description:
      'Nothing to gain from: compressed or encrypted data, and all pages that are neither of the other two.',
    source: 'Jin et al. 2009',
    parameters: [],
  },
];
