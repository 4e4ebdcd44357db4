/**
 * A laboratory for trees: everything that determines every step of it. Like a scenario and its commands, a spec and a
 * position give the same picture everywhere; a link holds exactly that.
 */
import type { TreeCommand } from '../trees/recorder.ts';

export interface LabSpec {
  /** of the stream and of random start shapes */
  readonly seed: number;
  readonly tree: TreeChoice;
  /** `empty`, `balanced:n`, `chain:n`, `random:n`, or a shape as bracket text, preorder or JSON */
  readonly start: string;
  readonly stream: StreamChoice;
  /** operations a person typed, in the order of their places */
  readonly typed: readonly TypedOperation[];
}

/** A registered tree kind with the values of its parameters; missing ones take their defaults. */
export interface TreeChoice {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/** A registered stream with the values of its parameters; missing ones take their defaults. */
export interface StreamChoice {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, number | string | boolean>>;
  /** operations it gives; a list gives as many as it holds */
  readonly length: number;
  /** distinct keys 0 … keys − 1 it draws from where the start shape holds none; else it draws from the start's keys */
  readonly keys: number;
  /** the keys of a `list`, empty for all others */
  readonly list: readonly number[];
}

/** An operation put in front of the stream's operation number `before` (from 0; the stream's length = after all). */
export interface TypedOperation extends TreeCommand {
  readonly before: number;
}

/**
 * What opens first: small enough to be read from the last row, skewed enough for hot keys to rise, and of a seed with
 * which the first zig comes in the third operation and the first zig-zag in the ninth.
 */
export const defaultLab: LabSpec = {
  seed: 327,
  tree: { kind: 'lazy-counting', parameters: {} },
  start: 'balanced:31',
  stream: { kind: 'zipf', parameters: {}, length: 1000, keys: 31, list: [] },
  typed: [],
};

export const LAB_LIMITS = {
  operations: 1_000_000,
  keys: 1_000_000,
  typed: 10_000,
  seed: 2_147_483_647,
} as const;
