/** A seeded set of questions: the picture goes to each of them in turn, and at the end the answers are listed. */
import type { QuestionView } from '../../protocol/trees/requests.ts';
import { isAfter, type PredictSession } from './predict-session.ts';
import type { Position, QuestionKind } from './types.ts';

export class QuestionSet {
  private readonly session: PredictSession;
  private labKey: string | null = null;

  constructor(session: PredictSession) {
    this.session = session;
  }

  begin(seed: number, count: number, kinds: readonly QuestionKind[]): void {
    this.session.rememberHome();
    this.session.begin({ mode: 'set', seed, count, kinds });
    this.fetch((questions) => {
      this.session.set({ questions, problem: questions.length === 0 ? PROBLEMS.nothing : null });
      if (questions.length > 0) this.show(0);
    });
  }

  /** The set belongs to its lab: another lab gets a set of its own, the same one (opened again) keeps what was answered. */
  onLab(): void {
    const { session } = this;
    const { seed, count, kinds, questions, finished } = session.state;
    const same = session.core.store.getState().lab?.labKey === this.labKey;
    if (!finished && !(same && questions.length > 0)) this.begin(seed, count, kinds);
  }

  mayGoOn(): boolean {
    const { question, answer } = this.session.state;
    return question === null || answer !== null;
  }

  /** What comes after an open question would answer it: whoever jumps there is brought back. */
  onMoment(): void {
    const { question, answer } = this.session.state;
    const { position } = this.session.core.store.getState();
    if (question !== null && answer === null && isAfter(position, question))
      this.session.actions.goTo(placeOf(question));
  }

  next(): void {
    const { answer, at, questions } = this.session.state;
    if (answer === null) return;
    if (at + 1 < questions.length) this.show(at + 1);
    else this.session.set({ question: null, chosen: null, answer: null, finished: true });
  }

  private fetch(use: (questions: readonly QuestionView[]) => void): void {
    const { session } = this;
    const { seed, count, kinds } = session.state;
    const { lab } = session.core.store.getState();
    if (lab === null) return;
    this.labKey = lab.labKey;
    const asked = session.core.client?.call('quiz', { labKey: lab.labKey, seed, count, kinds });
    void session.wait(asked, ({ questions }) => use(questions));
  }

  private show(at: number): void {
    const question = this.session.state.questions[at];
    if (question === undefined) return;
    this.session.actions.pause();
    this.session.set({ at, question, chosen: null, answer: null, problem: null });
    this.session.actions.goTo(placeOf(question));
  }
}

const PROBLEMS = {
  nothing:
    'This lab gives nothing to ask about: its first operations rotate nothing. Choose another tree, start shape or stream.',
} as const;

const placeOf = ({ operation, step }: QuestionView): Position => ({ operation, step });
