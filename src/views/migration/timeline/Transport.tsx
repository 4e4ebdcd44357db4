import { format } from '../../../protocol/texts.ts';
import { useMigration } from '../../../store/migration/store.ts';
import type { MoveSpeed } from '../../../store/migration/types.ts';
import { ICON_LINE, RoundButton } from '../../shared/RoundButton.tsx';
import { usePaced } from '../use-paced.ts';
import styles from './Transport.module.css';
import { clockText } from './times.ts';
import { WORDS } from './words.ts';

const FACTORS = [
  [10, '10'],
  [1, '1'],
  [1 / 4, '1/4'],
  [1 / 10, '1/10'],
  [1 / 100, '1/100'],
] as const;

const SPEEDS: readonly { readonly speed: MoveSpeed; readonly label: string }[] = [
  { speed: 'auto', label: WORDS.auto },
  ...FACTORS.map(([speed, factor]) => ({ speed, label: format(WORDS.times, { factor }) })),
];

/** Play, turning points, ends, speed, and the clock. */
export function Transport() {
  const playing = useMigration((state) => state.playing);
  const first = usePaced((state) => state.opened === null || state.atMs <= 0);
  const last = usePaced((state) => state.opened === null || (state.endMs > 0 && state.atMs >= state.endMs));
  const actions = useMigration((state) => state.actions);
  return (
    <fieldset className={styles.bar}>
      <legend className={styles.hidden}>{WORDS.playback}</legend>
      <div className={styles.buttons}>
        <RoundButton name={WORDS.toStart} keys="Home" act={() => actions.goToStart()} idle={first}>
          <path d="M3.5 3v10" {...ICON_LINE} />
          <path d="M12 3.5 7 8l5 4.5" {...ICON_LINE} />
        </RoundButton>
        <RoundButton name={WORDS.previousTurn} keys="←" act={() => actions.previousTurn()} idle={first}>
          <path d="M10 3.5 5 8l5 4.5" {...ICON_LINE} />
        </RoundButton>
        <RoundButton
          name={playing ? WORDS.pause : WORDS.play}
          keys="Space"
          act={() => actions.togglePlay()}
          main
        >
          {playing ? <path d="M4 3h2.8v10H4zM9.2 3H12v10H9.2z" /> : <path d="M4.5 2.5 13 8l-8.5 5.5z" />}
        </RoundButton>
        <RoundButton name={WORDS.nextTurn} keys="→" act={() => actions.nextTurn()} idle={last}>
          <path d="m6 3.5 5 4.5-5 4.5" {...ICON_LINE} />
        </RoundButton>
        <RoundButton name={WORDS.toEnd} keys="End" act={() => actions.goToEnd()} idle={last}>
          <path d="m4 3.5 5 4.5-5 4.5" {...ICON_LINE} />
          <path d="M12.5 3v10" {...ICON_LINE} />
        </RoundButton>
      </div>
      <Clock />
      <SpeedChoice />
    </fieldset>
  );
}

function Clock() {
  const text = usePaced((state) => clockText(state.atMs));
  return (
    <output className={styles.clock} aria-label={WORDS.clock} aria-live="off">
      {text}
    </output>
  );
}

function SpeedChoice() {
  const speed = useMigration((state) => state.speed);
  const setSpeed = useMigration((state) => state.actions?.setSpeed);
  const known = SPEEDS.some((choice) => choice.speed === speed);
  return (
    <select
      className={styles.select}
      data-lock="pace"
      aria-label={WORDS.speed}
      value={String(speed)}
      onChange={(event) => setSpeed(event.target.value === 'auto' ? 'auto' : Number(event.target.value))}
    >
      {SPEEDS.map((choice) => (
        <option key={choice.label} value={String(choice.speed)}>
          {choice.label}
        </option>
      ))}
      {!known && <option value={String(speed)}>{format(WORDS.times, { factor: String(speed) })}</option>}
    </select>
  );
}
