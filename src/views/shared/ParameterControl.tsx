import { NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ParameterInfo } from '../../protocol/catalogue.ts';
import { labelOf, numberProblem } from './parameter-words.ts';

interface ControlProperties {
  parameter: ParameterInfo;
  value: unknown;
  problem: string | null;
  set: (value: number | string | boolean) => void;
  refuse: (problem: string) => void;
  /** what stays as it is when a value is refused */
  kept?: 'run' | 'lab';
}

/** The control a parameter's kind asks for. What cannot be is refused with one sentence and stays typed. */
export function ParameterControl({
  parameter,
  value,
  problem,
  set,
  refuse,
  kept = 'run',
}: ControlProperties) {
  const shared = { label: labelOf(parameter), description: parameter.description, error: problem };
  if (parameter.kind === 'switch') {
    return (
      <Switch
        {...shared}
        aria-label={shared.label}
        checked={value === true}
        onChange={(event) => set(event.currentTarget.checked)}
      />
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
    <NumberControl
      parameter={parameter}
      value={Number(value)}
      shared={shared}
      set={set}
      refuse={refuse}
      kept={kept}
    />
  );
}

interface NumberProperties extends Pick<ControlProperties, 'parameter' | 'set' | 'refuse'> {
  value: number;
  shared: { label: string; description: string; error: string | null };
  kept: 'run' | 'lab';
}

/** What is typed stays typed, also when it cannot be; it counts when the field is left or Enter pressed. */
function NumberControl({ parameter, value, shared, set, refuse, kept }: NumberProperties) {
  const [typed, setTyped] = useState<number | string | null>(null);
  const commit = () => {
    if (typed === null) return;
    const next = typed === '' ? Number.NaN : Number(typed);
    const problem = numberProblem(parameter, next, kept);
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
