import { type ReactNode, useId } from 'react';
import { CPU_COLUMNS, CPU_WIDTH } from '../../../protocol/frame.ts';
import type { NodeSummary, VmSummary } from '../../../protocol/model.ts';
import type { AppState } from '../../../store/types.ts';
import { LiveText } from './LiveText.tsx';
import { lastEvent, type StageModel } from './model.ts';
import classes from './NodeCard.module.css';
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
  const { history, places } = model;
  const allOnline = history.nodes.every((one) => one.state === 'online');
  const focusId = place === 'other' ? -1 : model.focus.id;
  const guests = node.guests
    .map((id) => history.vms.find((vm) => vm.id === id))
    .filter((vm) => vm !== undefined && vm.id !== focusId);
  const receives = model.stage !== 'before' && model.stage !== 'done' && places.right === node.id;
  return (
    <article
      className={classes.card}
      data-node={node.id}
      data-place={place}
      data-state={node.state}
      aria-label={node.name}
      style={{ '--order': order } as React.CSSProperties}
    >
      <header className={classes.header}>
        <h2>{node.name}</h2>
        <span id={stateId} className={classes.state}>
          {hostState(model, node, receives)}
        </span>
        <StopButton node={node} primary={allOnline && place === 'left'} stateId={stateId} />
      </header>
      {refused ? <p className={classes.refused}>{refused}</p> : null}
      <div className={classes.body}>
        {memory}
        <div className={classes.column}>
          {focus}
          <ul className={classes.guests}>
            {guests.map((vm) =>
              vm ? <Guest key={vm.id} vm={vm} model={model} draining={node.state === 'draining'} /> : null,
            )}
          </ul>
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

function percentOf(state: AppState, node: number, column: number): string {
  const value = state.frame?.cpu[node * CPU_WIDTH + column];
  return value === undefined || Number.isNaN(value) ? '' : say(WORDS.percent, { value });
}

function hostState(model: StageModel, node: NodeSummary, receives: boolean): string {
  if (node.state === 'stopped') return WORDS.stopped;
  if (node.state === 'draining') {
    const stop = model.history.events.findLast(
      (event) => event.code === 'stop-command' && String(event.slots.node).endsWith(String(node.id + 1)),
    );
    return stop ? say(WORDS.drainingSince, { at: stop.atUs }) : WORDS.draining;
  }
  return receives ? WORDS.receiving : WORDS.online;
}

interface GuestProps {
  readonly vm: VmSummary;
  readonly model: StageModel;
  readonly draining: boolean;
}

function Guest({ vm, model, draining }: GuestProps) {
  const queued = draining && vm.state === 'running' && lastEvent(model.history, 'stop-announced') !== null;
  const word = queued ? WORDS.follows : vm.state === 'running' ? vm.role : vm.state;
  return (
    <li>
      <b>{vm.name}</b>{' '}
      <span className={classes.os}>
        {say(word === '' ? WORDS.guest : WORDS.guestWithRole, { os: vm.os, role: word })}
      </span>
    </li>
  );
}
