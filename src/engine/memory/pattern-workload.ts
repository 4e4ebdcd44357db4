/** What the synthetic workloads share: one address space whose keys are the physical pages, a hot and a cold region. */
import type { RandomStream } from '../../base/random.ts';
import type { PatternSpec, Workload } from './workload.ts';

export abstract class PatternWorkload implements Workload {
  abstract readonly kind: string;
  readonly processes = 1;
  process = 0;
  key = 0;
  page = 0;
  write = false;
  protected readonly spec: PatternSpec;

  constructor(spec: PatternSpec) {
    this.spec = Object.freeze({ ...spec });
  }

  /** number of a page inside the hot region */
  protected abstract nextHot(random: RandomStream): number;

  next(random: RandomStream): void {
    const { spec } = this;
    const cold = spec.coldPages > 0 && spec.coldFraction > 0 && random.uniform() < spec.coldFraction;
    const offset = cold ? spec.hotPages + random.below(spec.coldPages) : this.nextHot(random);
    this.page = spec.hotStart + offset;
    this.key = this.page;
    this.write = spec.writeShare >= 1 || random.uniform() < spec.writeShare;
  }

  pageOf(_process: number, key: number): number {
    return key;
  }

  processOf(page: number): number {
    const offset = page - this.spec.hotStart;
    const used = this.spec.hotPages + (this.spec.coldFraction > 0 ? this.spec.coldPages : 0);
    return offset >= 0 && offset < used ? 0 : -1;
  }

  keyOf(page: number): number {
    return page;
  }

  programOf(): string {
    return this.kind;
  }
}
