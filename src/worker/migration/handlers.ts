/**
 * Who answers what. The Migration workspace waits for what is imported here; what only the Evidence page asks, which
 * brings the whole cluster with it, comes with its first question.
 */
import { analyse } from './analyse.ts';
import { compare } from './compare.ts';
import type { Handlers } from './handler.ts';
import { open } from './open.ts';
import { page } from './page.ts';

export const handlers: Handlers = {
  open,
  page,
  analyse,
  compare,
  missingTraces: ({ imported }, request) => imported.missing(request),
  addTrace: ({ imported }, request) => imported.add(request),
  twins: async (...asked) => (await import('./twins.ts')).twins(...asked),
  twin: async (...asked) => (await import('./twins.ts')).twin(...asked),
  gains: async (...asked) => (await import('./gains.ts')).gains(...asked),
  published: async (...asked) => (await import('./published.ts')).published(...asked),
  references: async (...asked) => (await import('./references.ts')).references(...asked),
  speed: async (...asked) => (await import('./speed.ts')).speed(...asked),
  tables: async (...asked) => (await import('./tables.ts')).tables(...asked),
  log: async (...asked) => (await import('./log.ts')).log(...asked),
};
