import { Select, TextInput } from '@mantine/core';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/ScrollArea.css';
import { quantityOf, settingText, settingWithUnit } from '../../../layout/explore/quantity.ts';
import type { ParameterInfo } from '../../../protocol/catalogue.ts';
import type { Subject } from '../../../protocol/explore/requests.ts';
import { Segments } from '../../shared/Segments.tsx';
import { plainText } from '../../shared/template.ts';
import type { AxisDraft, AxisMode } from './draft.ts';
import { entryUnit } from './entry-unit.ts';
import { matters, settingOf } from './now.ts';
import styles from './panels.module.css';
import { SETUP } from './words.ts';

interface Properties {
  readonly title: string;
  readonly axis: AxisDraft;
  readonly subject: Subject;
  readonly parameters: readonly ParameterInfo[];
  readonly problem: string | null;
  readonly values: readonly number[] | null;
  readonly change: (part: Partial<AxisDraft>) => void;
  /** another number, with values of its own */
  readonly choose: (path: string) => void;
}

/** Which number, and its values. */
export function AxisFields({
  title,
  axis,
  subject,
  parameters,
  problem,
  values,
  change,
  choose,
}: Properties) {
  const info = parameters.find(({ path }) => path === axis.parameter);
  const { unit } = entryUnit(info?.unit ?? '');
  const labelled = (label: string) => (unit === '' ? label : `${label} (${unit})`);
  const field = (name: 'from' | 'to' | 'steps', label: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      value={axis[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={styles.axis}>
      <legend>{title}</legend>
      <div className={styles.fields}>
        <Select
          className={styles.parameter ?? ''}
          label={SETUP.parameter}
          description={aboutText(info, subject)}
          placeholder={SETUP.parameterSearch}
          searchable
          allowDeselect={false}
          maxDropdownHeight={260}
          nothingFoundMessage={SETUP.nothingFound}
          comboboxProps={{ withinPortal: true, transitionProps: { duration: 0 } }}
          value={info?.path ?? null}
          data={grouped(parameters, subject)}
          onChange={(path) => path !== null && choose(path)}
        />
        <div className={styles.mode}>
          <Segments<AxisMode>
            legend={SETUP.mode}
            options={SETUP.modes}
            value={axis.mode}
            onChange={(mode) => change({ mode })}
          />
        </div>
        {axis.mode === 'list' ? (
          <TextInput
            className={styles.parameter ?? ''}
            label={labelled(SETUP.list)}
            value={axis.list}
            onChange={(event) => change({ list: event.currentTarget.value })}
          />
        ) : (
          <>
            {field('from', labelled(SETUP.from))}
            {field('to', labelled(SETUP.to))}
            {field('steps', SETUP.steps)}
          </>
        )}
        {problem !== null ? (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        ) : (
          values !== null && <p className={styles.values}>{valuesText(values, info?.unit ?? '')}</p>
        )}
      </div>
    </fieldset>
  );
}

function aboutText(info: ParameterInfo | undefined, subject: Subject): string {
  if (info === undefined) return '';
  const now = settingOf(subject, info.path);
  if (typeof now !== 'number') return info.description;
  const value = settingWithUnit(now, quantityOf(info.unit, [now]));
  return `${info.description} ${plainText(SETUP.nowIs, { value })}`;
}

function valuesText(values: readonly number[], unit: string): string {
  const quantity = quantityOf(unit, values);
  return values
    .map((value, i) => (i < values.length - 1 ? settingText : settingWithUnit)(value, quantity))
    .join(' · ');
}

/** What has no effect on this run as it stands comes last, and says so. */
function grouped(parameters: readonly ParameterInfo[], subject: Subject) {
  const groups = new Map<string, { value: string; label: string }[]>();
  const idle: { value: string; label: string }[] = [];
  for (const { path, label, group, when } of parameters) {
    if (!matters(subject, when)) {
      idle.push({ value: path, label: plainText(SETUP.inGroup, { label, group }) });
      continue;
    }
    const items = groups.get(group) ?? [];
    items.push({ value: path, label });
    groups.set(group, items);
  }
  return [
    ...[...groups].map(([group, items]) => ({ group, items })),
    ...(idle.length > 0 ? [{ group: SETUP.idle, items: idle }] : []),
  ];
}
