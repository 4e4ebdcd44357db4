import { Modal, NumberInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { formatCount } from '../../../../base/format.ts';
import type { CourseRow } from '../../../../protocol/requests.ts';
import { activeBranch } from '../../../../store/select.ts';
import { useApp } from '../../../../store/store.ts';
import dialog from '../../../shared/Dialog.module.css';
import { Segments } from '../../../shared/Segments.tsx';
import { SmallButton } from '../../../shared/SmallButton.tsx';
import { plainText } from '../../../shared/template.ts';
import { Conditions, Printed } from './Conditions.tsx';
import { CourseList } from './CourseList.tsx';
import styles from './Courses.module.css';
import { CourseTable } from './CourseTable.tsx';
import { Legend } from './Legend.tsx';
import { Progress } from './Progress.tsx';
import { verdictOf } from './verdict.ts';
import { WORDS } from './words.ts';

const AXES = [
  { value: 30, label: WORDS.shortAxis },
  { value: 120, label: WORDS.longAxis },
];
const VIEWS = [
  { value: 'picture' as const, label: WORDS.picture },
  { value: 'table' as const, label: WORDS.table },
];
const NONE: readonly CourseRow[] = [];
const DEFAULT_RATE = 100;
const MOST_REQUESTS = 1_000_000;

/** One failure in every course, on one page that can be printed. */
export default function Courses({ close }: { close: () => void }) {
  const scenario = useApp((state) => activeBranch(state)?.run.scenario);
  const work = useApp((state) => state.courses);
  const compare = useApp((state) => state.actions.compareCourses);
  const [seconds, setSeconds] = useState(120);
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const rateId = useId();
  const [rate, setRate] = useState(DEFAULT_RATE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scenario is compared anew
  useEffect(() => compare(), [compare, scenario]);
  if (scenario === undefined) return null;
  const rows = work.result?.rows ?? NONE;
  const verdict = verdictOf(rows, scenario.pingedVm);
  return (
    <Modal
      opened
      onClose={close}
      fullScreen
      // It covers everything, and on paper the body has to flow.
      lockScroll={false}
      title={WORDS.title}
      closeButtonProps={{ 'aria-label': WORDS.close }}
      // Its header is none of the page's banner.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{
        title: dialog.title ?? '',
        body: `${dialog.body} ${styles.page}`,
        header: styles.header ?? '',
        inner: styles.inner ?? '',
        content: styles.content ?? '',
        overlay: styles.overlay ?? '',
      }}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.head}>
        <Conditions scenario={scenario} />
        <div className={styles.controls}>
          <div className={styles.rate}>
            <label htmlFor={rateId}>{WORDS.rate}</label>
            <NumberInput
              id={rateId}
              size="xs"
              w={90}
              min={0}
              max={MOST_REQUESTS}
              clampBehavior="strict"
              allowNegative={false}
              thousandSeparator=","
              value={rate}
              onChange={(value) => setRate(Number(value) || 0)}
            />
          </div>
          <Segments legend={WORDS.axis} options={AXES} value={seconds} onChange={setSeconds} />
          <Segments legend={WORDS.show} options={VIEWS} value={view} onChange={setView} />
          <SmallButton disabled={rows.length === 0} onClick={() => window.print()}>
            {WORDS.print}
          </SmallButton>
        </div>
      </div>
      <Progress />
      {view === 'picture' ? (
        <>
          <Legend />
          <CourseList scenario={scenario} rows={rows} seconds={seconds} rate={rate} />
        </>
      ) : (
        <CourseTable rows={rows} rate={rate} scenario={scenario} />
      )}
      {verdict !== '' && <p className={styles.verdict}>{verdict}</p>}
      <p className={styles.rateLine}>{plainText(WORDS.printedRate, { rate: formatCount(rate) })}</p>
      <Printed scenario={scenario} />
    </Modal>
  );
}
