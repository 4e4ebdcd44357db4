/** How fast the engine is in this browser, beside what was measured elsewhere. */
import { measureSpeed } from '../../engine/experiments/speed.ts';
import type { SpeedReply } from '../../protocol/migration/requests.ts';
import type { Handler } from './handler.ts';

export const speed: Handler<'speed'> = async (context) => {
  const [library, claimed] = await Promise.all([context.library(), context.claimedSpeed()]);
  return (function* (): Generator<number, SpeedReply, void> {
    const result = yield* measureSpeed(library, () => context.now());
    return { ...result, claimed };
  })();
};
