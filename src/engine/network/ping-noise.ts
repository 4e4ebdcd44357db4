/**
 * Normal noise in balanced blocks: each block of 20 pings holds ten deviates and their mirror images in shuffled
 * order. Every single ping is normally distributed; the mean of whole blocks is exact, so that a mean over a hundred
 * pings tells of queues and not of luck.
 */
import type { RandomStream } from '../../base/random.ts';

const BLOCK = 20;

export class PingNoise {
  private block = new Float64Array(BLOCK);
  private used = BLOCK;
  private random: RandomStream;

  constructor(random: RandomStream) {
    this.random = random;
  }

  /** the next standard normal deviate */
  next(): number {
    if (this.used === BLOCK) this.refill();
    this.used += 1;
    return this.block[this.used - 1] as number;
  }

  private refill(): void {
    const { block, random } = this;
    for (let i = 0; i < BLOCK; i += 2) {
      const deviate = random.normal();
      block[i] = deviate;
      block[i + 1] = -deviate;
    }
    for (let i = BLOCK - 1; i > 0; i -= 1) {
      const j = random.below(i + 1);
      const kept = block[i] as number;
      block[i] = block[j] as number;
      block[j] = kept;
    }
    this.used = 0;
  }
}
