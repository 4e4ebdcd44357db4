/** How the axis gets from one window to the next: smoothly where much moves, at once with reduced motion. */
import type { MoveAxis, TimeWindow } from '../../../layout/migration/time-axis.ts';
import { prefersReducedMotion } from '../../shared/motion.ts';

const TWEEN_MS = 380;

export class AxisMotion {
  private from: TimeWindow | null = null;
  private target: TimeWindow | null = null;
  private startedAt = 0;
  private shown: TimeWindow | null = null;

  get moving(): boolean {
    return this.from !== null;
  }

  /** The next window is there at once. */
  forget(): void {
    this.target = null;
    this.from = null;
  }

  move(wanted: TimeWindow, width: number, now: number): MoveAxis {
    const { target } = this;
    if (target === null || this.shown === null) this.from = null;
    else if (target.fromMs !== wanted.fromMs || target.toMs !== wanted.toMs) {
      this.from = prefersReducedMotion() ? null : this.shown;
      this.startedAt = now;
    }
    this.target = wanted;
    this.shown = this.between(wanted, now);
    return { ...this.shown, width };
  }

  private between(wanted: TimeWindow, now: number): TimeWindow {
    const { from } = this;
    if (from === null) return wanted;
    const k = Math.min(1, Math.max(0, (now - this.startedAt) / TWEEN_MS));
    if (k >= 1) {
      this.from = null;
      return wanted;
    }
    const eased = k * k * (3 - 2 * k);
    // A scale changes by factors: the span goes through its geometric steps, its left edge in proportion to that.
    const span = wanted.toMs - wanted.fromMs;
    const before = from.toMs - from.fromMs;
    const now_ = before * (span / before) ** eased;
    const share = span === before ? eased : (now_ - before) / (span - before);
    const fromMs = from.fromMs + (wanted.fromMs - from.fromMs) * share;
    return { fromMs, toMs: fromMs + now_ };
  }
}
