import type { LineStyle } from '../../../layout/trees/race-styles.ts';

/** The look of a curve beside its name. */
export function LineSample({ style, strong = false }: { style: LineStyle; strong?: boolean }) {
  return (
    <svg width="30" height="10" aria-hidden="true">
      <path d="M1 5H29" {...strokeOf(style, strong)} />
    </svg>
  );
}

export function strokeOf({ colour, dash }: LineStyle, strong = false) {
  return {
    fill: 'none',
    stroke: `var(--race-${colour})`,
    strokeWidth: strong ? 2.4 : 1.6,
    strokeDasharray: dash,
    strokeLinejoin: 'round',
  } as const;
}

/** The yardstick no tree can run below unless it moves. */
export const OPTIMUM_STYLE: LineStyle = { colour: 7, dash: '3 3', copy: 1 };
