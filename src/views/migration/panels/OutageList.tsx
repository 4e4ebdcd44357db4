import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { MoveLab } from '../../../protocol/migration/model.ts';
import { format } from '../../../protocol/texts.ts';
import { migrationStore } from '../../../store/migration/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './panels.module.css';
import type { SectionParts } from './section-parts.ts';
import { SETUP } from './words.ts';

type Outage = MoveLab['spec']['link']['outages'][number];

const FIELD = 'spec.link.outages';
const NEW_MS = 1000;

/** Breaks of the link, in order of time, each with its beginning and length. */
export function OutageList({ lab, draft }: Pick<SectionParts, 'lab' | 'draft'>) {
  const [refused, refuse] = useState<string | null>(null);
  const { outages } = lab.spec.link;
  const change = (next: readonly Outage[]) => {
    refuse(null);
    const sorted = [...next].sort((a, b) => a.fromMs - b.fromMs);
    draft.change(FIELD, { ...lab, spec: { ...lab.spec, link: { ...lab.spec.link, outages: sorted } } });
  };
  const put = (index: number, fromMs: number, lengthMs: number) => {
    if (!(fromMs >= 0 && lengthMs > 0)) {
      refuse(SETUP.outageNumber);
      return;
    }
    const toMs = toMicros(fromMs + lengthMs);
    change(outages.map((outage, i) => (i === index ? { fromMs, toMs } : outage)));
  };
  const add = () => {
    const after = Math.max(migrationStore.getState().atMs, ...outages.map(({ toMs }) => toMs));
    const fromMs = toMicros(after);
    change([...outages, { fromMs, toMs: fromMs + NEW_MS }]);
  };
  return (
    <div>
      <p className={styles.name}>{SETUP.outages}</p>
      {outages.length === 0 && <p className={styles.about}>{SETUP.noOutage}</p>}
      <ul className={styles.outages}>
        {outages.map(({ fromMs, toMs }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an outage is told from another by its place alone
          <li key={i}>
            <Moment
              number={i + 1}
              part={SETUP.outageFrom}
              value={fromMs}
              set={(ms) => put(i, ms, toMs - fromMs)}
            />
            <Moment
              number={i + 1}
              part={SETUP.outageFor}
              value={toMicros(toMs - fromMs)}
              set={(ms) => put(i, fromMs, ms)}
            />
            <SmallButton
              aria-label={format(SETUP.removeOutageName, { number: i + 1 })}
              onClick={() => change(outages.filter((_outage, other) => other !== i))}
            >
              {SETUP.removeOutage}
            </SmallButton>
          </li>
        ))}
      </ul>
      <p role="alert" className={styles.problem}>
        {refused ?? (draft.problem?.field === FIELD ? draft.problem.text : '')}
      </p>
      <SmallButton onClick={add}>{SETUP.addOutage}</SmallButton>
    </div>
  );
}

interface MomentProperties {
  number: number;
  part: string;
  value: number;
  set: (ms: number) => void;
}

/** It counts when the field is left or Enter pressed. */
function Moment({ number, part, value, set }: MomentProperties) {
  const [typed, setTyped] = useState<number | string | null>(null);
  const commit = () => {
    if (typed === null) return;
    setTyped(null);
    const next = typed === '' ? Number.NaN : Number(typed);
    if (next !== value) set(next);
  };
  return (
    <NumberInput
      label={part}
      aria-label={format(SETUP.outageName, { number, part })}
      value={typed ?? value}
      step={100}
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

/** Digits below a microsecond are no information. */
function toMicros(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
