import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { CommandKind, TimedCommand } from '../../../../protocol/model.ts';
import { commandText, format } from '../../../../protocol/texts.ts';
import { activeBranch } from '../../../../store/select.ts';
import { appStore, useApp } from '../../../../store/store.ts';
import { commandLook } from '../../../shared/command-look.ts';
import { SmallButton } from '../../../shared/SmallButton.tsx';
import styles from './failures.module.css';
import { undoOf } from './undo.ts';
import { FAILURE_WORDS as WORDS } from './words.ts';

const NONE: readonly TimedCommand[] = [];

/** What was done to this run so far and what is still to come: each at another moment, or not at all. */
export function GivenCommands({ kinds }: { kinds: readonly CommandKind[] }) {
  const commands = useApp((state) => activeBranch(state)?.run.commands ?? NONE);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.heading}>{WORDS.given}</legend>
      {commands.length === 0 ? (
        <p className={styles.about}>{WORDS.none}</p>
      ) : (
        <>
          <ol className={styles.given}>
            {commands.map((timed, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a command is known by its place in the run
              <Given key={`${index} ${timed.atMs}`} timed={timed} index={index} kinds={kinds} />
            ))}
          </ol>
          <SmallButton onClick={undo}>{WORDS.undo}</SmallButton>
        </>
      )}
    </fieldset>
  );
}

function undo(): void {
  const state = appStore.getState();
  const branch = activeBranch(state);
  const back = branch && undoOf(branch, state.branches);
  if (!back) return;
  if (back.kind === 'open') state.actions.openBranch(back.key);
  else change(back.index, null);
}

function change(index: number, atMs: number | null): void {
  appStore
    .getState()
    .actions.changeCommand(index, atMs)
    .then((problem) => {
      if (problem !== null) appStore.setState({ notice: { kind: 'error', text: problem } });
    })
    .catch(() => {});
}

interface GivenProps {
  timed: TimedCommand;
  index: number;
  kinds: readonly CommandKind[];
}

function Given({ timed: { atMs, command }, index, kinds }: GivenProps) {
  const [typed, setTyped] = useState<number | string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const what = commandText(command, false);
  const { sign, heals, calm } = commandLook(kinds, command);
  const commit = () => {
    if (typed === null) return;
    const seconds = typed === '' ? Number.NaN : Number(typed);
    if (!(seconds >= 0)) {
      setProblem(WORDS.badTime);
      return;
    }
    setProblem(null);
    setTyped(null);
    change(index, Math.round(seconds * 1000));
  };
  return (
    <li>
      <span className={styles.sign} data-heals={heals} data-calm={calm} aria-hidden="true">
        {sign}
      </span>
      <span className={styles.what}>{what}</span>
      <NumberInput
        className={styles.time ?? ''}
        size="xs"
        aria-label={format(WORDS.time, { what })}
        error={problem}
        value={typed ?? atMs / 1000}
        step={0.1}
        suffix=" s"
        clampBehavior="none"
        onChange={setTyped}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
      <SmallButton
        aria-label={format(WORDS.removeName, { what, at: `${atMs / 1000} s` })}
        onClick={() => change(index, null)}
      >
        {WORDS.remove}
      </SmallButton>
    </li>
  );
}
