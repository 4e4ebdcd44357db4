import { SCALAR } from '../../../../protocol/frame.ts';
import { appStore, useApp } from '../../../../store/store.ts';
import { scalar } from '../model.ts';

/** Frames at the playing edge lag a little behind what was reached; that is not the past yet. */
const EDGE_US = 150_000;

/** The moment on screen in µs where a command would start a branch, else null. */
export function useInPast(): number | null {
  const inPast = useApp(
    (state) => !state.playback.playing && state.playback.reachedUs - scalar(state, SCALAR.timeUs) > EDGE_US,
  );
  return inPast ? scalar(appStore.getState(), SCALAR.timeUs) : null;
}
