/**
 * QEMU's auto-converge: when the guest dirties more than a share of what was sent, its CPU is put to sleep for a part
 * of the time, and for a larger part if that does not help.
 *
 * Looked at only when the dirty log is read more than a second after the last look. Every second look with too much
 * dirtied raises the throttle; a look with little in between does not reset that count.
 * Source: QEMU 7.2, migration/ram.c (migration_trigger_throttle), and runs measured with it.
 */
import type { Bytes, Millis } from '../../base/units.ts';

export interface ThrottleSettings {
  /** dirtied beyond this share of the bytes sent counts as too much */
  readonly throttleTriggerPercent: number;
  readonly throttleInitialPercent: number;
  readonly throttleIncrementPercent: number;
  readonly throttleMaxPercent: number;
}

/** looks are more than this apart, in whole milliseconds */
const LOOK_MS: Millis = 1000;
const LOOKS_TO_RAISE = 2;

export class AutoConverge {
  /** share of the time the guest's CPU sleeps */
  percent = 0;
  private readonly settings: ThrottleSettings;
  private lookMs: Millis = 0;
  private sentAtLook: Bytes = 0;
  private dirtied: Bytes = 0;
  private tooMuch = 0;

  constructor(settings: ThrottleSettings) {
    this.settings = settings;
  }

  /**
   * The dirty log was read.
   * @param added what it added to the pages still pending @param sent since the migration began
   * @returns true if the throttle was raised
   */
  onSync(nowMs: Millis, added: Bytes, sent: Bytes): boolean {
    this.dirtied += added;
    const now = Math.floor(nowMs);
    if (now <= this.lookMs + LOOK_MS) return false;
    const high = this.dirtied > ((sent - this.sentAtLook) * this.settings.throttleTriggerPercent) / 100;
    this.lookMs = now;
    this.sentAtLook = sent;
    this.dirtied = 0;
    if (!high) return false;
    this.tooMuch += 1;
    if (this.tooMuch < LOOKS_TO_RAISE) return false;
    this.tooMuch = 0;
    const { throttleInitialPercent, throttleIncrementPercent, throttleMaxPercent } = this.settings;
    const next = this.percent === 0 ? throttleInitialPercent : this.percent + throttleIncrementPercent;
    this.percent = Math.min(next, throttleMaxPercent);
    return true;
  }
}
