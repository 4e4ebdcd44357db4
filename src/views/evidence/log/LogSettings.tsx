/** What the simulation was set to, where each value comes from, and a control to set it by hand. */

import { useId, useRef, useState } from 'react';
import type { ParameterInfo } from '../../../protocol/catalogue.ts';
import type { InferredSetting, MigrationCatalogue } from '../../../protocol/migration/requests.ts';
import { evidenceStore, useEvidence } from '../../../store/evidence/store.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { plainText } from '../../shared/template.ts';
import { table } from '../styles.ts';
import styles from './LogSettings.module.css';
import { choicesAt } from './setting-choices.ts';
import { WORDS } from './words.ts';

const MEGA = 1e6;

export function LogSettings({ settings }: { settings: readonly InferredSetting[] }) {
  const head = WORDS.settingHead;
  const id = useId();
  const catalogue = useEvidence((state) => state.catalogue);
  if (settings.length === 0) return null;
  return (
    <ScrollBox label={WORDS.settings} className={table.scroll}>
      <table className={table.table} aria-labelledby={id}>
        <caption id={id}>
          {WORDS.settings} <span className={styles.note}>{WORDS.settingsNote}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={table.text}>
              {head.label}
            </th>
            <th scope="col" className={table.text}>
              {head.value}
            </th>
            <th scope="col" className={table.text}>
              {head.from}
            </th>
          </tr>
        </thead>
        <tbody>
          {settings.map((setting) => (
            <Row key={setting.path} setting={readable(setting)} catalogue={catalogue} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** How many of what the simulation counts one of what is shown is. */
type Shown = InferredSetting & { readonly times: number };

/** Bytes a second are too many digits to be read. */
function readable(setting: InferredSetting): Shown {
  const { unit, value } = setting;
  if (unit !== 'B/s' || typeof value !== 'number') return { ...setting, times: 1 };
  return { ...setting, unit: WORDS.megabytes, value: value / MEGA, times: MEGA };
}

interface RowProperties {
  setting: Shown;
  catalogue: MigrationCatalogue | null;
}

function Row({ setting, catalogue }: RowProperties) {
  const id = useId();
  return (
    <tr>
      <th scope="row">
        <label htmlFor={id}>{setting.label}</label>
      </th>
      <td className={table.text}>
        <span className={styles.value}>
          <Control id={id} setting={setting} choices={choicesAt(catalogue, setting.path)} />
          <span className={styles.unit}>{setting.unit}</span>
        </span>
      </td>
      <td className={`${table.text} ${table.wrap} ${styles.from}`}>{setting.from}</td>
    </tr>
  );
}

interface ControlProperties {
  id: string;
  setting: Shown;
  choices: NonNullable<ParameterInfo['choices']>;
}

function Control({ id, setting: { path, label, value, times }, choices }: ControlProperties) {
  const { setLogParameter } = evidenceStore.getState().actions;
  if (typeof value === 'boolean') {
    return (
      <input
        id={id}
        type="checkbox"
        checked={value}
        onChange={({ currentTarget }) => setLogParameter(path, currentTarget.checked)}
      />
    );
  }
  if (choices.length > 0) {
    return (
      <select
        id={id}
        className={styles.field}
        value={String(value)}
        onChange={({ currentTarget }) => setLogParameter(path, currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  return <Field id={id} path={path} label={label} value={value} times={times} />;
}

interface FieldProperties {
  id: string;
  path: string;
  label: string;
  value: number | string;
  times: number;
}

/**
 * What is typed counts when the field is left or Enter is pressed. It stays as typed until the simulation runs with it,
 * and where it cannot be it stays to be mended; the same thing is not tried twice.
 */
function Field({ id, path, label, value, times }: FieldProperties) {
  const { setLogParameter, tell } = evidenceStore.getState().actions;
  const [typed, setTyped] = useState<string | null>(null);
  const [shown, setShown] = useState(value);
  const tried = useRef<string | null>(null);
  if (shown !== value) {
    setShown(value);
    setTyped(null);
  }
  const commit = () => {
    const text = (typed ?? '').trim();
    if (typed === null || text === String(value) || text === tried.current) return;
    tried.current = text;
    if (typeof value === 'string') {
      setLogParameter(path, text);
      return;
    }
    const number = Number(text.replaceAll(',', ''));
    if (text === '' || !Number.isFinite(number))
      tell(plainText(WORDS.notNumber, { label, value: text === '' ? WORDS.nothing : text }));
    else setLogParameter(path, number * times);
  };
  return (
    <input
      id={id}
      className={styles.field}
      inputMode={typeof value === 'number' ? 'decimal' : 'text'}
      value={typed ?? String(value)}
      onChange={({ currentTarget }) => {
        tried.current = null;
        setTyped(currentTarget.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
