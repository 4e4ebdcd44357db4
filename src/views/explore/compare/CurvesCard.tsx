import { NativeSelect } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { curveScene } from '../../../layout/explore/curves.ts';
import type { ComparedRun } from '../../../store/explore/types.ts';
import { plainText } from '../../shared/template.ts';
import { Picture } from '../Picture.tsx';
import styles from './CompareView.module.css';
import { WORDS } from './words.ts';

const WITHOUT_LAYOUT = { width: 720, height: 460 };

/** One curve of both runs on one axis of time: A solid, B dashed. */
export function CurvesCard({ pair: [a, b] }: { pair: readonly [ComparedRun, ComparedRun] }) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const [chosen, choose] = useState('');
  const curves = useMemo(() => {
    const all = [...(a.outcome?.curves ?? []), ...(b.outcome?.curves ?? [])];
    return all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i);
  }, [a, b]);
  const curve = curves.find(({ name }) => name === chosen) ?? curves[0];
  const scene = useMemo(() => {
    if (curve === undefined) return null;
    const of = (run: ComparedRun) => run.outcome?.curves.find(({ name }) => name === curve.name) ?? null;
    return curveScene({
      label: curve.label,
      unit: curve.unit,
      runs: [of(a), of(b)],
      names: [`${WORDS.sides[0]}: ${a.name}`, `${WORDS.sides[1]}: ${b.name}`],
      time: a.subject.kind === 'trees' ? WORDS.operations : WORDS.time,
      width: width || WITHOUT_LAYOUT.width,
      height: height || WITHOUT_LAYOUT.height,
    });
  }, [curve, a, b, width, height]);
  if (curve === undefined) return <p className={styles.empty}>{WORDS.noCurves}</p>;
  const about = plainText(WORDS.about, { curve: curve.label, a: a.name, b: b.name });
  return (
    <section className={styles.curves} aria-label={WORDS.curves}>
      <NativeSelect
        size="xs"
        className={styles.curve ?? ''}
        aria-label={WORDS.curve}
        value={curve.name}
        data={curves.map(({ name, label }) => ({ value: name, label }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <div ref={ref} className={styles.room} role="img" aria-label={about}>
        <Picture scene={scene} id="compared" name={about} about={about} />
      </div>
    </section>
  );
}
