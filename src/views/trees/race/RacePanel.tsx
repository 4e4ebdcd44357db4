/** The race: the same operations for several trees, as curves and numbers, or as the trees themselves at this moment. */
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { treesStore, useTrees } from '../../../store/trees/store.ts';
import { formatCount } from '../../shared/format.ts';
import { Segments } from '../../shared/Segments.tsx';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import { Contestants } from './Contestants.tsx';
import { CostChart } from './CostChart.tsx';
import { chartBox } from './chart-box.ts';
import { countOfTrees } from './names.ts';
import { RaceChart } from './RaceChart.tsx';
import { RaceLegend } from './RaceLegend.tsx';
import styles from './RacePanel.module.css';
import { RacerTrees } from './RacerTrees.tsx';
import { RaceSlider } from './RaceSlider.tsx';
import { type RaceView, useRace } from './use-race.ts';
import { CHARTS, type Chart, RACE_WORDS } from './words.ts';

type Side = 'numbers' | 'trees';
const SIDES: readonly Side[] = ['numbers', 'trees'];
const SIZE_WITHOUT_LAYOUT = { width: 420, height: 150 };

export function RacePanel() {
  const race = useRace();
  const [chart, setChart] = useState<Chart>('visited');
  const [side, setSide] = useState<Side>('numbers');
  const [looked, setLooked] = useState<number | null>(null);
  const count = useTrees((state) => state.contestants.length);
  const hasRows = race?.racers.some(({ line }) => line.rows > 1 || line.problem !== null) ?? false;
  return (
    <section className={styles.panel} aria-label={RACE_WORDS.region}>
      <header className={styles.header}>
        <h2 className={styles.title}>
          <span className={styles.long}>{plainText(RACE_WORDS.title, { count: countOfTrees(count) })}</span>
          <span className={styles.short}>{RACE_WORDS.shortTitle}</span>
        </h2>
        <select
          className={styles.select}
          aria-label={RACE_WORDS.chart}
          value={chart}
          onChange={({ currentTarget }) => setChart(currentTarget.value as Chart)}
        >
          {CHARTS.map((name) => (
            <option key={name} value={name}>
              {RACE_WORDS.charts[name]}
            </option>
          ))}
        </select>
        <Progress />
        <span className={styles.space} />
        <Segments
          legend={RACE_WORDS.side}
          options={SIDES.map((name) => ({ value: name, label: RACE_WORDS.sides[name] }))}
          value={side}
          onChange={setSide}
        />
        <span className={styles.choices} data-no-picture>
          <Contestants />
          <button
            type="button"
            className={styles.button}
            onClick={() => treesStore.getState().actions.openPanel('figures')}
          >
            {RACE_WORDS.figures}
          </button>
        </span>
      </header>
      {race !== null && hasRows ? (
        <div className={styles.body}>
          <Picture
            race={race}
            chart={chart}
            looked={looked}
            follows={side === 'trees'}
            onLook={setLooked}
            onGo={() => setSide('trees')}
          />
          <div className={styles.side} tabIndex={side === 'numbers' ? 0 : -1}>
            {side === 'numbers' ? (
              <RaceLegend race={race} chart={chart} at={looked} />
            ) : (
              <RacerTrees race={race} />
            )}
          </div>
        </div>
      ) : (
        <Offer />
      )}
    </section>
  );
}

interface PictureProperties {
  race: RaceView;
  chart: Chart;
  looked: number | null;
  /** the trees beside it are those at the stage's moment */
  follows: boolean;
  onLook: (at: number | null) => void;
  onGo: () => void;
}

function Picture({ race, chart, looked, follows, onLook, onGo }: PictureProperties) {
  const { ref, width, height } = useElementSize();
  const size = { width: width || SIZE_WITHOUT_LAYOUT.width, height: height || SIZE_WITHOUT_LAYOUT.height };
  const box = chartBox(size.width, size.height);
  const label = plainText(RACE_WORDS.picture[chart], { operations: formatCount(race.operations) });
  // Against rotations there is no axis of operations: a thin one below stands in.
  const axis = chart === 'rotations' ? { ...box, top: size.height - 14, bottom: size.height } : box;
  const room = chart === 'rotations' ? chartBox(size.width, size.height - 16) : box;
  return (
    <div className={styles.picture} ref={ref} data-chart={chart}>
      <svg className={styles.svg} role="img" aria-label={label}>
        {chart === 'rotations' ? (
          <CostChart race={race} box={room} looked={looked} follows={follows} />
        ) : (
          <RaceChart race={race} chart={chart} box={box} />
        )}
        {chart === 'rotations' && (
          <path className={styles.track} d={`M${axis.left} ${axis.top + 7}H${axis.right}`} />
        )}
      </svg>
      {race.operations > 0 && (
        <RaceSlider
          knob={chart === 'rotations'}
          operations={race.operations}
          box={axis}
          onLook={onLook}
          onGo={onGo}
        />
      )}
    </div>
  );
}

function Progress() {
  const busy = useTrees((state) => state.race.busy);
  const percent = useTrees((state) => Math.floor(100 * state.race.done));
  const partial = useTrees(({ race }) => !race.busy && race.result !== null && race.done < 1);
  const problem = useTrees((state) => state.race.problem);
  const { startRace, cancelRace } = treesStore.getState().actions;
  if (problem !== null) {
    return (
      <p className={styles.problem} role="alert">
        {problem}
      </p>
    );
  }
  if (partial) return <SmallButton onClick={startRace}>{RACE_WORDS.again}</SmallButton>;
  if (!busy) return null;
  return (
    <span className={styles.progress}>
      <SmallButton onClick={cancelRace}>{RACE_WORDS.cancel}</SmallButton>
      <progress max={100} value={percent} aria-label={RACE_WORDS.runningLabel} />
      <span className={styles.percent}>{plainText(RACE_WORDS.running, { percent: String(percent) })}</span>
    </span>
  );
}

/** Nothing is there yet: why, and what to do. */
function Offer() {
  const operations = useTrees((state) => state.lab?.operations ?? 0);
  const count = useTrees((state) => state.contestants.length);
  const busy = useTrees((state) => state.race.busy || state.lab === null);
  const text =
    operations === 0 && !busy
      ? RACE_WORDS.empty
      : count === 0
        ? RACE_WORDS.nobody
        : busy
          ? RACE_WORDS.preparing
          : plainText(RACE_WORDS.offer, { operations: formatCount(operations) });
  return (
    <div className={styles.offer}>
      <p>{text}</p>
      {operations > 0 && count > 0 && !busy && (
        <SmallButton onClick={() => treesStore.getState().actions.startRace()}>
          {RACE_WORDS.start}
        </SmallButton>
      )}
    </div>
  );
}
