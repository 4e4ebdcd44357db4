/**
 * In which order the cases of a sweep are given out: one seed of every setting before the second seed of any, and the
 * settings from coarse to fine. So a picture of the whole is there early and only gets sharper, and what was done is a
 * fair sample of what is left. The order never changes a result.
 */
import type { SweepSpec } from '../../protocol/explore/requests.ts';

const COARSEST = 8;

/** @returns all indices of the sweep's cases, each once */
export function handingOut({ axes, variants, seeds }: SweepSpec): Uint32Array {
  const xs = axes[0].values.length;
  const ys = axes[1]?.values.length ?? 1;
  const order = new Uint32Array(variants.length * xs * ys * seeds.count);
  let next = 0;
  for (let seed = 0; seed < seeds.count; seed++) {
    for (let stride = COARSEST; stride >= 1; stride /= 2) {
      for (let y = 0; y < ys; y += stride) {
        for (let x = 0; x < xs; x += stride) {
          const done = stride < COARSEST && x % (2 * stride) === 0 && y % (2 * stride) === 0;
          if (done) continue;
          for (let variant = 0; variant < variants.length; variant++) {
            order[next++] = ((variant * ys + y) * xs + x) * seeds.count + seed;
          }
        }
      }
    }
  }
  return order;
}
