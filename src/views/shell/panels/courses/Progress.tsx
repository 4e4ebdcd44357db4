import { COURSE_COUNT } from '../../../../store/courses.ts';
import { useApp } from '../../../../store/store.ts';
import { SmallButton } from '../../../shared/SmallButton.tsx';
import styles from './Courses.module.css';
import { WORDS } from './words.ts';

/** How far the courses are, and a way to end it or to take it up again. Nothing once they are done. */
export function Progress() {
  const { busy, done, problem, result } = useApp((state) => state.courses);
  const { compareCourses, stopCourses } = useApp((state) => state.actions);
  const missing = !busy && (result?.rows.length ?? 0) < COURSE_COUNT;
  if (!busy && !missing && problem === null) return null;
  return (
    <p className={styles.progress}>
      {busy && (
        <>
          <span>{WORDS.progress}</span>
          <progress max={1} value={done} aria-label={WORDS.progress} />
          <SmallButton onClick={stopCourses}>{WORDS.cancel}</SmallButton>
        </>
      )}
      {missing && <SmallButton onClick={compareCourses}>{WORDS.again}</SmallButton>}
      {problem !== null && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </p>
  );
}
