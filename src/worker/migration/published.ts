/** Published migrations and the model fitted to them. */
import type { Handler } from './handler.ts';

export const published: Handler<'published'> = () => ({ fits: [] });
