import { useId, useState } from 'react';
import { formatCount } from '../../../base/format.ts';
import { format } from '../../../protocol/texts.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { usePaced } from '../use-paced.ts';
import styles from './JumpField.module.css';
import { WORDS } from './words.ts';

/** "operation 6,120 of 100,000"; another number goes there. Numbers of operations are from 1 for people. */
export function JumpField({ closed }: { closed: boolean }) {
  const problemId = useId();
  const present = usePaced(({ moment }) => (moment?.operation ?? 0) + 1);
  const count = useTrees(({ moment }) => moment?.operations ?? 0);
  const goTo = useTrees((state) => state.actions.goTo);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const forget = () => {
    setTyped(null);
    setProblem(null);
  };
  const commit = () => {
    if (typed === null) return;
    const text = typed.replaceAll(/[\s,_’']/g, '');
    const number = Number(text);
    if (!/^\d+$/.test(text)) setProblem(format(WORDS.notNumber, { count }));
    else if (number < 1 || number > count) setProblem(format(WORDS.outside, { count, given: typed }));
    else {
      forget();
      goTo({ operation: number - 1, step: 0 });
    }
  };
  if (count === 0) return <span className={styles.field}>{WORDS.none}</span>;
  return (
    <div className={styles.field}>
      <span>{WORDS.operation}</span>
      <input
        className={styles.number}
        style={{ width: `${formatCount(count).length + 2}ch` }}
        inputMode="numeric"
        autoComplete="off"
        aria-label={WORDS.jump}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        disabled={closed}
        value={typed ?? formatCount(present)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => (problem === null ? commit() : forget())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') forget();
        }}
      />
      <span>{format(WORDS.of, { count })}</span>
      <span role="alert" id={problemId} className={styles.problem}>
        {problem}
      </span>
    </div>
  );
}
