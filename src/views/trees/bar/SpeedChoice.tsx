import { format } from '../../../protocol/texts.ts';
import { useTrees } from '../../../store/trees/store.ts';
import type { TreeSpeed } from '../../../store/trees/types.ts';
import styles from './SpeedChoice.module.css';
import { WORDS } from './words.ts';

const STEPS = [
  [0.5, '½'],
  [1, '1'],
  [2, '2'],
  [4, '4'],
  [16, '16'],
] as const;

/** More than any worker does; what it cannot do is left out of the picture, not of the run. */
const FLAT_OUT = 1_000_000;

const SPEEDS: readonly { speed: TreeSpeed; label: string }[] = [
  ...STEPS.map(([factor, text]) => ({
    speed: { unit: 'steps', factor } as const,
    label: format(WORDS.steps, { factor: text }),
  })),
  ...[10, 100, 1000].map((perSecond) => ({
    speed: { unit: 'accesses', perSecond } as const,
    label: format(WORDS.perSecond, { count: perSecond }),
  })),
  { speed: { unit: 'accesses', perSecond: FLAT_OUT }, label: WORDS.flatOut },
];

const nameOf = (speed: TreeSpeed) =>
  speed.unit === 'steps' ? `steps ${speed.factor}` : `accesses ${speed.perSecond}`;

export function SpeedChoice() {
  const value = useTrees((state) => nameOf(state.speed));
  const setSpeed = useTrees((state) => state.actions.setSpeed);
  const choose = (wanted: string) => {
    const found = SPEEDS.find(({ speed }) => nameOf(speed) === wanted);
    if (found) setSpeed(found.speed);
  };
  return (
    <select
      className={styles.select}
      data-lock="pace"
      aria-label={WORDS.speed}
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      {SPEEDS.map(({ speed, label }) => (
        <option key={nameOf(speed)} value={nameOf(speed)}>
          {label}
        </option>
      ))}
    </select>
  );
}
