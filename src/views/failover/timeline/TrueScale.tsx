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
  const away = story.pingedMigration === null ? rebootOf(story, length) : null;
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

/** From the end of the shutdown to the end of the boot, when a VM is not moved but started again. */
function rebootOf(story: Story, reachedUs: number): { fromUs: number; toUs: number } | null {
  const about = (code: string) =>
    story.history?.events.findLast(
      (event) => event.code === code && event.slots.vm === story.scenario.pingedVm && event.atUs <= reachedUs,
    );
  const stopped = about('vm-stopped');
  if (stopped === undefined) return null;
  return { fromUs: stopped.atUs, toUs: about('booted')?.atUs ?? reachedUs };
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
