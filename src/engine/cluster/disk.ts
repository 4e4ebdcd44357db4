/**
 * One disk image on the iSCSI target. It never moves, and one machine at a time may write to it: two file systems that
 * know nothing of each other overwrite each other's blocks. Plain data; time is told, not measured.
 */
import type { Micros } from '../../base/units.ts';

export interface Disk {
  /** machines that write to it now */
  writers: number;
  /** when the second one began; −1 = no more than one writes */
  sharedSinceUs: Micros;
  /** how long two have written to it, before `sharedSinceUs` */
  sharedUs: Micros;
}

export function newDisk(): Disk {
  return { writers: 1, sharedSinceUs: -1, sharedUs: 0 };
}

/** @returns true if two write to it from now on and did not before */
export function setWriters(disk: Disk, writers: number, nowUs: Micros): boolean {
  const begins = disk.writers < 2 && writers >= 2;
  const ends = disk.writers >= 2 && writers < 2;
  disk.writers = writers;
  if (begins) disk.sharedSinceUs = nowUs;
  if (ends) {
    disk.sharedUs += nowUs - disk.sharedSinceUs;
    disk.sharedSinceUs = -1;
  }
  return begins;
}

/**
 * Blocks that may have been overwritten by somebody who did not know of them: all that were written while two wrote.
 * @param writesPerSecond of one machine, an assumption
 */
export function corruptBlocks(disk: Disk, writesPerSecond: number, nowUs: Micros): number {
  const now = disk.sharedSinceUs < 0 ? 0 : nowUs - disk.sharedSinceUs;
  return Math.floor((2 * writesPerSecond * (disk.sharedUs + now)) / 1e6);
}
