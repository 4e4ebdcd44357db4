/**
 * The pages of one VM on their way: what is to be sent in this round, what was written meanwhile, what the
 * destination has. No clock and no link here; a driver asks for the next page when the wire is free.
 *
 * Every page carries a version, its number of writes. The destination keeps version + 1 of what it received (0 =
 * nothing), so "no lost write" is: at activation destination[p] = version[p] + 1 for every page.
 *
 *   write ──► version + 1 ──► dirty (since the round began) ──► next round's list
 *   toSend (this round) ── re-dirtied before its turn? skipped: next round ── else sent
 */
import { Bitset } from '../../base/bitset.ts';
import { PAGE_STATE, PAGE_STATE_COUNT } from '../../base/columns.ts';
import type { Pages } from '../../base/units.ts';

export class Transfer {
  readonly pages: Pages;
  /** one PAGE_STATE a page */
  state: Uint8Array;
  /** pages in each state */
  counts: Int32Array;
  destination: Uint32Array;
  round = 0;
  sentInRound: Pages = 0;
  skippedInRound: Pages = 0;
  sentInPreviousRound: Pages = 0;
  totalSent: Pages = 0;
  listed: Pages = 0;
  private toSend: Bitset;
  private dirty: Bitset;
  private held: Bitset;
  private everWritten: Bitset;
  private cursor = 0;
  private heldUntilStop = false;
  private heldCount: Pages = 0;
  private heldWrittenCount: Pages = 0;

  constructor(pages: Pages) {
    this.pages = pages;
    this.state = new Uint8Array(pages).fill(PAGE_STATE.toSend);
    this.counts = new Int32Array(PAGE_STATE_COUNT);
    this.counts[PAGE_STATE.toSend] = pages;
    this.destination = new Uint32Array(pages);
    this.toSend = new Bitset(pages);
    this.dirty = new Bitset(pages);
    this.held = new Bitset(pages);
    this.everWritten = new Bitset(pages);
  }

  /** Pages that must still be sent, whatever the reason. */
  get remaining(): Pages {
    return this.pages - (this.counts[PAGE_STATE.arrived] as number);
  }

  get dirtiedInRound(): Pages {
    return this.dirty.count;
  }

  get dirtiedDistinct(): Pages {
    return this.everWritten.count;
  }

  get heldPages(): Pages {
    return this.heldCount;
  }

  /** held pages that were written during the live rounds: the prediction's hits */
  get heldWritten(): Pages {
    return this.heldWrittenCount;
  }

  /** Before round 1: keeps these pages out of it. */
  hold(pages: Int32Array, untilStop: boolean): void {
    this.heldUntilStop = untilStop;
    for (const page of pages) {
      if (!this.held.add(page)) continue;
      this.heldCount += 1;
      this.setState(page, PAGE_STATE.heldBack);
    }
  }

  isHeld(page: number): boolean {
    return this.held.has(page);
  }

  /** Round 1 lists every page but the held ones; later rounds what the round before left dirty, and the released. */
  beginRound(): void {
    this.round += 1;
    this.sentInPreviousRound = this.round === 1 ? 0 : this.sentInRound;
    this.sentInRound = 0;
    this.skippedInRound = 0;
    this.cursor = 0;
    this.toSend.clear();
    if (this.round === 1) {
      for (let page = 0; page < this.pages; page += 1) if (!this.held.has(page)) this.toSend.add(page);
    } else {
      const kept = this.heldUntilStop;
      for (let page = this.dirty.next(0); page >= 0; page = this.dirty.next(page + 1)) {
        if (!(kept && this.held.has(page))) this.toSend.add(page);
      }
      if (this.round === 2 && !kept) this.toSend.addFrom(this.held);
    }
    this.dirty.clear();
    this.listed = this.toSend.count;
  }

  /** pages of the list that are still to go */
  get listedLeft(): Pages {
    return this.toSend.count;
  }

