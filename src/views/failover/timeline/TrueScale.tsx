import { MICROS_PER_MILLI } from '../../../base/units.ts';
import { format } from '../../../protocol/texts.ts';
import { activeBranch } from '../../../store/select.ts';
import type { AppState } from '../../../store/types.ts';
import { useSlow } from '../../shared/use-slow.ts';
import { type Story, storyOf } from './story.ts';
import styles from './TrueScale.module.css';
import { WORDS } from './words.ts';

interface Piece {
  key: string;
  kind: 'window' | 'downtime' | 'cursor';
  left: number;
  width: number;
}

interface Sliver {
  text: string;
  pieces: Piece[];
}

function sliverOf(state: AppState): Sliver {
  const branch = activeBranch(state);
  const length = state.playback.reachedUs;
  if (branch === null || length <= 0) return { text: '', pieces: [] };
  const story = storyOf(branch);
  const pieces: Piece[] = [];
  const share = (us: number) => Math.round((us / length) * 1e5) / 1e3;
  const add = (key: string, kind: Piece['kind'], fromUs: number, toUs: number) =>
    pieces.push({ key, kind, left: share(fromUs), width: share(toUs - fromUs) });
  let text = format(story.firstTurnUs === null ? WORDS.sliverNothing : WORDS.sliverNoMove, { length });
  const away = story.pingedMigration === null ? awayOf(story, length) : null;
  if (away !== null) {
    add('boot', 'downtime', away.fromUs, away.toUs);
    text = format(WORDS.sliverAway, { vm: story.scenario.pingedVm, away: away.toUs - away.fromUs, length });
  }
  const told =
    story.pingedMigration ??
    story.history?.migrations.findLast((move) => move.vm === story.leadVm && move.startUs !== null) ??
    null;
  for (const move of story.history?.migrations ?? []) {
    if (move.startUs === null || move.startUs > length) continue;
    const end = Math.min(move.endUs ?? length, length);
    add(`w${move.id}`, 'window', move.startUs, end);
    if (move.suspendUs !== null) add(`d${move.id}`, 'downtime', move.suspendUs, end);
    if (move !== told && told !== null) continue;
    const vm = story.history?.vms.find((v) => v.id === move.vm)?.name ?? '';
    const downtime = (end - (move.suspendUs ?? end)) / MICROS_PER_MILLI;
    text = format(move.suspendUs === null ? WORDS.sliverWindow : WORDS.sliverDowntime, {
      vm,
      window: end - move.startUs,
      downtime,
      length,
    });
  }
  add('cursor', 'cursor', Math.min(state.atUs, length), Math.min(state.atUs, length));
  return { text, pieces };
}

/** Phases in which nobody answers for a VM. */
const AWAY: readonly string[] = ['shutdown', 'down', 'boot', 'halted'];

/** The last time nobody answered for the pinged VM although it was not being moved. */
function awayOf(story: Story, reachedUs: number): { fromUs: number; toUs: number } | null {
  const own = story.phases.filter((phase) => phase.vm === story.pingedVm && phase.startUs <= reachedUs);
  const last = own.findLastIndex(({ name }) => AWAY.includes(name));
  if (last < 0) return null;
  let first = last;
  while (first > 0 && AWAY.includes(own[first - 1]?.name ?? '')) first -= 1;
  const startUs = own[first]?.startUs ?? 0;
  // While it shuts down it still answers.
  const stopped = story.history?.events.find(
    ({ code, slots, atUs }) =>
      code === 'vm-stopped' && slots.vm === story.scenario.pingedVm && atUs >= startUs,
  );
  const fromUs = own[first]?.name === 'shutdown' ? (stopped?.atUs ?? reachedUs) : startUs;
  const toUs = Math.min(own[last]?.endUs ?? reachedUs, reachedUs);
  return fromUs < toUs ? { fromUs, toUs } : null;
}

const same = (a: Sliver, b: Sliver) =>
  a.text === b.text &&
  a.pieces.length === b.pieces.length &&
  a.pieces.every((p, i) => p.left === b.pieces[i]?.left && p.width === b.pieces[i]?.width);

/** The whole run to scale: what auto-pace stretches over seconds is a hairline here. */
export function TrueScale() {
  const { text, pieces } = useSlow(sliverOf, same);
  return (
    <>
      <span className={styles.name}>{WORDS.sliver}</span>
      <div className={styles.row}>
        <div className={styles.bar} aria-hidden="true">
          {pieces.map((piece) => (
            <span
              key={piece.key}
              className={styles[piece.kind]}
              style={{ left: `${piece.left}%`, width: `${piece.width}%` }}
            />
          ))}
        </div>
        <span className={styles.text}>{text}</span>
      </div>
    </>
  );
}
