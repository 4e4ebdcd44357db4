import { PatternWorkload } from '../pattern-workload.ts';

/** A sweep over the hot region, again and again. */
export class SequentialWorkload extends PatternWorkload {
  readonly kind = 'sequential';
  private position = 0;

  protected nextHot(): number {
    const page = this.position;
    this.position = page + 1 < this.spec.hotPages ? page + 1 : 0;
    return page;
  }
}
