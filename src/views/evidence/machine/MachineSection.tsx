import { useMemo, useState } from 'react';
import type { TwinRow } from '../../../protocol/migration/requests.ts';
import { errorOf, MEASURES, type Measure, type Mode, summarise } from '../../../store/evidence/errors.ts';
import { evidenceStore, useEvidence } from '../../../store/evidence/store.ts';
import { Segments } from '../../shared/Segments.tsx';
import { plainText } from '../../shared/template.ts';
import { Mark } from '../Mark.tsx';
import { Progress } from '../Progress.tsx';
import { Section } from '../Section.tsx';
import { errorText, figureText, percentText } from '../words-of.ts';
import { ErrorStrip } from './ErrorStrip.tsx';
import { ErrorTable } from './ErrorTable.tsx';
import { MODES } from './looks.ts';
import styles from './MachineSection.module.css';
import { RunDetail } from './RunDetail.tsx';
import { RunTable } from './RunTable.tsx';
import { Scatter } from './Scatter.tsx';
import { ShapeLegend } from './ShapeLegend.tsx';
import { AXIS_UNITS, MEASURE_NAMES, MODE_NAMES, WORDS } from './words.ts';

const NONE: readonly TwinRow[] = [];
/** errors small enough for "as long as" */
const NEAR = 0.01;

/** The runs measured on a real hypervisor, each beside its simulated twin. */
export function MachineSection() {
  const work = useEvidence((state) => state.twins);
  const chosen = useEvidence((state) => state.chosen);
  const { startTwins, cancelTwins, choose } = evidenceStore.getState().actions;
  const [measure, setMeasure] = useState<Measure>('totalTimeMs');
  const [mode, setMode] = useState<Mode | 'all'>('all');
  const [textbook, setTextbook] = useState(false);
  const [pointed, point] = useState<TwinRow | null>(null);
  const all = work.result ?? NONE;
  const rows = useMemo(() => (mode === 'all' ? all : all.filter((row) => row.mode === mode)), [all, mode]);
  const open = all.find(({ name, repeat }) => name === chosen?.name && repeat === chosen.repeat) ?? null;
  const pick = ({ name, repeat }: TwinRow) => choose({ name, repeat });
  return (
    <Section
      name="machine"
      claim={claimOf(all, work.done === 1)}
      marks={
        <>
          <Mark kind="measured" />
          <Mark kind="simulated" />
        </>
      }
      onSeen={startTwins}
    >
      <p className={styles.setup}>
        {plainText(WORDS.setup, { runs: String(all.length || 120) })} {work.done === 1 && verdictsOf(all)}
      </p>
      <Progress work={work} label={WORDS.progress} cancel={cancelTwins} start={startTwins} />
      <div className={styles.controls}>
        <Segments
          legend={WORDS.measure}
          options={MEASURES.map((value) => ({ value, label: MEASURE_NAMES[value] }))}
          value={measure}
          onChange={setMeasure}
        />
        <Segments
          legend={WORDS.mode}
          options={[
            { value: 'all' as const, label: WORDS.all },
            ...MODES.map((value) => ({ value, label: MODE_NAMES[value] })),
          ]}
          value={mode}
          onChange={setMode}
        />
        <label className={styles.switch} title={WORDS.textbookMeaning}>
          <input
            type="checkbox"
            checked={textbook}
            onChange={({ currentTarget }) => setTextbook(currentTarget.checked)}
          />
          {WORDS.textbook}
        </label>
      </div>
      <div className={styles.figure}>
        <div className={styles.picture}>
          <Scatter
            rows={rows}
            measure={measure}
            textbook={textbook}
            pointed={pointed}
            chosen={open}
            point={point}
            choose={pick}
          />
          <ErrorStrip rows={rows} measure={measure} pointed={pointed ?? open} />
          <ShapeLegend textbook={textbook} />
        </div>
        <div className={styles.tables}>
          <ErrorTable rows={rows} measure={measure} />
          <RunTable
            rows={rows}
            measure={measure}
            pointed={pointed}
            chosen={open}
            point={point}
            choose={pick}
          />
          <p className={styles.readout}>{readoutOf(pointed, measure)}</p>
        </div>
      </div>
      <RunDetail />
      <details className={styles.honest}>
        <summary>{WORDS.notModelled}</summary>
        <ul>
          {WORDS.notModelledList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

function claimOf(rows: readonly TwinRow[], complete: boolean): string {
  if (!complete || rows.length === 0)
    return plainText(rows.length === 0 ? WORDS.claimBefore : WORDS.claimRunning, {
      done: String(rows.length),
    });
  const { median, p90 } = summarise(rows, 'twin', 'totalTimeMs');
  return plainText(median <= NEAR ? WORDS.claimNear : WORDS.claimFar, {
    median: percentText(median, false),
    p90: percentText(p90, false),
  });
}

function verdictsOf(rows: readonly TwinRow[]): string {
  const ours = summarise(rows, 'twin', 'totalTimeMs');
  const text = summarise(rows, 'textbook', 'totalTimeMs');
  return plainText(WORDS.verdicts, {
    right: String(ours.right),
    runs: String(ours.judged),
    textRight: String(text.right),
    textRuns: String(text.judged),
    textMedian: percentText(text.median, false),
    textWorst: percentText(text.worst, false),
  });
}

function readoutOf(row: TwinRow | null, measure: Measure): string {
  if (row === null) return WORDS.nothingPointed;
  const text = figureText(row.textbook?.[measure] ?? null, measure);
  return plainText(WORDS.pointed, {
    name: row.name,
    repeat: String(row.repeat + 1),
    mode: MODE_NAMES[row.mode],
    measured: withUnit(figureText(row.measured[measure], measure), measure),
    simulated: figureText(row.twin[measure], measure),
    error: errorText(errorOf(row, 'twin', measure), measure),
    textbook:
      row.textbook === null
        ? ''
        : plainText(WORDS.pointedTextbook, {
            value: text,
            error: errorText(errorOf(row, 'textbook', measure), measure),
          }),
  });
}

/** Rounds have no unit of their own in a table, but need one in a sentence. */
function withUnit(text: string, measure: Measure): string {
  return measure === 'liveRounds' ? plainText(WORDS.withUnit, { text, unit: AXIS_UNITS[measure] }) : text;
}
