import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { Command, CommandKind, History } from '../../../../protocol/model.ts';
import { format } from '../../../../protocol/texts.ts';
import { useApp } from '../../../../store/store.ts';
import { SmallButton } from '../../../shared/SmallButton.tsx';
import styles from './failures.module.css';
import { amountNow } from './offers.ts';
import { FAILURE_WORDS as WORDS } from './words.ts';

/** A harm of more or less: it counts when it is set, and is healed by setting the harmless amount. */
export function AmountField({ kind, history }: { kind: CommandKind; history: History }) {
  const give = useApp((state) => state.actions.give);
  const [typed, setTyped] = useState<number | string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { amount } = kind;
  if (amount === null) return null;
  const now = amountNow(history, kind.kind);
  // The slow LAN is as fast as its link when nobody slows it, whatever that link is.
  const harmed =
    kind.kind === 'slow-data'
      ? history.events.findLast(({ code }) => code === 'slow-data') !== undefined && now < amount.harmless
      : now !== amount.harmless;
  const set = (value: number) => {
    if (!(value >= amount.min && value <= amount.max)) {
      setProblem(
        format(WORDS.badAmount, {
          label: amount.label,
          value: String(typed ?? ''),
          min: amount.min,
          max: amount.max,
        }),
      );
      return;
    }
    setProblem(null);
    setTyped(null);
    give({ kind: kind.kind, [amount.field]: value } as unknown as Command);
  };
  const wanted = typed ?? (harmed ? now : amount.default);
  return (
    <div className={styles.amount}>
      <NumberInput
        className={styles.number ?? ''}
        size="xs"
        label={kind.name}
        description={`${amount.label}, ${amount.unit}`}
        error={problem}
        value={wanted}
        step={amount.max <= 1 ? 0.05 : 1}
        clampBehavior="none"
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === 'Enter') set(typed === '' ? Number.NaN : Number(wanted));
        }}
      />
      <SmallButton
        aria-label={format(WORDS.setName, { name: kind.name })}
        title={kind.description}
        onClick={() => set(typed === '' ? Number.NaN : Number(wanted))}
      >
        {WORDS.set}
      </SmallButton>
      <SmallButton
        aria-label={format(WORDS.healName, { name: kind.name })}
        disabled={!harmed}
        onClick={() => set(amount.harmless)}
      >
        {WORDS.heal}
      </SmallButton>
    </div>
  );
}
