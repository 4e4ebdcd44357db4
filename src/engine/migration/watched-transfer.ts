/** A transfer that tells somebody of each change of a page's state. */
import type { Pages } from '../../base/units.ts';
import { Transfer } from './transfer.ts';

export class WatchedTransfer extends Transfer {
  private readonly watch: (page: number, state: number) => void;

  constructor(pages: Pages, watch: (page: number, state: number) => void) {
    super(pages);
    this.watch = watch;
  }

  protected override setState(page: number, state: number): void {
    super.setState(page, state);
    this.watch(page, state);
  }
}
