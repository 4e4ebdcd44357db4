import { Button } from '@mantine/core';
import { useState } from 'react';
import { activeBranch } from '../../../../store/select.ts';
import { appStore, useApp } from '../../../../store/store.ts';
import { formatMiB, formatNumber } from '../../../shared/format.ts';
import { plainText } from '../../../shared/template.ts';
import { type ChangeRun, GuestForm } from './GuestForm.tsx';
import styles from './Guests.module.css';
import { MAX_GUESTS, roomOf, withGuest } from './guest-edits.ts';
import { WORDS } from './words.ts';

/** The guests of the viewer's own cluster: one more, one less, each with its own numbers. */
export function Guests() {
  const run = useApp((state) => activeBranch(state)?.run ?? null);
  const [open, setOpen] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (run === null) return null;
  const { guests, pingedVm } = run.scenario;
  /** What cannot be is told to whoever asked; the run stays as it is then. */
  const change: ChangeRun = (next, told) => {
    setProblem(null);
    appStore
      .getState()
      .actions.changeRun(next)
      .then(told, (reason: unknown) => told(String(reason)));
  };
  const max = String(MAX_GUESTS);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.heading}>{WORDS.heading}</legend>
      <p className={styles.about}>{plainText(WORDS.about, { max })}</p>
      <p className={styles.about}>
        {WORDS.rooms}{' '}
        {roomOf(run).map(({ node, usedMiB, roomMiB }) => (
          <span key={node} className={styles.room}>
            {plainText(WORDS.room, {
              node: String(node),
              used: formatNumber(usedMiB, 0),
              room: formatMiB(roomMiB),
            })}
          </span>
        ))}
      </p>
      <ul className={styles.guests}>
        {guests.map((guest, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a guest is its place; its name can be changed
          <li key={i}>
            <button
              type="button"
              className={styles.guest}
              aria-expanded={open === i}
              onClick={() => {
                setProblem(null);
                setOpen(open === i ? null : i);
              }}
            >
              <strong>{guest.name}</strong>{' '}
              <span>
                {[
                  plainText(WORDS.line, { node: String(guest.node), memory: formatMiB(guest.memoryMiB) }),
                  ...(guest.requestsPerSecond > 0
                    ? [plainText(WORDS.serves, { count: formatNumber(guest.requestsPerSecond, 0) })]
                    : []),
                  ...(guest.name === pingedVm ? [WORDS.pinged] : []),
                ].join(' · ')}
              </span>
            </button>
            {open === i && (
              <GuestForm run={run} index={i} change={change} refuse={setProblem} left={() => setOpen(null)} />
            )}
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <Button
        size="compact-sm"
        variant="default"
        disabled={guests.length >= MAX_GUESTS}
        onClick={() => {
          change(withGuest(run), (sentence) => {
            setProblem(sentence);
            if (sentence === null) setOpen(guests.length);
          });
        }}
      >
        {guests.length >= MAX_GUESTS
          ? plainText(WORDS.full, { max })
          : plainText(WORDS.add, { last: guests.at(-1)?.name ?? '' })}
      </Button>
    </fieldset>
  );
}
