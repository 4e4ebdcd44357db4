/** Single migrations to begin with: the one the workspace opens with, and others worth looking at. */
import type { Millis } from '../../base/units.ts';
import { linkPresets } from '../simulation/link-presets.ts';
import {
  defaultSolo,
  type SoloLink,
  type SoloSpec,
  type SoloStrategy,
  type SoloWorkload,
} from '../simulation/solo-spec.ts';

/** Truth of the Migration workspace: with a moment it determines every picture. */
export interface MoveLab {
  readonly spec: SoloSpec;
  /** side B: the same VM, link, faults and seed under another strategy; null = side A alone */
  readonly against: SoloStrategy | null;
}

/** A migration worth looking at, with the one sentence that says why. */
export interface ReadyMove {
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly lab: MoveLab;
}

/** what differs from the default lab's VM, link and faults */
interface Setting {
  readonly vm?: Partial<Omit<SoloSpec['vm'], 'workload'>>;
  readonly workload?: Partial<SoloWorkload>;
  readonly link?: SoloLink;
  readonly faults?: SoloSpec['faults'];
  readonly giveUpAfterMs?: Millis;
}

const GIGABIT: SoloLink = linkOf('lan-1g');

const spec: SoloSpec = {
  ...defaultSolo,
  vm: {
    ...defaultSolo.vm,
    memoryMiB: 256,
    romKiB: 0,
    workload: {
      ...defaultSolo.vm.workload,
      pattern: 'hot-cold',
      hotSetMiB: 96,
      hotStartMiB: 32,
      writesPerSecond: 16_000,
    },
  },
  link: GIGABIT,
  strategy: {
    ...defaultSolo.strategy,
    kind: 'pre-copy',
    windowMs: 10,
    stopRule: { kind: 'qemu', downtimeLimitMs: 60 },
  },
};

/** Pre-copy and post-copy of one busy VM: 302 MB and 60 ms of pause against 269 MB, a pause too short to see, and faults. */
export const defaultMove: MoveLab = {
  spec,
  against: { ...spec.strategy, kind: 'post-copy' },
};

function linkOf(kind: string): SoloLink {
  const preset = linkPresets.find((candidate) => candidate.kind === kind);
  if (preset === undefined) throw new Error(`There is no link preset "${kind}".`);
  return preset.link;
}

/** The default VM but for a few settings, under strategy A and perhaps B. */
function labOf(
  { vm, workload, ...rest }: Setting,
  strategy: Partial<SoloStrategy>,
  against: Partial<SoloStrategy> | null,
): MoveLab {
  const a = { ...spec.strategy, ...strategy };
  return {
    spec: {
      ...spec,
      ...rest,
      vm: { ...spec.vm, ...vm, workload: { ...spec.vm.workload, ...workload } },
      strategy: a,
    },
    against: against === null ? null : { ...a, ...against },
  };
}

const xen = { kind: 'xen', downtimeLimitMs: 60 } as const;
const busy: Partial<SoloWorkload> = { pattern: 'uniform', hotSetMiB: 160, writesPerSecond: 60_000 };

