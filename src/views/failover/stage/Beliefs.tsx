import type { History, VmSummary } from '../../../protocol/model.ts';
import classes from './Beliefs.module.css';
import { ownersOf } from './disputes.ts';
import { nodeName } from './model.ts';
import { say, WORDS } from './words.ts';

const BELIEF = {
  started: WORDS.beliefStarted,
  stopped: WORDS.beliefStopped,
  starting: WORDS.beliefStarting,
  migrating: WORDS.beliefMigrating,
} as const;

/** Heartbeat's belief and the truth, side by side. */
export function Beliefs({ vm, history }: { readonly vm: VmSummary; readonly history: History }) {
  const { belief } = vm;
  const runs = vm.node >= 0 && vm.state !== 'stopped' && vm.state !== 'lost';
  // A VM that starts or moves does not run there yet: that is no contradiction, unless it runs meanwhile.
  const twice = vm.copyNode >= 0 && !vm.copyBooting;
  const agree = !twice && (belief.state === 'started' ? runs && belief.node === vm.node : !runs);
  const truth = twice
    ? say(WORDS.truthTwice, {
        vm: vm.name,
        node: nodeName(history, vm.node),
        other: nodeName(history, vm.copyNode),
      })
    : runs
      ? say(WORDS.truthOn, { vm: vm.name, node: nodeName(history, vm.node) })
      : say(WORDS.truthNowhere, { vm: vm.name });
  const owners = twice ? ownersOf(history, vm.id) : [];
  return (
    <div className={classes.pair} data-agree={agree}>
      <p className={classes.belief}>
        <span>{WORDS.believes}</span>
        <b>
          {owners.length > 1
            ? say(WORDS.beliefDisputed, {
                vm: vm.name,
                list: owners.map((id) => nodeName(history, id)).reduce((a, b) => say(WORDS.or, { a, b })),
              })
            : say(BELIEF[belief.state], { vm: vm.name, node: nodeName(history, belief.node) })}
        </b>
      </p>
      <p className={classes.truth}>
        <span>{WORDS.xenRuns}</span>
        <b>
          {truth}
          {twice ? null : <i>{say(WORDS.truthState, { state: vm.state })}</i>}
        </b>
      </p>
      {agree ? null : <span className={classes.hidden}>{WORDS.disagree}</span>}
    </div>
  );
}
