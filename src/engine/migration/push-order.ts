/**
 * Which page is pushed next while the VM already runs at the destination and asks for the pages it misses.
 *
 *   forward   onwards from the page asked for last (QEMU)
 *   bubble    outwards from it on both sides in turn (Hines and Gopalan 2009): neighbours will be wanted soon
 */
import type { Transfer } from './transfer.ts';

export class PushOrder {
  private readonly transfer: Transfer;
  private readonly bubbles: boolean;
  /** the bubble's edges: pages not looked at yet */
  private below = -1;
  private above = 0;
  private up = true;

  constructor(transfer: Transfer, order: 'bubble' | 'forward') {
    this.transfer = transfer;
    this.bubbles = order === 'bubble';
  }

  /** The guest asked for this page: a new bubble grows around it. */
  around(page: number): void {
    this.below = page - 1;
    this.above = page + 1;
    this.up = true;
  }

  /** @returns −1 when nothing is left */
  next(): number {
    const { transfer } = this;
    if (!this.bubbles) return transfer.nextInCircle();
    const above = this.above < 0 ? -1 : transfer.nextListed(this.above);
    const below = transfer.previousListed(this.below);
    this.above = above;
    this.below = below;
    const page = below < 0 || (this.up && above >= 0) ? above : below;
    this.up = page !== above;
    return page;
  }
}