export const readyMoves: readonly ReadyMove[] = [
  {
    kind: 'pre-post',
    name: 'Before or after',
    description:
      'Pre-copy sends hot pages again and again and then pauses; post-copy moves at once and lets the guest wait for single pages.',
    lab: defaultMove,
  },
  {
    kind: 'never-converges',
    name: 'It never converges',
    description:
      'The guest dirties more than the link takes away, so pre-copy runs until it is stopped; auto-converge slows the guest down until it fits.',
    lab: labOf({ workload: busy, giveUpAfterMs: 20_000 }, {}, { autoConverge: true }),
  },
  {
    kind: 'differences',
    name: 'Send the difference',
    description: 'Each write changes few words of a page: with XBZRLE a page sent again costs a fraction.',
    lab: labOf(
      {
        workload: { pattern: 'uniform', hotSetMiB: 96, writesPerSecond: 60_000, wordsPerWrite: 4 },
        giveUpAfterMs: 10_000,
      },
      {},
      { xbzrleCacheMiB: 256 },
    ),
  },
  {
    kind: 'working-set',
    name: 'A guess and the truth',
    description:
      'The lazy counting tree guesses which 2,500 pages to hold back from round 1; the oracle knows: see how little is left to gain.',
    lab: labOf(
      {},
      { kind: 'working-set-pre-copy', predictor: 'lazy-counting', workingSetPages: 2500 },
      { predictor: 'oracle' },
    ),
  },
  {
    kind: 'hold-until-stop',
    name: 'Held too long',
    description:
      'Held-back pages that wait for the last copy save bytes, and every one of them lengthens the pause.',
    lab: labOf(
      {},
      { kind: 'working-set-pre-copy', predictor: 'lazy-counting', workingSetPages: 2500, hold: 'round-1' },
      { hold: 'until-stop' },
    ),
  },
  {
    kind: 'phases',
    name: 'The hot set moves',
    description:
      'Twice a second other pages get hot: what the tree has learned is old before round 1 is over, and only an oracle would know better.',
    lab: labOf(
      { workload: { pattern: 'phases', phaseReferences: 8000, hotShare: 0.1 } },
      { kind: 'working-set-pre-copy', predictor: 'lazy-counting', workingSetPages: 2500 },
      { predictor: 'oracle' },
    ),
  },
  {
    kind: 'link-drops',
    name: 'The link drops',
    description:
      'For 0.8 s nothing moves: under pre-copy the guest does not notice, under post-copy it waits for a page on the other side.',
    lab: labOf({ link: { ...GIGABIT, outages: [{ fromMs: 800, toMs: 1600 }] } }, {}, { kind: 'post-copy' }),
  },
  {
    kind: 'destination-dies',
    name: 'The destination dies',
    description:
      'Half way through the destination is gone: pre-copy’s VM runs on at its source, post-copy’s is lost.',
    lab: labOf({ faults: { sourceDiesAtMs: null, destinationDiesAtMs: 1200 } }, {}, { kind: 'post-copy' }),
  },
  {
    kind: 'wan',
    name: 'Across a continent',
    description:
      'Over 20 ms each way a fault costs 40 ms, so what post-copy wins on the pause it loses page by page.',
    lab: labOf(
      { link: linkOf('continental-wan'), workload: { writesPerSecond: 3000 } },
      { windowMs: 100, stopRule: { kind: 'qemu', downtimeLimitMs: 300 } },
      { kind: 'post-copy' },
    ),
  },
  {
    kind: 'adaptive-rate',
    name: 'Slow on purpose',
    description:
      'Xen’s adaptive rate begins at 100 Mb/s and spares the service; at a fixed 500 Mb/s it is over in a fifth of the time.',
    lab: labOf(
      {
        vm: { memoryMiB: 800 },
        workload: { hotSetMiB: 200, writesPerSecond: 4000 },
        giveUpAfterMs: 120_000,
      },
      { kind: 'adaptive-pre-copy', maxBandwidthBytesPerSecond: 62_500_000, stopRule: xen },
      { kind: 'pre-copy' },
    ),
  },
  {
    kind: 'compression',
    name: 'Smaller pages',
    description:
      'Three pages in five compress well and one is zero: with a codec half as many bytes take half the time.',
    lab: labOf(
      { vm: { contents: { zeroShare: 0.2, similarShare: 0.6 } } },
      {},
      { kind: 'compressed-pre-copy' },
    ),
  },
  {
    kind: 'ballooning',
    name: 'Ballooning',
    description:
      'Paper A’s matrix job grows and shrinks between 10 and 50 MiB of a guest that uses little; before a post-copy it gives the rest back.',
    lab: labOf(
      {
        vm: { nonZeroMiB: 96 },
        workload: { pattern: 'matrix', hotSetMiB: 50, growSteps: 5, phaseReferences: 5000 },
      },
      {},
      { kind: 'post-copy', selfBallooning: true },
    ),
  },
  {
    kind: 'recorded',
    name: 'A recorded program',
    description:
      'The page references of gzip as they were recorded, and a working set of 256 pages held back from round 1.',
    lab: labOf(
      { workload: { pattern: 'trace', file: 'gzip', writesPerSecond: 20_000 } },
      { kind: 'pre-copy' },
      {
        kind: 'working-set-pre-copy',
        predictor: 'lazy-counting',
        workingSetPages: 256,
        cachePages: 1024,
      },
    ),
  },
  {
    kind: 'four-gib',
    name: 'Four GiB',
    description:
      'A million pages over 10 Gb/s: one round of pre-copy, then either four more and a pause, or the VM moves and the rest follows.',
    lab: labOf(
      {
        vm: { memoryMiB: 4096 },
        workload: { hotSetMiB: 1024, writesPerSecond: 100_000 },
        link: linkOf('lan-10g'),
      },
      {},
      { kind: 'hybrid' },
    ),
  },
];
