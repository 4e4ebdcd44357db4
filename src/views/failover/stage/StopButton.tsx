import type { NodeSummary } from '../../../protocol/model.ts';
import { appStore } from '../../../store/store.ts';
import { useInPast } from './menu/use-in-past.ts';
import classes from './StopButton.module.css';
import { say, WORDS } from './words.ts';

interface Props {
  readonly node: NodeSummary;
  /** the one thing to press on a page that waits */
  readonly primary: boolean;
  /** id of the text that says in which state the node is */
  readonly stateId: string;
}

export function StopButton({ node, primary, stateId }: Props) {
  const pastUs = useInPast();
  const free = node.state === 'online';
  const hint = !free
    ? say(WORDS.cannotStop, {
        node: node.name,
        state: WORDS[node.state],
      })
    : pastUs !== null
      ? say(WORDS.stopInPast, { at: pastUs })
      : say(WORDS.stopHint, { node: node.name });
  return (
    // aria-disabled instead of disabled: whoever pressed it keeps the focus and hears the reason.
    <button
      type="button"
      className={classes.stop}
      data-lock="failures"
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
