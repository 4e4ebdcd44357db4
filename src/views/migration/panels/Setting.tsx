import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { ParameterInfo } from '../../../base/parameter.ts';
import { format } from '../../../protocol/texts.ts';
import { migrationStore } from '../../../store/migration/store.ts';
import { ParameterControl } from '../../shared/ParameterControl.tsx';
import { factsOf } from '../../shared/parameter-words.ts';
import styles from './panels.module.css';
import {
  canBeOff,
  fromShown,
  onValue,
  shownInfo,
  toShown,
  type Value,
  valueAt,
  withValue,
} from './spec-fields.ts';
import type { MoveDraft } from './use-move-draft.ts';
import { SETUP } from './words.ts';

interface Properties {
  info: ParameterInfo;
  /** where in the lab it stands */
  path: string;
  draft: MoveDraft;
}

/** One number, switch or choice of the migration, with what it changes, its range, default and source. */
export function Setting({ info, path, draft }: Properties) {
  const [refused, refuse] = useState<string | null>(null);
  const { shown: lab, problem } = draft;
  const value = lab === null ? undefined : valueAt(lab, path);
  if (lab === null || value === undefined) return null;
  const optional = canBeOff(info);
  // A number that may be left out and has a default stands at it.
  const filled = value === null && !optional ? info.default : value;
  const preset: Value = optional ? null : info.default;
  const change = (next: Value) => {
    refuse(null);
    if (next !== value) draft.change(path, withValue(lab, path, next));
  };
  const turn = (on: boolean) => change(on ? onValue(info, lab, migrationStore.getState().atMs) : null);
  const changed = filled !== preset;
  const off = optional && value === null;
  const shown = shownInfo(info);
  return (
    <div className={styles.setting} data-changed={changed}>
      {optional && (
        <Switch
          label={SETUP.switchOn[info.path] ?? info.label}
          aria-label={SETUP.switchOn[info.path] ?? info.label}
          description={off ? info.description : undefined}
          error={off && problem?.field === path ? problem.text : null}
          checked={!off}
          onChange={({ currentTarget }) => turn(currentTarget.checked)}
        />
      )}
      {!off && (
        <ParameterControl
          parameter={shown}
          value={toShown(info, filled)}
          problem={refused ?? (problem?.field === path ? problem.text : null)}
          set={(next) => change(fromShown(info, next))}
          refuse={refuse}
        />
      )}
      <p className={styles.facts}>
        {off ? format(SETUP.off, { default: String(info.default) }) : factsOf(shown)}
        {changed && (
          <button type="button" className={styles.reset} onClick={() => change(preset)}>
            {SETUP.changed}
          </button>
        )}
      </p>
    </div>
  );
}
