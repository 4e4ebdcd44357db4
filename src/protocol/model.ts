/** The engine's shapes that cross to the page, as types only: store and views take them from here. */
export type * from '../engine/simulation/history.ts';
export type * from '../engine/simulation/scenario.ts';
