import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useExplore } from '../../../store/explore/store.ts';
import type { ComparedRun } from '../../../store/explore/types.ts';
import { formatNumber } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { SentenceBar } from '../SentenceBar.tsx';
import { type Said, saidText } from '../situation.ts';
import { controlStyles as runStyles } from '../styles.ts';
import { groupsOf, optionOf, type SubjectOption, sameSubject, useSubjects } from '../subjects.ts';
import styles from './CompareView.module.css';
import { CurvesCard } from './CurvesCard.tsx';
import { figurePairs } from './differences.ts';
import { FiguresCard } from './FiguresCard.tsx';
import { comparedSaid, pairProblem } from './situation.ts';
import { WORDS } from './words.ts';

/** Two runs of the same kind over each other. */
export function CompareView() {
  const subjects = useSubjects();
  const compared = useExplore((state) => state.compared);
  const catalogue = useExplore((state) => state.catalogue);
  const { compare, cancelCompare } = useExplore((state) => state.actions);
  const [chosen, choose] = useState<readonly [string | null, string | null]>([null, null]);
  const pair = compared.result;
  const options = useMemo(() => withCompared(subjects, pair), [subjects, pair]);
  const side = (at: 0 | 1): SubjectOption | undefined =>
    options.find(({ key }) => key === chosen[at]) ??
    optionOf(options, pair?.[at]?.subject) ??
    (at === 0 ? options.find(({ key }) => key.startsWith('screen:')) : undefined);
  const [a, b] = [side(0), side(1)];
  const problem = pairProblem(a, b);
  const isShown =
    pair !== null && sameSubject(pair[0].subject, a?.subject) && sameSubject(pair[1].subject, b?.subject);
  const pairs = useMemo(() => {
    const [one, other] = pair ?? [];
    if (!one?.outcome || !other?.outcome || catalogue === null) return [];
    return figurePairs(catalogue.kinds[one.subject.kind].figures, one.outcome, other.outcome);
  }, [pair, catalogue]);
  const said: Said =
    isShown && pair !== null
      ? comparedSaid(pair, pairs)
      : (problem ?? { template: WORDS.ready, slots: { a: a?.name ?? '', b: b?.name ?? '' } });
  const both = pair?.[0].outcome && pair[1].outcome ? ([pair[0], pair[1]] as const) : null;
  return (
    <>
      <SentenceBar label={WORDS.sentence} said={[said]} announced={compared.busy ? '' : saidText([said])}>
        <div className={runStyles.control}>
          {compared.busy ? (
            <>
              <Button variant="default" onClick={cancelCompare}>
                {WORDS.cancel}
              </Button>
              <div className={runStyles.progress}>
                <progress max={1} value={compared.done} aria-label={WORDS.progress} />
                <p className={runStyles.told}>
                  {plainText(WORDS.percent, { percent: formatNumber(Math.floor(100 * compared.done)) })}
                </p>
              </div>
            </>
          ) : (
            <Button
              disabled={problem !== null || isShown}
              onClick={() => a !== undefined && b !== undefined && compare(a, b)}
            >
              {WORDS.compare}
            </Button>
          )}
        </div>
      </SentenceBar>
      <section className={styles.card} aria-label={WORDS.region}>
        <div className={styles.sides}>
          {([0, 1] as const).map((at) => (
            <NativeSelect
              key={at}
              className={styles.side ?? ''}
              label={
                <>
                  {WORDS.runs[at]}
                  <svg className={styles.sample} width="30" height="8" aria-hidden="true">
                    <path d="M0 4H30" strokeDasharray={at === 0 ? undefined : '6 4'} />
                  </svg>
                </>
              }
              value={side(at)?.key ?? ''}
              data={[{ value: '', label: WORDS.choose, disabled: true }, ...groupsOf(options)]}
              onChange={(event) => {
                const key = event.currentTarget.value;
                choose(at === 0 ? [key, chosen[1]] : [chosen[0], key]);
              }}
            />
          ))}
        </div>
        {compared.problem !== null && (
          <p className={styles.problem} role="alert">
            {compared.problem}
          </p>
        )}
        {both === null ? (
          <p className={styles.empty}>{WORDS.askHow}</p>
        ) : (
          <div className={styles.row}>
            <CurvesCard pair={both} />
            <FiguresCard pair={both} pairs={pairs} />
          </div>
        )}
      </section>
    </>
  );
}

/** Runs that came by a link or from the desk stand in the lists, too. */
function withCompared(
  subjects: readonly SubjectOption[],
  pair: readonly [ComparedRun, ComparedRun] | null,
): readonly SubjectOption[] {
  const missing = (pair ?? []).filter(({ subject }) => optionOf(subjects, subject) === undefined);
  return [
    ...missing.map(({ name, subject }, i) => ({
      key: `compared:${i}`,
      group: WORDS.compared,
      label: name,
      name,
      subject,
    })),
    ...subjects,
  ];
}
