/** Paper A's tables, worked out by the cluster's own mechanisms. */
import { paperTables } from '../../engine/experiments/paper-runs.ts';
import type { Handler } from './handler.ts';

export const tables: Handler<'tables'> = async (context) => paperTables(await context.library());
