/** Links to choose from: what they are called, and what one direction of them is like. */
import type { SoloLink } from './solo-spec.ts';

export interface LinkPreset {
  readonly kind: string;
  readonly name: string;
  /** one sentence */
  readonly description: string;
  readonly source: string;
  readonly link: SoloLink;
}

const BYTES_PER_GBIT = 125_000_000;

/** Latency is one way. Loss is that of page transmissions, after TCP has done what it can. */
function linkOf(gbitPerSecond: number, latencyMs: number, jitterMs = 0, lossRate = 0): SoloLink {
  return {
    bandwidthBytesPerSecond: gbitPerSecond * BYTES_PER_GBIT,
    latencyMs,
    jitterMs,
    lossRate,
    competingShare: 0,
    outages: [],
  };
}

const NOMINAL = 'nominal bit rate; latency, jitter and loss assumed';

export const linkPresets: readonly LinkPreset[] = [
  {
    kind: 'fast-ethernet',
    name: 'Fast Ethernet',
    description: '100 Mb/s in one building, the slow end of what migrates at all.',
    source: NOMINAL,
    link: linkOf(0.1, 0.2),
  },
  {
    kind: 'lan-1g',
    name: 'LAN, 1 Gb/s',
    description: 'Gigabit Ethernet through one switch, as in the cluster of paper A.',
    source: 'nominal bit rate, [A]; latency assumed',
    link: linkOf(1, 0.1),
  },
  {
    kind: 'lan-10g',
    name: 'LAN, 10 Gb/s',
    description: 'A migration network of its own, as virtualization clusters have it today.',
    source: NOMINAL,
    link: linkOf(10, 0.05),
  },
  {
    kind: 'data-centre-25g',
    name: 'Data centre, 25 Gb/s',
    description: 'A few switches between two racks.',
    source: NOMINAL,
    link: linkOf(25, 0.03),
  },
  {
    kind: 'local-socket',
    name: 'Local socket',
    description: 'Both hosts are processes of one machine: the link of the 120 measured migrations.',
    source: 'measured on QEMU 7.2: 2.8 GB/s',
    link: { ...linkOf(1, 0.05), bandwidthBytesPerSecond: 2_800_000_000 },
  },
  {
    kind: 'metro-wan',
    name: 'Metro WAN',
    description: '1 Gb/s between two sites of a city, some of it other people’s.',
    source: 'assumed',
    link: { ...linkOf(1, 2, 0.5, 0.0001), competingShare: 0.2 },
  },
  {
    kind: 'continental-wan',
    name: 'Continental WAN',
    description: '300 Mb/s across a continent: every question of the destination takes 40 ms there and back.',
    source: 'assumed',
    link: { ...linkOf(0.3, 20, 3, 0.001), competingShare: 0.2 },
  },
  {
    kind: 'intercontinental-wan',
    name: 'Intercontinental WAN',
    description: '100 Mb/s across an ocean, with losses.',
    source: 'assumed',
    link: { ...linkOf(0.1, 75, 10, 0.005), competingShare: 0.2 },
  },
];
