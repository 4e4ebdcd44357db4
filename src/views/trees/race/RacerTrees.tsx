/** All trees of the race as they are at the present operation, side by side. */
import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo } from 'react';
import { raceCell } from '../../../layout/trees/race-lines.ts';
import { commonLevels, levelsOf, smallTree } from '../../../layout/trees/race-paths.ts';
import { sameChoice } from '../../../layout/trees/race-styles.ts';
import { NODE_WIDTH } from '../../../protocol/trees/moment.ts';
import type { RacerPicture } from '../../../protocol/trees/requests.ts';
import { startsByItself } from '../../../store/trees/race.ts';
import { treesStore, useTrees } from '../../../store/trees/store.ts';
import { formatCount, formatNumber } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { usePaced } from '../use-paced.ts';
import { LineSample } from './LineSample.tsx';
import styles from './RacerTrees.module.css';
import { operationsDone, type Racer, type RaceView, shownRow } from './use-race.ts';
import { RACE_WORDS } from './words.ts';

/** Room for height and cost on one line. */
const WIDE_PX = 88;

export function RacerTrees({ race }: { race: RaceView }) {
  const racers = useTrees((state) => state.racers);
  const done = usePaced(operationsDone);
  const follows = useTrees((state) => !state.playing || startsByItself(state));
  const labKey = useTrees((state) => state.lab?.labKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another lab has other trees at the same operation
  useEffect(() => {
    if (follows) treesStore.getState().actions.showRacers(done);
  }, [done, follows, labKey]);

  const pictures = racers?.pictures ?? [];
  const levels = useMemo(() => commonLevels(pictures.map(({ nodes }) => levelsOf(nodes))), [pictures]);
  if (racers === null || racers.operation > race.until)
    return <p className={styles.loading}>{RACE_WORDS.loading}</p>;
  return (
    <figure className={styles.trees}>
      <figcaption className={styles.caption}>
        <span>{plainText(RACE_WORDS.trees, { operations: formatCount(racers.operation) })}</span>
        <span className={styles.more}>{RACE_WORDS.treesMore}</span>
        <span className={styles.key}>
          <span className={styles.hotDot} />
          {race.hotKeys.length === 1
            ? RACE_WORDS.hotKey
            : plainText(RACE_WORDS.hotKeys, { count: String(race.hotKeys.length) })}
        </span>
      </figcaption>
      <ul className={styles.row}>
        {race.racers.map((racer, i) => {
          const picture = pictures[i];
          if (picture === undefined || !sameChoice(picture.choice, racer.line.choice)) return null;
          return (
            <li key={racer.name.short} className={styles.cell}>
              <Small
                racer={racer}
                picture={picture}
                levels={levels[i] ?? 1}
                hotKeys={race.hotKeys}
                operations={racers.operation}
              />
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

interface SmallProperties {
  racer: Racer;
  picture: RacerPicture;
  levels: number;
  hotKeys: readonly number[];
  operations: number;
}

function Small({ racer, picture, levels, hotKeys, operations }: SmallProperties) {
  const { name, style, staged, line } = racer;
  const { nodes, size, height, whole, problem, choice } = picture;
  const { ref, width, height: room } = useElementSize();
  const paths = useMemo(
    () => smallTree(nodes, { size, levels, width: width || 110, height: room || 90 }, new Set(hotKeys)),
    [nodes, size, levels, width, room, hotKeys],
  );
  const mean = raceCell(line, shownRow(racer, operations), 'visited');
  const visited = Number.isNaN(mean) ? '' : formatNumber(mean, mean < 10 ? 2 : 1);
  const wide = width === 0 || width >= WIDE_PX;
  const label = plainText(RACE_WORDS.treeLabel, {
    name: name.full,
    size: formatCount(size),
    height: formatCount(height),
    hot: String(paths.hotShown),
    hotKeys: String(hotKeys.length),
  });
  return (
    <>
      <button
        type="button"
        className={staged ? styles.staged : styles.name}
        aria-label={plainText(RACE_WORDS.toStage, { name: name.full })}
        disabled={staged}
        onClick={() => void treesStore.getState().actions.changeLab({ tree: choice })}
      >
        <LineSample style={style} strong={staged} />
        <span className={styles.text}>{name.short}</span>
      </button>
      {problem !== null ? (
        <p className={styles.problem}>{problem}</p>
      ) : (
        <>
          <div className={styles.picture} ref={ref}>
            <svg className={styles.svg} role="img" aria-label={label}>
              <path className={styles.edges} d={paths.edges} />
              <path className={size > 120 ? styles.manyDots : styles.dots} d={paths.dots} />
              <path className={styles.hot} d={paths.hot} />
            </svg>
          </div>
          <span className={styles.numbers}>
            <span>{plainText(RACE_WORDS.treeNow, { height: formatCount(height) })}</span>
            {wide && <span>{visited}</span>}
          </span>
          {!whole && (
            <span className={styles.numbers}>
              {plainText(wide ? RACE_WORDS.top : RACE_WORDS.topShort, {
                shown: formatCount(nodes.length / NODE_WIDTH),
              })}
            </span>
          )}
        </>
      )}
    </>
  );
}
