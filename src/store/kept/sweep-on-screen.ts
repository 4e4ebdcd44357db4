/** The sweep of the Explore workspace with what it came to so far; what can be taken of it by a link has no lines. */
import { formatCount } from '../../base/format.ts';
import type { SweepLine } from '../../protocol/explore/requests.ts';
import type { KeptCore } from './core.ts';
import { text } from './messages.ts';
import type { NewItem } from './types.ts';

export async function sweepOnScreen(core: KeptCore): Promise<Pick<NewItem, 'sweep' | 'figures'> | null> {
  const { sweep, run, cases } = (await core.env.explore()).getState();
  if (sweep === null) return null;
  const lines = (run?.lines ?? []).filter((line): line is SweepLine => line !== undefined);
  const all = run?.cases ?? cases;
  return {
    sweep: { spec: run?.spec ?? sweep, lines },
    figures: [
      {
        label: text('runs-done'),
        value: text('of-all', { done: formatCount(lines.length), all: formatCount(all) }),
      },
    ],
  };
}
