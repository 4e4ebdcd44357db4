import { format, phaseName } from '../../../protocol/texts.ts';
import { useApp } from '../../../store/store.ts';
import type { Speed } from '../../../store/types.ts';
import { ICON_LINE as LINE, RoundButton as Round } from '../../shared/RoundButton.tsx';
import styles from './Transport.module.css';
import { WORDS } from './words.ts';

const SPEEDS: readonly { value: Speed; label: string }[] = [
  { value: 'auto', label: 'auto pace' },
  { value: 1 / 50, label: '1/50 ×' },
  { value: 1 / 10, label: '1/10 ×' },
  { value: 1 / 4, label: '1/4 ×' },
  { value: 1, label: '1 ×' },
  { value: 4, label: '4 ×' },
  { value: 10, label: '10 ×' },
];

/** Play, steps, speed. Keys: Space, ← →, Shift + ← →. */
export function Transport() {
  const playing = useApp((state) => state.playback.playing);
  const actions = useApp((state) => state.actions);
  return (
    <fieldset className={styles.bar}>
      <legend className={styles.hidden}>Playback</legend>
      <div className={styles.buttons}>
        <Round name="Previous turning point" keys="Shift + ←" act={actions.previousTurn}>
          <path d="M3.5 3v10" {...LINE} />
          <path d="M12 3.5 7 8l5 4.5" {...LINE} />
        </Round>
        <Round name="Step back" keys="←" act={actions.stepBack}>
          <path d="M10 3.5 5 8l5 4.5" {...LINE} />
        </Round>
        <Round name={playing ? 'Pause' : 'Play'} keys="Space" act={actions.togglePlay} main>
          {playing ? <path d="M4 3h2.8v10H4zM9.2 3H12v10H9.2z" /> : <path d="M4.5 2.5 13 8l-8.5 5.5z" />}
        </Round>
        <Round name="Step forward" keys="→" act={actions.stepForward}>
          <path d="m6 3.5 5 4.5-5 4.5" {...LINE} />
        </Round>
        <Round name="Next turning point" keys="Shift + →" act={actions.nextTurn}>
          <path d="m4 3.5 5 4.5-5 4.5" {...LINE} />
          <path d="M12.5 3v10" {...LINE} />
        </Round>
      </div>
      <Held />
      <div className={styles.choices} data-lock="pace">
        <SpeedChoice />
        <HoldSwitch />
        <AxisSwitch />
      </div>
    </fieldset>
  );
}

function Held() {
  const heldAt = useApp((state) => state.playback.heldAt);
  return (
    <span role="status" className={styles.held}>
      {heldAt === null ? '' : format(WORDS.held, { phase: phaseName(heldAt, false) })}
    </span>
  );
}

function SpeedChoice() {
  const speed = useApp((state) => state.playback.speed);
  const setSpeed = useApp((state) => state.actions.setSpeed);
  const known = SPEEDS.some((s) => s.value === speed);
  return (
    <select
      className={styles.select}
      aria-label="Speed"
      value={String(speed)}
      onChange={(event) => setSpeed(event.target.value === 'auto' ? 'auto' : Number(event.target.value))}
    >
      {SPEEDS.map((s) => (
        <option key={s.label} value={String(s.value)}>
          {s.label}
        </option>
      ))}
      {!known && <option value={String(speed)}>{`${speed} ×`}</option>}
    </select>
  );
}

function HoldSwitch() {
  const on = useApp((state) => state.playback.holdAtTurns);
  const set = useApp((state) => state.actions.setHoldAtTurns);
  return (
    <label className={styles.switch} title="Pause at the beginning of each phase and wait for a key">
      <input type="checkbox" checked={on} onChange={(event) => set(event.target.checked)} />
      hold at turning points
    </label>
  );
}

function AxisSwitch() {
  const linear = useApp((state) => state.playback.axis === 'linear');
  const set = useApp((state) => state.actions.setAxis);
  return (
    <label
      className={styles.switch}
      title="Draw every second equally wide instead of stretching what is quick"
    >
      <input
        type="checkbox"
        checked={linear}
        onChange={(event) => set(event.target.checked ? 'linear' : 'human')}
      />
      linear axis
    </label>
  );
}
