import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { ParameterInfo } from '../../../protocol/catalogue.ts';
import { ParameterControl } from '../../shared/ParameterControl.tsx';
import { factsOf } from '../../shared/parameter-words.ts';
import { NumberSlider, slides } from './NumberSlider.tsx';
import styles from './panels.module.css';
import type { LabDraft } from './use-lab-draft.ts';
import { LAB } from './words.ts';

interface Properties {
  info: ParameterInfo;
  value: number | string | boolean;
  /** name of the field among all of the lab */
  field: string;
  problem: LabDraft['problem'];
  set: (value: number | string | boolean) => void;
}

/** One number, switch or choice of the lab, with what it changes, its range, default and source. */
export function Setting({ info, value, field, problem, set }: Properties) {
  const [refused, refuse] = useState<string | null>(null);
  const changed = value !== info.default;
  const change = (next: number | string | boolean) => {
    refuse(null);
    if (next !== value) set(next);
  };
  const off = info.onValue !== undefined && value === info.min;
  return (
    <div className={styles.setting} data-changed={changed}>
      {info.onValue !== undefined && (
        <Switch
          label={LAB.switchOn[info.path] ?? info.label}
          description={off ? info.description : undefined}
          checked={!off}
          onChange={({ currentTarget }) =>
            change(currentTarget.checked ? Number(info.onValue) : Number(info.min))
          }
        />
      )}
      {!off && (
        <ParameterControl
          parameter={info}
          value={value}
          problem={refused ?? (problem?.field === field ? problem.text : null)}
          set={change}
          refuse={refuse}
          kept="lab"
        />
      )}
      {!off && slides(info) && <NumberSlider info={info} value={Number(value)} set={change} />}
      <p className={styles.facts}>
        {factsOf(info)}
        {changed && (
          <button type="button" className={styles.reset} onClick={() => change(info.default)}>
            {LAB.changed}
          </button>
        )}
      </p>
    </div>
  );
}
