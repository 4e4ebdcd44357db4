import { NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ParameterInfo } from '../../../protocol/catalogue.ts';
import type { Scenario } from '../../../protocol/model.ts';
import { readPath } from '../../../store/paths.ts';
import { useApp } from '../../../store/store.ts';
import { factsOf, idleNote, labelOf, numberProblem } from '../../shared/parameter-words.ts';
import styles from './panels.module.css';

interface Properties {
  parameter: ParameterInfo;
  scenario: Scenario;
  all: readonly ParameterInfo[];
}

export function ParameterField({ parameter, scenario, all }: Properties) {
  const setParameter = useApp((state) => state.actions.setParameter);
  const [problem, setProblem] = useState<string | null>(null);
  const value = readPath(scenario, parameter.path);
  if (value === undefined) return null;
  const set = (next: number | string | boolean) => {
    if (next === value) {
      setProblem(null);
      return;
    }
    setParameter(parameter.path, next).then(setProblem, (reason: unknown) => setProblem(String(reason)));
  };
  const changed = value !== parameter.default;
  const idle = idleNote(parameter, all, (path) => readPath(scenario, path));
  return (
    <div className={styles.parameter} data-changed={changed} data-idle={idle !== null}>
      <Control parameter={parameter} value={value} problem={problem} set={set} refuse={setProblem} />
      {idle !== null && <p className={styles.idle}>{idle}</p>}
      <p className={styles.facts}>
        {factsOf(parameter)}
        {changed && (
          <button type="button" className={styles.reset} onClick={() => set(parameter.default)}>
            changed, reset
          </button>
        )}
      </p>
    </div>
  );
}

interface ControlProperties {
  parameter: ParameterInfo;
  value: unknown;
  problem: string | null;
  set: (value: number | string | boolean) => void;
  refuse: (problem: string) => void;
}

function Control({ parameter, value, problem, set, refuse }: ControlProperties) {
  const shared = { label: labelOf(parameter), description: parameter.description, error: problem };
  if (parameter.kind === 'switch') {
    return (
      <Switch {...shared} checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />
    );
  }
  if (parameter.kind === 'choice') {
    return (
      <NativeSelect
        {...shared}
        value={String(value)}
        data={(parameter.choices ?? []).map(({ value: choice, label }) => ({ value: choice, label }))}
        onChange={(event) => set(event.currentTarget.value)}
      />
    );
  }
  if (parameter.kind === 'text') {
    return (
      <TextInput
        {...shared}
        defaultValue={String(value)}
        onBlur={(event) => set(event.currentTarget.value)}
      />
    );
  }
  return (
    <NumberControl parameter={parameter} value={Number(value)} shared={shared} set={set} refuse={refuse} />
  );
}

interface NumberProperties extends Pick<ControlProperties, 'parameter' | 'set' | 'refuse'> {
  value: number;
  shared: { label: string; description: string; error: string | null };
}

/** What is typed stays typed, also when it cannot be; it counts when the field is left or Enter pressed. */
function NumberControl({ parameter, value, shared, set, refuse }: NumberProperties) {
  const [typed, setTyped] = useState<number | string | null>(null);
  const commit = () => {
    if (typed === null) return;
    const next = typed === '' ? Number.NaN : Number(typed);
    const problem = numberProblem(parameter, next);
    if (problem !== null) {
      refuse(problem);
      return;
    }
    setTyped(null);
    set(next);
  };
  return (
    <NumberInput
      {...shared}
      value={typed ?? value}
      step={parameter.step ?? 1}
      clampBehavior="none"
      thousandSeparator=","
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