  /** Reading the dirty log in the middle of a pass: what was written joins the list, the pass goes on where it stood. */
  readDirtyLog(): void {
    this.round += 1;
    this.sentInPreviousRound = this.sentInRound;
    this.sentInRound = 0;
    this.skippedInRound = 0;
    for (let page = this.dirty.next(0); page >= 0; page = this.dirty.next(page + 1)) {
      if (!(this.heldUntilStop && this.held.has(page))) this.toSend.add(page);
    }
    if (this.round === 2 && !this.heldUntilStop) this.toSend.addFrom(this.held);
    this.dirty.clear();
    this.listed = this.toSend.count;
  }

  /** The next page in circular address order, dirty again or not (the log is not looked at before it is read); −1 = none. */
  nextInCircle(): number {
    const ahead = this.toSend.next(this.cursor);
    return ahead >= 0 ? ahead : this.toSend.next(0);
  }

  /** The next listed page at or after `from`, −1 = none. */
  nextListed(from: number): number {
    return this.toSend.next(Math.max(0, from));
  }

  /** The nearest listed page at or before `from`, −1 = none. */
  previousListed(from: number): number {
    for (let page = from; page >= 0; page -= 1) if (this.toSend.has(page)) return page;
    return -1;
  }

  isListed(page: number): boolean {
    return this.toSend.has(page);
  }

  /** A page the destination has without its being sent, such as one the guest does not use. */
  spare(page: number, version: number): void {
    this.toSend.remove(page);
    this.destination[page] = version + 1;
    this.setState(page, PAGE_STATE.arrived);
  }

  /** The VM is paused: everything the destination lacks, held pages included. */
  beginLastCopy(): void {
    this.listMissing(false);
    this.cursor = 0;
  }

  /**
   * The same where the dirty log is all there is to go by: it also names pages that left after they were written, and
   * they go again.
   */
  beginLoggedCopy(): void {
    this.listMissing(true);
    this.cursor = 0;
  }

  /**
   * The VM goes on at the destination, which throws away its copy of each page listed as above. The pass goes on where
   * it stood.
   */
  beginFetch(): void {
    this.listMissing(true);
    for (let page = this.toSend.next(0); page >= 0; page = this.toSend.next(page + 1)) {
      this.destination[page] = 0;
      this.setState(page, PAGE_STATE.toSend);
    }
  }

  private listMissing(logged: boolean): void {
    this.round += 1;
    this.sentInPreviousRound = this.sentInRound;
    this.sentInRound = 0;
    this.skippedInRound = 0;
    const pending = this.toSend;
    this.toSend = new Bitset(this.pages);
    for (let page = 0; page < this.pages; page += 1) {
      const named = logged && (pending.has(page) || this.dirty.has(page));
      if (named || this.state[page] !== PAGE_STATE.arrived) this.toSend.add(page);
    }
    this.dirty.clear();
    this.listed = this.toSend.count;
  }

  /**
   * The next page of the round, −1 when it is over. A page written again since the round began is skipped: it is on
   * the next round's list already.
   * @param onSkip told of each page skipped
   */
  nextPage(onSkip: ((page: number) => void) | null): number {
    for (let page = this.toSend.next(this.cursor); page >= 0; page = this.toSend.next(page + 1)) {
      this.cursor = page;
      if (!this.dirty.has(page)) return page;
      this.toSend.remove(page);
      this.skippedInRound += 1;
      if (onSkip !== null) onSkip(page);
    }
    return -1;
  }

  /** The page leaves with its newest version. */
  send(page: number, version: number): void {
    this.toSend.remove(page);
    this.cursor = page + 1;
    this.destination[page] = version + 1;
    this.sentInRound += 1;
    this.totalSent += 1;
    this.setState(page, PAGE_STATE.arrived);
  }

  /** @returns true if this write makes the page dirty, false if it was dirty already in this round */
  write(page: number): boolean {
    if (this.everWritten.add(page) && this.held.has(page)) this.heldWrittenCount += 1;
    if (this.state[page] === PAGE_STATE.arrived) this.setState(page, PAGE_STATE.writtenAgain);
    return this.dirty.add(page);
  }

  protected setState(page: number, state: number): void {
    const before = this.state[page] as number;
    this.counts[before] = (this.counts[before] as number) - 1;
    this.counts[state] = (this.counts[state] as number) + 1;
    this.state[page] = state;
  }
}
