import { useMemo } from 'react';
import { SCALAR } from '../../../protocol/frame.ts';
import { Term } from '../../shared/Term.tsx';
import { LiveText } from './LiveText.tsx';
import { type StageModel, scalar } from './model.ts';
import classes from './SplitBrainBanner.module.css';
import { brokenBlocks, splitBrains } from './split-brain.ts';
import { listText, say, WORDS } from './words.ts';

/** More than so many pairs of nodes nobody reads: then the guests are named and the cards show where. */
const PLACES_SHOWN = 2;

/** Loud while a guest runs twice; afterwards one quiet line on what stays broken. */
export function SplitBrainBanner({ model }: { readonly model: StageModel }) {
  const { history, run } = model;
  const all = useMemo(() => splitBrains(history), [history]);
  if (all.length === 0) return null;
  const now = all.filter(({ sinceUs }) => sinceUs !== null);
  const over = now.length === 0;
  const shown = over ? all : now;
  const blocks = (template: string) => (
    <LiveText
      className={classes.count}
      read={(state) => say(template, { blocks: brokenBlocks(shown, run, scalar(state, SCALAR.timeUs)) })}
    />
  );
  const vms = listText(shown.map(({ vm }) => vm));
  const places =
    now.length > PLACES_SHOWN
      ? say(WORDS.splitCrowd, { vms })
      : listText(now.map(({ vm, node, other }) => say(WORDS.splitPlaces, { vm, node, other })));
  return (
    <div className={classes.banner} data-over={over}>
      <p role={over ? 'status' : 'alert'}>
        {over ? (
          say(all.length === 1 ? WORDS.splitOver : WORDS.splitOverMany, { vms })
        ) : (
          <>
            <b>{WORDS.splitTitle}</b> {say(now.length === 1 ? WORDS.splitOne : WORDS.splitMany, { places })}
          </>
        )}
      </p>
      {blocks(over ? (all.length === 1 ? WORDS.splitBroken : WORDS.splitBrokenMany) : WORDS.splitBlocks)}
      <span className={classes.why}>
        <Term term="fencing">{WORDS.whyFencing}</Term>
      </span>
    </div>
  );
}
