import { formatMiB } from '../../shared/format.ts';
import { Beliefs } from './Beliefs.tsx';
import classes from './Focus.module.css';
import { Legend } from './Legend.tsx';
import type { StageModel } from './model.ts';
import { say, WORDS } from './words.ts';

/** The VM in focus on its own host: who it is, what is believed of it, what its pages do. */
export function FocusSource({ model }: { readonly model: StageModel }) {
  const { focus, stage, history, run } = model;
  const pinged = focus.name === run.scenario.pingedVm;
  const mib = Math.round((focus.memoryPages * 4096) / 1_048_576);
  return (
    <div className={classes.focus}>
      <p className={classes.name}>
        <b>{focus.name}</b>{' '}
        <span>
          {stage === 'done'
            ? WORDS.moved
            : say(pinged ? WORDS.guestWithRole : WORDS.guest, { os: focus.os, role: WORDS.pinged })}
        </span>
      </p>
      <Beliefs vm={focus} history={history} />
      {stage === 'before' ? (
        <p className={classes.size}>
          {say(WORDS.size, { pages: focus.memoryPages })}
          <span>{formatMiB(mib)}</span>
        </p>
      ) : stage === 'done' ? null : (
        <Legend side="source" />
      )}
    </div>
  );
}

/** And on the host that receives it. */
export function FocusDestination({ model }: { readonly model: StageModel }) {
  const { focus, stage } = model;
  if (stage === 'before') return null;
  return (
    <div className={classes.focus}>
      <p className={classes.name}>
        <b>{focus.name}</b> <span>{stage === 'done' ? WORDS.runsHere : WORDS.reserved}</span>
      </p>
      {stage === 'stream' ? <Legend side="destination" /> : null}
    </div>
  );
}
