/** Predict in the store: which mode is on, and what it does with labs, moments and the wish to go on. */
import type { Slice } from './core.ts';
import { BuildShape } from './predict-build.ts';
import { EveryDecision } from './predict-every.ts';
import { PredictSession } from './predict-session.ts';
import { QuestionSet } from './predict-set.ts';

type PredictActions =
  | 'predictEvery'
  | 'startQuiz'
  | 'startExercise'
  | 'choose'
  | 'skipQuestion'
  | 'nextQuestion'
  | 'leavePredict';

export const predictActions: Slice<PredictActions> = (core) => {
  const session = new PredictSession(core);
  const every = new EveryDecision(session);
  const set = new QuestionSet(session);
  const build = new BuildShape(session);

  core.onLab.push(() => {
    const { mode } = session.state;
    if (mode === 'every') every.forget();
    else if (mode === 'set') set.onLab();
    else if (mode === 'build') build.onLab();
  });
  core.onMoment.push(() => {
    const { moment, predict } = core.store.getState();
    if (moment === null) return;
    if (predict.mode === 'every') every.onMoment(moment);
    else if (predict.mode === 'set') set.onMoment();
    else if (predict.mode === 'build') build.onMoment(moment);
  });
  core.mayGoOn.push(() => {
    const { mode } = session.state;
    return mode === 'every' ? every.mayGoOn() : mode === 'set' ? set.mayGoOn() : true;
  });

  const choose = async (option: string | number | null) => {
    await session.answer(option);
    if (session.state.mode === 'every') every.onAnswer();
  };

  /** Back to where the user was, unless the lab was exchanged on purpose meanwhile. */
  const goHome = async () => {
    const { home } = session;
    const { mode } = session.state;
    session.end();
    if (home === null) return;
    const { lab, actions } = core.store.getState();
    if (lab?.labKey === home.labKey) actions.goTo(home.position);
    else if (mode === 'build' && (await actions.openLab(home.spec)) === null) actions.goTo(home.position);
  };

  return {
    predictEvery: async (on) => {
      const { mode } = session.state;
      if (mode === 'set' || mode === 'build') await goHome();
      if (on) every.begin();
      else if (mode === 'every') session.end();
    },
    startQuiz: async (seed, count, kinds = []) => {
      if (session.state.mode === 'build') await goHome();
      set.begin(seed, count, kinds);
    },
    startExercise: (seed, size, moves) => build.begin(seed, size, moves),
    choose: (option) => void choose(option),
    skipQuestion: () => void choose(null),
    nextQuestion: () => {
      const { mode } = session.state;
      if (mode === 'every') every.goOn();
      else if (mode === 'set') set.next();
    },
    leavePredict: () => void goHome(),
  };
};
