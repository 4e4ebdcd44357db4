/**
 * Labs as links and files hold them: any part of a spec with its `version`. Only shape is checked here; names and
 * ranges belong to the engine, which knows its registries.
 */
import * as z from 'zod/mini';
import type { LabSpec, StreamChoice, TreeChoice, TypedOperation } from '../../engine/lab/spec.ts';
import { isRecord, mergeOver } from '../merge.ts';
import { sentenceOf } from '../schema-sentence.ts';
import { shortText } from '../short-text.ts';

type Fields<Shape> = Record<keyof Shape, unknown>;

const number = z.optional(z.number());
const text = z.optional(shortText);

const labSchema = z.strictObject({
  version: z.literal(1),
  seed: number,
  tree: z.optional(
    z.strictObject({
      kind: text,
      parameters: z.optional(z.record(shortText, z.number())),
    } satisfies Fields<TreeChoice>),
  ),
  // A shape may be as long as its tree is large.
  start: z.optional(z.string()),
  stream: z.optional(
    z.strictObject({
      kind: text,
      parameters: z.optional(z.record(shortText, z.union([z.number(), shortText, z.boolean()]))),
      length: number,
      keys: number,
      list: z.optional(z.array(z.int())),
    } satisfies Fields<StreamChoice>),
  ),
  typed: z.optional(
    z.array(
      z.strictObject({
        operation: z.enum(['access', 'find', 'insert', 'delete']),
        key: z.int(),
        before: z.int(),
      } satisfies Fields<TypedOperation>),
    ),
  ),
} satisfies Fields<LabSpec> & { version: unknown });

export const LAB_VERSION = 1;

/** Reads a lab over defaults; `problem` is one sentence that names the place, what was found and what may stand there. */
export function parseLab(json: unknown, defaults: LabSpec): { spec: LabSpec } | { problem: string } {
  if (!isRecord(json))
    return { problem: 'A lab is a JSON object such as {"version": 1}; this is something else.' };
  const checked = labSchema.safeParse(json);
  if (!checked.success) return { problem: sentenceOf(checked.error.issues, json, labSchema) };
  const { version: _version, ...part } = checked.data;
  const merged = mergeOver(defaults, part) as LabSpec;
  // Parameters belong to their kind: another kind does not inherit those of the default one.
  return {
    spec: {
      ...merged,
      tree: { ...merged.tree, parameters: part.tree?.parameters ?? {} },
      stream: { ...merged.stream, parameters: part.stream?.parameters ?? {} },
    },
  };
}
