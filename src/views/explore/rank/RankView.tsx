import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ranked } from '../../../layout/explore/ranking.ts';
import type { ParameterInfo } from '../../../protocol/catalogue.ts';
import type { FigureInfo, RankRow, Subject } from '../../../protocol/explore/requests.ts';
import { exploreStore, useExplore } from '../../../store/explore/store.ts';
import { formatCount } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { SentenceBar } from '../SentenceBar.tsx';
import { inSentence, saidText } from '../situation.ts';
import { controlStyles as runStyles } from '../styles.ts';
import { groupsOf, optionOf, WORDS as SUBJECTS, type SubjectOption, useSubjects } from '../subjects.ts';
import { useHeld } from '../use-held.ts';
import styles from './RankView.module.css';
import { rankSaid } from './situation.ts';
import { sweepOf } from './sweep-of.ts';
import { Tornado } from './Tornado.tsx';
import { WORDS } from './words.ts';

const SEEDS = [1, 2, 3, 5, 9];
const SLOW_MS = 1000;

/** Which parameters of a run move a figure most. */
export function RankView() {
  const subjects = useSubjects();
  const rankOf = useExplore((state) => state.rankOf);
  const ranking = useExplore((state) => state.ranking);
  const rankBy = useExplore((state) => state.rankBy);
  const catalogue = useExplore((state) => state.catalogue);
  const { rank, cancelRank, setRankBy } = useExplore((state) => state.actions);
  const [chosen, choose] = useState<string | null>(null);
  const [seeds, setSeeds] = useState(3);
  const options = useMemo(() => withRanked(subjects, rankOf), [subjects, rankOf]);
  const before = optionOf(options, rankOf);
  const option = options.find(({ key }) => key === chosen) ?? before ?? options[0];
  const result = ranking.result;
  // Another run may be chosen while the old ranking stands there; its figures stay those of its own kind.
  const kind = result?.subject.kind ?? option?.subject.kind ?? 'migration';
  const figures = catalogue?.kinds[kind].figures ?? [];
  const figure = figures.find(({ name }) => name === rankBy) ?? figures[0];
  const parameters = catalogue?.kinds[kind].parameters;
  const all = useMemo(
    () =>
      result === null || figure === undefined ? [] : ranked(named(result.rows, parameters), figure.name),
    [result, figure, parameters],
  );
  // Rows that change their places eight times a second cannot be read.
  const moved = useHeld(all, figure, ranking.busy ? SLOW_MS : 0);
  const said =
    figure === undefined || option === undefined
      ? []
      : result === null && !ranking.busy
        ? [{ template: WORDS.ask, slots: { name: option.label, figure: inSentence(figure.label) } }]
        : rankSaid(moved, figure);
  return (
    <>
      <SentenceBar label={WORDS.sentence} said={said} announced={ranking.busy ? '' : saidText(said)}>
        <div className={runStyles.control}>
          {ranking.busy ? (
            <>
              <Button variant="default" onClick={cancelRank}>
                {WORDS.cancel}
              </Button>
              <Progress />
            </>
          ) : (
            <Button
              disabled={option === undefined}
              onClick={() => option !== undefined && rank(option.subject, seeds)}
            >
              {WORDS.start}
            </Button>
          )}
        </div>
      </SentenceBar>
      <section className={styles.card} aria-label={WORDS.region}>
        <Tools
          options={options}
          option={option}
          choose={choose}
          figures={figures}
          figure={figure}
          setFigure={setRankBy}
          seeds={seeds}
          setSeeds={setSeeds}
        />
        {ranking.problem !== null && (
          <p className={styles.problem} role="alert">
            {ranking.problem}
          </p>
        )}
        {result === null || figure === undefined || moved.length === 0 ? (
          <p className={styles.empty}>{WORDS.empty}</p>
        ) : (
          <Tornado
            moved={moved}
            figure={figure}
            name={optionOf(options, result.subject)?.name ?? ''}
            open={(row) => void openSweep(row, figure.name)}
          />
        )}
      </section>
    </>
  );
}

/** A run that came by a link stands in the list, too. */
function withRanked(subjects: readonly SubjectOption[], subject: Subject | null): readonly SubjectOption[] {
  if (subject === null || optionOf(subjects, subject) !== undefined) return subjects;
  const name = WORDS.ranked;
  const label = `${SUBJECTS.kinds[subject.kind]} · ${name}`;
  return [{ key: 'ranked', group: SUBJECTS.sweep, label, name, subject }, ...subjects];
}

/** A parameter that could not be varied knows its path alone; its label and unit are in the catalogue. */
function named(rows: readonly RankRow[], parameters: readonly ParameterInfo[] | undefined): RankRow[] {
  return rows.map((row) => {
    const info = parameters?.find(({ path }) => path === row.parameter);
    if (info === undefined || row.label !== row.parameter) return row;
    const problem = row.problem?.replaceAll(`"${row.parameter}"`, `“${info.label}”`) ?? null;
    return { ...row, label: info.label, unit: info.unit, problem };
  });
}

async function openSweep(row: RankRow, figure: string): Promise<void> {
  const { ranking, actions } = exploreStore.getState();
  if (ranking.result === null) return;
  const { subject, seeds } = ranking.result;
  const problem = await actions.openSweep(sweepOf(row, subject, seeds, figure));
  if (problem === null) actions.start();
  else exploreStore.setState({ notice: { kind: 'error', text: problem } });
}

interface ToolsProperties {
  options: readonly SubjectOption[];
  option: SubjectOption | undefined;
  choose: (key: string) => void;
  figures: readonly FigureInfo[];
  figure: FigureInfo | undefined;
  setFigure: (name: string) => void;
  seeds: number;
  setSeeds: (seeds: number) => void;
}

function Tools(properties: ToolsProperties) {
  const { options, option, choose, figures, figure, setFigure, seeds, setSeeds } = properties;
  return (
    <div className={styles.tools}>
      <NativeSelect
        className={styles.subject ?? ''}
        size="xs"
        label={WORDS.subject}
        value={option?.key ?? ''}
        data={groupsOf(options)}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={WORDS.figure}
        value={figure?.name ?? ''}
        data={figures.map(({ name, label }) => ({ value: name, label }))}
        onChange={(event) => setFigure(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={WORDS.seeds}
        value={String(seeds)}
        data={SEEDS.map(String)}
        onChange={(event) => setSeeds(Number(event.currentTarget.value))}
      />
      <p className={styles.about}>{figure?.description}</p>
    </div>
  );
}

function Progress() {
  const done = useExplore((state) => state.ranking.done);
  const rows = useExplore((state) => state.ranking.result?.rows.length ?? 0);
  const all = done > 0 ? Math.round(rows / done) : null;
  return (
    <div className={runStyles.progress}>
      <progress max={1} value={done} aria-label={WORDS.progress} />
      <p className={runStyles.told}>
        {plainText(all === null ? WORDS.countedAlone : WORDS.counted, {
          rows: formatCount(rows),
          all: formatCount(all ?? 0),
        })}
      </p>
    </div>
  );
}
