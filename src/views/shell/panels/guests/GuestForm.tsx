import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Run } from '../../../../protocol/model.ts';
import { readPath } from '../../../../store/paths.ts';
import { useApp } from '../../../../store/store.ts';
import { ParameterControl } from '../../../shared/ParameterControl.tsx';
import { plainText } from '../../../shared/template.ts';
import styles from './Guests.module.css';
import { withField, withoutGuest, withPinged } from './guest-edits.ts';
import { guestFields } from './guest-fields.ts';
import { WORDS } from './words.ts';

/** @param told called with one sentence when it cannot be and nothing was changed, else with null */
export type ChangeRun = (run: Run, told: (problem: string | null) => void) => void;

interface Properties {
  run: Run;
  index: number;
  change: ChangeRun;
  refuse: (problem: string | null) => void;
  /** the guest is gone */
  left: () => void;
}

const NAME = /^[\w.-]{1,12}$/;

/** One guest's numbers. A value that cannot be stays typed, with the reason below it. */
export function GuestForm({ run, index, change, refuse, left }: Properties) {
  const catalogue = useApp((state) => state.catalogue);
  const [problems, setProblems] = useState<Readonly<Record<string, string | null>>>({});
  const guest = run.scenario.guests[index];
  if (!catalogue || guest === undefined) return null;
  const { name } = guest;
  const tell = (path: string, problem: string | null) =>
    setProblems((before) => ({ ...before, [path]: problem }));
  const set = (path: string, value: string | number | boolean) => {
    if (String(readPath(guest, path)) === String(value)) {
      tell(path, null);
      return;
    }
    if (path === 'name' && !NAME.test(String(value))) {
      tell(path, plainText(WORDS.longName, { name: String(value) }));
      return;
    }
    const typed = path === 'node' ? Number(value) : value;
    change(withField(run, index, path, typed), (problem) => tell(path, problem));
  };
  const remove = () => {
    if (run.scenario.guests.length === 1) refuse(plainText(WORDS.onlyOne, { name }));
    else if (run.scenario.pingedVm === name) refuse(plainText(WORDS.pingedStays, { name }));
    else
      change(withoutGuest(run, index), (problem) => {
        refuse(problem);
        if (problem === null) left();
      });
  };
  return (
    <div className={styles.form}>
      {guestFields(catalogue, run.scenario.cluster.nodes, guest).map((parameter) => (
        <ParameterControl
          key={parameter.path}
          parameter={parameter}
          value={readPath(guest, parameter.path)}
          problem={problems[parameter.path] ?? null}
          set={(value) => set(parameter.path, value)}
          refuse={(problem) => tell(parameter.path, problem)}
        />
      ))}
      <div className={styles.buttons}>
        {run.scenario.pingedVm !== name && (
          <Button size="compact-sm" variant="default" onClick={() => change(withPinged(run, name), refuse)}>
            {plainText(WORDS.ping, { name })}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={remove}>
          {plainText(WORDS.remove, { name })}
        </Button>
      </div>
    </div>
  );
}
