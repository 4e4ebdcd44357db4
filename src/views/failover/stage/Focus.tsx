import { formatMiB } from '../../shared/format.ts';
import { Beliefs } from './Beliefs.tsx';
import classes from './Focus.module.css';
import { boots, guestWord } from './guest-state.ts';
import { Legend } from './Legend.tsx';
import { MenuButton } from './menu/MenuButton.tsx';
import { useMenuArea } from './menu/menu-context.ts';
import type { StageModel } from './model.ts';
import { say, WORDS } from './words.ts';

/** The VM in focus on its own host: who it is, what is believed of it, what its pages do. */
export function FocusSource({ model }: { readonly model: StageModel }) {
  const { focus, stage, history, run, places } = model;
  const pinged = focus.name === run.scenario.pingedVm;
  const mib = Math.round((focus.memoryPages * 4096) / 1_048_576);
  const special = guestWord(history, focus, places.left);
  return (
    <div className={classes.focus}>
      <p className={classes.name} {...useMenuArea({ kind: 'vm', vm: focus.id })}>
        <FocusName model={model} />{' '}
        <span data-hurt={special?.hurt ?? false}>
          {stage === 'done'
            ? WORDS.moved
            : special
              ? special.word
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
  const { focus, stage, places } = model;
  const menu = useMenuArea({ kind: 'vm', vm: focus.id });
  const starts = boots(model.history, focus) && focus.belief.node === places.right;
  const special =
    starts || focus.copyNode === places.right ? guestWord(model.history, focus, places.right) : null;
  if (stage === 'before' && special === null) return null;
  return (
    <div className={classes.focus}>
      <p className={classes.name} {...menu}>
        <FocusName model={model} />{' '}
        <span data-hurt={special?.hurt ?? false}>
          {special ? special.word : stage === 'done' ? WORDS.runsHere : WORDS.reserved}
        </span>
      </p>
      {stage === 'stream' ? <Legend side="destination" /> : null}
    </div>
  );
}

function FocusName({ model: { focus } }: { readonly model: StageModel }) {
  return (
    <MenuButton target={{ kind: 'vm', vm: focus.id }} label={say(WORDS.menuOf, { name: focus.name })}>
      {focus.name}
    </MenuButton>
  );
}
