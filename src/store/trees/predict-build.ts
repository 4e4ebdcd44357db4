/** "Build this shape": a lab without a stream, in which the user's own operations must make the tree look like the target. */
import type { LabSpec } from '../../protocol/trees/model.ts';
import type { TreeMoment } from '../../protocol/trees/moment.ts';
import type { ExerciseView } from '../../protocol/trees/requests.ts';
import type { PredictSession } from './predict-session.ts';

export class BuildShape {
  private readonly session: PredictSession;
  /** the position checked last, so that no moment is checked twice */
  private checked = '';
  private size = 0;
  private tree = '';

  constructor(session: PredictSession) {
    this.session = session;
  }

  /** @param size keys of the tree; @param moves operations with which the target was made */
  begin(seed: number, size: number, moves: number): void {
    const { session } = this;
    session.rememberHome();
    const spec = session.core.store.getState().spec;
    if (spec === null) return;
    const { kinds } = session.state;
    session.begin({ mode: 'build', seed, count: moves, size, kinds });
    this.checked = '';
    this.size = size;
    this.tree = JSON.stringify(spec.tree);
    const asked = session.core.client?.call('exercise', { tree: spec.tree, seed, size, moves });
    void session.wait(asked, (exercise) => {
      session.set({ exercise });
      void session.wait(session.actions.openLab(labOf(spec, exercise, seed)), (problem) => {
        if (problem !== null) session.set({ problem });
      });
    });
  }

  /** Operations typed by the user leave the lab the exercise's; another tree gets a target of its own. */
  onLab(): void {
    const { session } = this;
    const { exercise, seed, count } = session.state;
    const { spec } = session.core.store.getState();
    if (exercise === null || spec === null) return;
    if (!this.isMine()) session.end();
    else if (JSON.stringify(spec.tree) !== this.tree) this.begin(seed, this.size, count);
  }

  private isMine(): boolean {
    const { exercise } = this.session.state;
    return exercise !== null && this.session.core.store.getState().spec?.start === exercise.start;
  }

  /** The shape is compared between operations. */
  onMoment(moment: TreeMoment): void {
    const { session } = this;
    const { exercise } = session.state;
    if (exercise === null || !this.isMine()) return;
    const { labKey, operation, step } = moment;
    const place = `${labKey} ${operation} ${step}`;
    if (place === this.checked) return;
    this.checked = place;
    if (step > 0 && step < moment.steps) {
      session.set({ check: null });
      return;
    }
    const { exerciseKey } = exercise;
    const asked = session.core.client?.call('checkExercise', { exerciseKey, labKey, operation, step });
    void session.wait(asked, (check) => {
      if (this.checked === place) session.set({ check });
    });
  }
}

function labOf(spec: LabSpec, exercise: ExerciseView, seed: number): LabSpec {
  return {
    seed,
    tree: spec.tree,
    start: exercise.start,
    stream: { kind: 'list', parameters: {}, length: 0, keys: 1, list: [] },
    typed: [],
  };
}

/** Keys of a tree in which a shape of so many operations can be seen at a glance and is not found by chance. */
export function exerciseSize(moves: number): number {
  return Math.min(15, 5 + 2 * moves);
}
