import { ActionIcon, NativeSelect } from '@mantine/core';
import { format } from '../../../protocol/texts.ts';
import { useMigration } from '../../../store/migration/store.ts';
import { page } from '../../../store/page.ts';
import { changeTo, choiceOf, fullStrategyName, strategyChoices } from '../strategy-names.ts';
import styles from './MigrationHeader.module.css';
import { WORDS } from './words.ts';

/** No strategy has such a kind. */
const NONE = '';

/** Whose strategy is which; both see the same VM, link, faults and seed. */
export function Sides() {
  const alone = useMigration((state) => state.lab === null || state.lab.against === null);
  const actions = useMigration((state) => state.actions);
  return (
    <div className={styles.sides}>
      <SideSelect side={0} />
      <ActionIcon
        size={24}
        variant="subtle"
        color="gray"
        aria-label={WORDS.swap}
        title={WORDS.swap}
        disabled={alone || page.refusal('parameters') !== null}
        onClick={() => void actions.swapSides().then(actions.tell)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d="M2 5.5h11m-3-3 3 3-3 3M14 10.5H3m3-3-3 3 3 3"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </ActionIcon>
      <SideSelect side={1} />
    </div>
  );
}

function SideSelect({ side }: { side: 0 | 1 }) {
  const catalogue = useMigration((state) => state.catalogue);
  const strategy = useMigration(({ lab }) => (side === 0 ? lab?.spec.strategy : lab?.against) ?? null);
  const first = useMigration(({ lab }) => lab?.spec.strategy ?? null);
  const actions = useMigration((state) => state.actions);
  const choices = catalogue === null ? [] : strategyChoices(catalogue);
  const choose = (value: string) => {
    const now = strategy ?? first;
    const choice = choices.find((one) => one.value === value);
    if (now === null) return;
    void actions.setStrategy(side, choice ? changeTo(choice, now) : null).then(actions.tell);
  };
  const options = choices.map(({ value, label }) => ({ value, label }));
  return (
    <div className={styles.side}>
      <span className={styles.letter} aria-hidden="true">
        {WORDS.sides[side]}
      </span>
      <NativeSelect
        className={styles.strategy ?? ''}
        size="xs"
        rightSectionWidth={18}
        aria-label={format(WORDS.strategyOf, { side: WORDS.sides[side] })}
        title={strategy !== null && catalogue !== null ? fullStrategyName(strategy, catalogue) : WORDS.none}
        disabled={catalogue === null || first === null || page.refusal('parameters') !== null}
        value={
          strategy !== null && catalogue !== null ? (choiceOf(strategy, catalogue)?.value ?? NONE) : NONE
        }
        data={side === 0 ? options : [{ value: NONE, label: WORDS.none }, ...options]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </div>
  );
}
