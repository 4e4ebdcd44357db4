/** Predict before every decision: the picture stands still in front of one until somebody has said what it will be. */
import type { TreeMoment } from '../../protocol/trees/moment.ts';
import { isAfter, isAt, type PredictSession } from './predict-session.ts';
import type { Position } from './types.ts';

export class EveryDecision {
  private readonly session: PredictSession;
  /** decisions asked about already, as `nameOf` gives them: going back and forth does not ask twice */
  private readonly done = new Set<string>();
  /** the decision whose question is being fetched */
  private asking: string | null = null;
  private last: Position | null = null;
  /** it was the question that stopped the playback */
  private wasPlaying = false;

  constructor(session: PredictSession) {
    this.session = session;
  }

  begin(): void {
    const { session } = this;
    const { moment, speed, playing, predict } = session.core.store.getState();
    const { seed, count, kinds } = predict;
    session.begin({ mode: 'every', seed, count, kinds });
    session.home = null;
    this.forget();
    // Whole accesses would run past every decision.
    if (speed.unit === 'accesses') session.actions.setSpeed({ unit: 'steps', factor: 1 });
    if (moment?.next === 'decide') this.ask(moment, playing);
    else if (playing) session.actions.play();
  }

  /** Another lab is on screen. */
  forget(): void {
    this.done.clear();
    this.asking = null;
    this.last = null;
    this.session.set({ question: null, chosen: null, answer: null });
  }

  mayGoOn(): boolean {
    const { moment, playing } = this.session.core.store.getState();
    if (moment === null || moment.next !== 'decide' || this.done.has(nameOf(moment))) return true;
    this.ask(moment, playing);
    return false;
  }

  onMoment(moment: TreeMoment): void {
    const { session } = this;
    const forward = this.last === null || isAfter(moment, this.last);
    this.last = { operation: moment.operation, step: moment.step };
    const { question, answer } = session.state;
    // Walked away from an open question: it comes again when the way leads there again.
    if (question !== null && answer === null && !isAt(moment, question))
      session.set({ question: null, chosen: null });
    if (this.asking !== nameOf(moment)) this.asking = null;
    if (forward && moment.next === 'decide' && !this.done.has(nameOf(moment)))
      this.ask(moment, session.core.store.getState().playing);
  }

  /** The decision may be passed as soon as it was answered, by whatever control. */
  onAnswer(): void {
    const { question, answer } = this.session.state;
    if (question !== null && answer !== null) this.done.add(nameOf(question));
  }

  /** After the answer: on, as it was before the question. Once it has gone on, the way is everybody's again. */
  goOn(): void {
    const { question, answer } = this.session.state;
    if (question === null || answer === null) return;
    const { actions } = this.session;
    const { moment } = this.session.core.store.getState();
    if (moment === null || !isAt(moment, question)) actions.togglePlay();
    else if (this.wasPlaying) actions.play();
    else actions.stepForward();
  }

  private ask(moment: TreeMoment, playing: boolean): void {
    const { session } = this;
    const { question, answer } = session.state;
    const name = nameOf(moment);
    if (this.asking === name || (question !== null && answer === null && isAt(moment, question))) return;
    this.asking = name;
    this.wasPlaying = playing;
    if (playing) session.actions.pause();
    const { labKey, operation, step } = moment;
    void session.wait(session.core.client?.call('ask', { labKey, operation, step }), (reply) => {
      if (this.asking !== name) return;
      this.asking = null;
      if (reply.question !== null) {
        session.set({ question: reply.question, chosen: null, answer: null, problem: null });
        return;
      }
      this.done.add(name);
      if (playing) session.actions.play();
    });
  }
}

const nameOf = ({ operation, step }: Position) => `${operation}:${step}`;
