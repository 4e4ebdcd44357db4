/** The workspace's words and numbers change ten times a second at most while time runs. */
import { migrationStore } from '../../store/migration/store.ts';
import { paced } from '../shared/paced.ts';

const RUNNING_MS = 100;

export const { onBeat, usePaced } = paced(migrationStore, ({ playing }) => (playing ? RUNNING_MS : 0));
