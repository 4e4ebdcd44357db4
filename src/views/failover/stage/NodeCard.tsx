import { type ReactNode, useId } from 'react';
import { CPU_COLUMNS, CPU_WIDTH } from '../../../protocol/frame.ts';
import type { History, NodeSummary, VmSummary } from '../../../protocol/model.ts';
import type { AppState } from '../../../store/types.ts';
import { beliefText } from './disputes.ts';
import { guestsOn, guestWord } from './guest-state.ts';
import { LiveText } from './LiveText.tsx';
import { MenuButton } from './menu/MenuButton.tsx';
import { useMenuArea } from './menu/menu-context.ts';
import { lastEvent, nodeName, type StageModel } from './model.ts';
import classes from './NodeCard.module.css';
import { PeerNews, PeerRings } from './Peers.tsx';
import { StopButton } from './StopButton.tsx';
import { say, WORDS } from './words.ts';

export type Place = 'left' | 'right' | 'other';

interface Props {
  readonly model: StageModel;
  readonly node: NodeSummary;
  readonly place: Place;
  /** row among the small hosts */
  readonly order: number;
  readonly refused: string | null;
  /** the memory grid, and what stands at the top of the column beside it */
  readonly memory: ReactNode;
  readonly focus: ReactNode;
}

/** A host with its layers: guests on Dom0 on Xen on hardware. */
export function NodeCard({ model, node, place, order, refused, memory, focus }: Props) {
  const stateId = useId();
  const { history } = model;
  const allOnline = history.nodes.every((one) => one.state === 'online');
  const focusId = place === 'other' ? -1 : model.focus.id;
  const guests = guestsOn(history, node.id).filter((vm) => vm.id !== focusId);
  const menu = useMenuArea({ kind: 'node', node: node.id });
  const believes = beliefText(history, node.id);
  const cables = [
    node.heartbeatPlugged ? '' : WORDS.heartbeatPulled,
    node.dataPlugged ? '' : WORDS.dataPulled,
    stopTrouble(node),
  ].filter((word) => word !== '');
  return (
    <article
      className={classes.card}
      data-node={node.id}
      data-place={place}
      data-state={node.state}
      data-pulled={cables.length > 0}
      aria-label={node.name}
      style={{ '--order': order } as React.CSSProperties}
      {...menu}
    >
      <header className={classes.header}>
        <h2>{node.name}</h2>
        <span id={stateId} className={classes.state}>
          {stateWords(hostState(model, node), cables)}
        </span>
        <PeerRings model={model} node={node} />
        <StopButton node={node} primary={allOnline && place === 'left'} stateId={stateId} />
        <MenuButton target={{ kind: 'node', node: node.id }} label={say(WORDS.menuOf, { name: node.name })} />
      </header>
      {refused ? <p className={classes.refused}>{refused}</p> : null}
      <div className={classes.body}>
        {memory}
        <div className={classes.column}>
          {focus}
          <ul className={classes.guests} data-many={guests.length > (model.places.others.length > 1 ? 1 : 3)}>
            {guests.map((vm) => (
              <Guest key={vm.id} vm={vm} model={model} node={node} />
            ))}
          </ul>
          <div className={classes.alerts}>
            {believes === '' ? null : <p className={classes.believes}>{believes}</p>}
            <PeerNews model={model} node={node} />
          </div>
        </div>
        <dl className={classes.layers}>
          <div>
            <dt>{WORDS.dom0}</dt>
            <dd>
              <LiveText read={(state) => percentOf(state, node.id, CPU_COLUMNS.dom0Percent)} />
            </dd>
          </div>
          <div>
            <dt>{WORDS.xen}</dt>
          </div>
          <div>
            <dt>{WORDS.hardware}</dt>
            <dd>
              <LiveText read={(state) => percentOf(state, node.id, CPU_COLUMNS.percent)} />
            </dd>
          </div>
        </dl>
      </div>
    </article>
  );
}

/** What is the matter says more than that it is online. */
function stateWords(state: string, troubles: readonly string[]): string {
  return (state === WORDS.online && troubles.length > 0 ? troubles : [state, ...troubles]).join(' · ');
}

function percentOf(state: AppState, node: number, column: number): string {
  const value = state.frame?.cpu[node * CPU_WIDTH + column];
  return value === undefined || Number.isNaN(value) ? '' : say(WORDS.percent, { value });
}

function stopTrouble({ stopFailures, state }: NodeSummary): string {
  return stopFailures > 0 && state === 'online' ? WORDS.stopBroken : '';
}

function hostState(model: StageModel, node: NodeSummary): string {
  if (node.state === 'draining') {
    if (node.retry !== null) return say(WORDS.stopRepeated, { times: node.retry.attempt });
    const stop = model.history.events.findLast(
      (event) => event.code === 'stop-command' && String(event.slots.node).endsWith(String(node.id + 1)),
    );
    // Beside many dots there is no room for the time; the log has it.
    return stop && model.places.others.length < 2
      ? say(WORDS.drainingSince, { at: stop.atUs })
      : WORDS.draining;
  }
  if (node.state !== 'online') return WORDS[node.state];
  const receives = model.history.migrations.some(
    ({ outcome, to }) => outcome === 'running' && to === node.id,
  );
  return receives ? WORDS.receiving : WORDS.online;
}

interface MoveWord {
  readonly long: string;
  /** where guests stand close together */
  readonly short: string;
}

/** Where a guest that is not in the picture goes, or its place in line; null where it does neither. */
function moveWord(history: History, vm: VmSummary): MoveWord | null {
  const place = history.waiting.indexOf(vm.id) + 1;
  if (place === 1 && history.waiting.length > 1) return { long: WORDS.nextInLine, short: WORDS.nextShort };
  if (place > 1) {
    const short = WORDS.ordinals[place - 1] ?? say(WORDS.ordinal, { place });
    return { long: say(WORDS.inLine, { place }), short };
  }
  const move = history.migrations.findLast((record) => record.vm === vm.id && record.outcome === 'running');
  if (move === undefined) return null;
  return {
    long: say(vm.state === 'paused' ? WORDS.standsStill : WORDS.movesTo, {
      node: nodeName(history, move.to),
    }),
    short: say(WORDS.movesToShort, { n: move.to + 1 }),
  };
}

interface GuestProps {
  readonly vm: VmSummary;
  readonly model: StageModel;
  readonly node: NodeSummary;
}

function Guest({ vm, model, node }: GuestProps) {
  const menu = useMenuArea({ kind: 'vm', vm: vm.id });
  const draining = node.state === 'draining';
  const special = guestWord(model.history, vm, node.id);
  const moves = moveWord(model.history, vm);
  const queued = draining && vm.state === 'running' && lastEvent(model.history, 'stop-announced') !== null;
  const word =
    special?.word ?? moves?.long ?? (queued ? WORDS.follows : vm.state === 'running' ? vm.role : vm.state);
  return (
    <li {...menu}>
      <MenuButton target={{ kind: 'vm', vm: vm.id }} label={say(WORDS.menuOf, { name: vm.name })}>
        {vm.name}
      </MenuButton>{' '}
      <span className={classes.os} data-hurt={special?.hurt ?? false}>
        {special?.hurt
          ? word
          : say(word === '' ? WORDS.guest : WORDS.guestWithRole, { os: vm.os, role: word })}
      </span>
      {moves && !special?.hurt ? <span className={classes.mark}>{moves.short}</span> : null}
    </li>
  );
}
