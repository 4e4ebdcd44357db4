/** The recorded page traces, read once for all tests of a file. */
import { recordedTraces } from '../../src/cli/files.ts';

export const library = recordedTraces();
