/** Which axis the strip has, and how it gets from one to the next. */
import { MICROS_PER_SECOND, type Micros } from '../../../base/units.ts';
import {
  blendAxes,
  humanAxis,
  linearAxis,
  type PaceSpan,
  type TimeAxis,
  timeToX,
} from '../../../layout/human-time.ts';
import { prefersReducedMotion } from '../../shared/motion.ts';
import type { Story } from './story.ts';

const TWEEN_MS = 450;
/** A smaller shift of the newest moment is the strip flowing, not a change of scale. */
const FLOW_PX = 8;
const LINEAR_ENDS_S = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 450, 600, 900, 1_800, 3_600];

export interface AxisInput {
  readonly kind: 'human' | 'linear';
  readonly story: Story;
  readonly spans: readonly PaceSpan[];
  readonly reachedUs: Micros;
  /** when the run will be over, or null while nobody knows */
  readonly endUs: Micros | null;
  readonly width: number;
}

/** Depends on nothing but how far the run was shown, so that two ways to a moment give one picture. */
export function wantedAxis({ kind, story, spans, reachedUs, endUs, width }: AxisInput): TimeAxis {
  if (kind === 'human') {
    return humanAxis({ spans, reachedUs, firstTurnUs: story.firstTurnUs, endUs, width });
  }
  const roomUs =
    (LINEAR_ENDS_S.find((s) => s * MICROS_PER_SECOND * 0.98 >= reachedUs) ?? 7_200) * MICROS_PER_SECOND;
  return linearAxis(endUs ?? roomUs, width);
}

/** A change of scale moves every moment smoothly to its new place; with reduced motion at once. */
export class AxisMotion {
  axis: TimeAxis | null = null;
  private target: TimeAxis | null = null;
  private tween: { from: TimeAxis; startedAt: number } | null = null;

  get moving(): boolean {
    return this.tween !== null;
  }

  /** The next axis is there at once. */
  forget(): void {
    this.axis = null;
  }

  move(wanted: TimeAxis, reachedUs: Micros, now: number): TimeAxis {
    const far = (a: TimeAxis) => Math.abs(timeToX(a, reachedUs) - timeToX(wanted, reachedUs)) > FLOW_PX;
    if (this.axis === null || this.target === null || prefersReducedMotion()) this.tween = null;
    else if (far(this.target)) this.tween = { from: this.axis, startedAt: now };
    this.target = wanted;
    const k = this.tween === null ? 1 : Math.min(1, Math.max(0, (now - this.tween.startedAt) / TWEEN_MS));
    const eased = k * k * (3 - 2 * k);
    this.axis = this.tween === null ? wanted : blendAxes(this.tween.from, wanted, eased);
    if (k >= 1) this.tween = null;
    return this.axis;
  }
}
