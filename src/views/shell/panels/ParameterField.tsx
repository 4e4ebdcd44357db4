import { useState } from 'react';
import type { ParameterInfo } from '../../../protocol/catalogue.ts';
import type { Scenario } from '../../../protocol/model.ts';
import { readPath } from '../../../store/paths.ts';
import { useApp } from '../../../store/store.ts';
import { ParameterControl } from '../../shared/ParameterControl.tsx';
import { factsOf, idleNote } from '../../shared/parameter-words.ts';
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
      <ParameterControl parameter={parameter} value={value} problem={problem} set={set} refuse={setProblem} />
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
