/** What the modes of Predict share: where the user was, and how an answer is asked for. */
import type { LabSpec } from '../../protocol/trees/model.ts';
import type { AnswerView } from '../../protocol/trees/requests.ts';
import { WorkerGone } from '../../worker/client.ts';
import { patch, type TreesCore } from './core.ts';
import { NO_PREDICT } from './initial.ts';
import type { Position, PredictState, TreesActions } from './types.ts';

/** Where the user was before a set or an exercise took the picture elsewhere. */
interface Home {
  readonly spec: LabSpec;
  readonly labKey: string;
  readonly position: Position;
}

export class PredictSession {
  readonly core: TreesCore;
  home: Home | null = null;
  /** grows with every beginning and leaving; what was asked for under an older one is dropped */
  ticket = 0;
  private answering = false;

  constructor(core: TreesCore) {
    this.core = core;
  }

  get state(): PredictState {
    return this.core.store.getState().predict;
  }

  get actions(): TreesActions {
    return this.core.store.getState().actions;
  }

  set(part: Partial<PredictState>): void {
    patch(this.core, { predict: { ...this.state, ...part } });
  }

  /** A mode begins; what another one had is forgotten, but not where the user was before it. */
  begin(part: Partial<PredictState>): number {
    this.ticket += 1;
    this.answering = false;
    this.core.store.getState().actions.pause();
    this.set({ ...NO_PREDICT, ...part });
    return this.ticket;
  }

  rememberHome(): void {
    const { spec, lab, position } = this.core.store.getState();
    if (this.home === null && spec !== null && lab !== null)
      this.home = { spec, labKey: lab.labKey, position };
  }

  /** Ends the mode; seed and number stay for the next time. */
  end(): void {
    this.ticket += 1;
    this.answering = false;
    const { seed, count, kinds } = this.state;
    this.set({ ...NO_PREDICT, seed, count, kinds });
    this.home = null;
  }

  /** Calls `use` with the reply unless the mode has ended meanwhile. A failure is told in the panel. */
  async wait<T>(asked: Promise<T> | undefined, use: (reply: T) => void): Promise<void> {
    const { ticket } = this;
    try {
      const reply = await asked;
      if (reply !== undefined && ticket === this.ticket) use(reply);
    } catch (reason) {
      // After the worker's death the lab is opened again, and then what was asked for is asked again.
      if (ticket !== this.ticket || reason instanceof WorkerGone) return;
      this.set({ problem: reason instanceof Error ? reason.message : String(reason) });
    }
  }

  /** The user chose, or skipped (null): only now the answer comes out of the worker. */
  async answer(chosen: string | number | null): Promise<void> {
    const { question, answer } = this.state;
    if (question === null || answer !== null || this.answering) return;
    if (chosen !== null && !question.options.includes(chosen)) return;
    this.answering = true;
    this.set({ chosen, problem: null });
    await this.wait(this.core.client?.call('answer', { id: question.id, choice: chosen ?? '' }), (reply) => {
      if (this.state.question === question) this.tell(reply);
    });
    this.answering = false;
  }

  private tell(answer: AnswerView): void {
    const { question, chosen, right, asked, given } = this.state;
    if (question === null) return;
    this.set({
      answer,
      asked: asked + 1,
      right: right + (answer.right ? 1 : 0),
      given: [...given, { question, chosen, answer }],
    });
  }
}

/** Whether position `a` lies after `b`; both with steps counted out, not −1. */
export function isAfter(a: Position, b: Position): boolean {
  return a.operation > b.operation || (a.operation === b.operation && (a.step < 0 || a.step > b.step));
}

export function isAt(a: Position, b: Position): boolean {
  return a.operation === b.operation && a.step === b.step;
}
