/** Who answers what. */

import { costs } from './costs.ts';
import { figures } from './figures.ts';
import type { Handlers } from './handler.ts';
import { ledger, ledgerRun } from './ledger.ts';
import { answer, ask, checkExercise, exercise, quiz } from './predict.ts';
import { race, racers } from './race.ts';
import { exportText, hash, parse } from './text.ts';

export const handlers: Handlers = {
  race,
  racers,
  figures,
  costs,
  ledger,
  ledgerRun,
  quiz,
  ask,
  answer,
  exercise,
  checkExercise,
  parse,
  export: exportText,
  hash,
  missingTraces: ({ imported }, request) => imported.missing(request),
  addTrace: ({ imported }, request) => imported.add(request),
};
