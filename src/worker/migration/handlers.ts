/** Who answers what. */
import { analyse } from './analyse.ts';
import { compare } from './compare.ts';
import { gains } from './gains.ts';
import type { Handlers } from './handler.ts';
import { log } from './log.ts';
import { open } from './open.ts';
import { page } from './page.ts';
import { published } from './published.ts';
import { references } from './references.ts';
import { speed } from './speed.ts';
import { tables } from './tables.ts';
import { twin, twins } from './twins.ts';

export const handlers: Handlers = {
  open,
  page,
  analyse,
  compare,
  twins,
  twin,
  gains,
  published,
  references,
  speed,
  tables,
  log,
  missingTraces: ({ imported }, request) => imported.missing(request),
  addTrace: ({ imported }, request) => imported.add(request),
};
