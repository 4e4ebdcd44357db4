/** The workspace's words and numbers change five times a second at most while whole accesses rush by. */
import { treesStore } from '../../store/trees/store.ts';
import { paced } from '../shared/paced.ts';

const RUSHING_MS = 200;

export const { usePaced } = paced(treesStore, ({ playing, speed }) =>
  playing && speed.unit === 'accesses' ? RUSHING_MS : 0,
);
