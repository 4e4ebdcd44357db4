import { SCALAR } from '../../../protocol/frame.ts';
import type { NodeSummary } from '../../../protocol/model.ts';
import { appStore, useApp } from '../../../store/store.ts';
import { scalar } from './model.ts';
import classes from './StopButton.module.css';
import { say, WORDS } from './words.ts';

interface Props {
  readonly node: NodeSummary;
  /** the one thing to press on a page that waits */
  readonly primary: boolean;
  /** id of the text that says in which state the node is */
  readonly stateId: string;
}

/** Frames at the playing edge lag a little behind what was reached; that is not the past yet. */
const EDGE_US = 150_000;

export function StopButton({ node, primary, stateId }: Props) {
  const inPast = useApp(
    (state) => !state.playback.playing && state.playback.reachedUs - scalar(state, SCALAR.timeUs) > EDGE_US,
  );
  const free = node.state === 'online';
  const at = inPast ? scalar(appStore.getState(), SCALAR.timeUs) : 0;
  const hint = !free
    ? say(WORDS.cannotStop, {
        node: node.name,
        state: node.state === 'draining' ? WORDS.draining : WORDS.stopped,
      })
    : inPast
      ? say(WORDS.stopInPast, { at })
      : say(WORDS.stopHint, { node: node.name });
  return (
    // aria-disabled instead of disabled: whoever pressed it keeps the focus and hears the reason.
    <button
      type="button"
      className={classes.stop}
      data-primary={primary && free}
      aria-disabled={!free}
      aria-description={hint}
      aria-describedby={free ? undefined : stateId}
      title={hint}
      onClick={() => {
        if (free) appStore.getState().actions.stopNode(node.id + 1);
      }}
    >
      {say(WORDS.stop, { node: node.name })}
    </button>
  );
}
