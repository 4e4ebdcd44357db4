/** "Same seed, side by side": the run on screen hurt in other ways. The rows stay until another scenario is compared. */

import { sameJson } from '../protocol/merge.ts';
import type { CourseKind } from '../protocol/requests.ts';
import type { Core } from './core.ts';
import type { LongWork } from './long-work.ts';
import { openRun } from './runs.ts';
import { activeBranch } from './select.ts';
import { SingleWork } from './single-work.ts';
import type { Courses } from './types.ts';

/** How many there will be; the page draws their places before they come. */
export const COURSE_COUNT = 7;
/** A row opens so long before its failure. */
const BEFORE_MS = 1000;

const works = new WeakMap<Core, SingleWork<Courses>>();

function workOf(core: Core): SingleWork<Courses> {
  const known = works.get(core);
  if (known !== undefined) return known;
  const { store } = core;
  const work = new SingleWork<Courses>(
    {
      get: () => store.getState().courses,
      put: (courses: LongWork<Courses>) => store.setState({ courses }),
    },
    'stop',
  );
  works.set(core, work);
  return work;
}

/** Nothing is done twice: rows of this very scenario stay, and those under way go on. */
export function compareCourses(core: Core): void {
  const scenario = activeBranch(core.store.getState())?.run.scenario;
  if (scenario === undefined) return;
  const { busy, result } = core.store.getState().courses;
  const same = result !== null && sameJson(result.scenario, scenario);
  if (same && (busy || result.rows.length === COURSE_COUNT)) return;
  const work = workOf(core);
  work.run((signal, tell) => {
    tell(0, { scenario, rows: [] });
    return core.client
      ?.call(
        'courses',
        { scenario },
        { signal, onProgress: ({ rows, done }) => tell(done, rows && { scenario, rows }) },
      )
      .then(({ rows }) => ({ scenario, rows }));
  });
}

/** The rows that are there stay. */
export function stopCourses(core: Core): void {
  workOf(core).stop();
}

/** A row's very run, in the workspace, from just before its failure. @returns one sentence when it cannot be */
export async function openCourse(core: Core, kind: CourseKind): Promise<string | null> {
  const { courses, activeKey } = core.store.getState();
  const row = courses.result?.rows.find((one) => one.kind === kind);
  if (row === undefined) return null;
  const failureMs = row.run.commands[0]?.atMs ?? 0;
  const atUs = Math.max(0, failureMs - BEFORE_MS) * 1000;
  core.store.setState({ panel: 'none' });
  return openRun(core, row.run, { atUs, playing: true, address: 'push' }, { parentKey: activeKey });
}
