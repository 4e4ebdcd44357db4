import { useState } from 'react';
import type { LabSpec } from '../../../protocol/trees/model.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { readStart } from './start-shape.ts';

/** Beyond these a lab takes seconds, and is made ready only when asked. */
const LARGE_OPERATIONS = 200_000;
const LARGE_KEYS = 50_000;

export interface LabDraft {
  /** what the fields show: the lab on screen, or what was asked for and is not there (yet) */
  readonly shown: LabSpec | null;
  /** a large lab waits for the word */
  readonly waits: boolean;
  /** the field whose value cannot be, and one sentence */
  readonly problem: { readonly field: string; readonly text: string } | null;
  change(field: string, next: LabSpec): void;
  apply(): void;
  discard(): void;
}

/** Each change is tried at once. What is refused stays in its field, and the lab on screen stays as it is. */
export function useLabDraft(): LabDraft {
  const spec = useTrees((state) => state.spec);
  const openLab = useTrees((state) => state.actions.openLab);
  const [draft, setDraft] = useState<LabSpec | null>(null);
  const [waits, setWaits] = useState(false);
  const [problem, setProblem] = useState<LabDraft['problem']>(null);
  const [field, setField] = useState('');

  const open = async (wanted: string, next: LabSpec) => {
    setWaits(false);
    const text = await openLab(next, spec !== null && onlyTreeDiffers(spec, next));
    setProblem(text === null ? null : { field: wanted, text });
    if (text === null) setDraft((now) => (now === next ? null : now));
  };
  return {
    shown: draft ?? spec,
    waits,
    problem,
    change: (wanted, changed) => {
      const next = withTypedInside(changed);
      setDraft(next);
      setField(wanted);
      setProblem(null);
      if (isLarge(next)) setWaits(true);
      else void open(wanted, next);
    },
    apply: () => {
      if (draft) void open(field, draft);
    },
    discard: () => {
      setDraft(null);
      setWaits(false);
      setProblem(null);
    },
  };
}

function isLarge({ start, stream }: LabSpec): boolean {
  const shape = readStart(start);
  const keys = 'keys' in shape ? shape.keys : shape.kind === 'empty' ? stream.keys : 0;
  return stream.length > LARGE_OPERATIONS || keys > LARGE_KEYS;
}

/** A shorter stream keeps what was typed behind its end. */
function withTypedInside(spec: LabSpec): LabSpec {
  const { length } = spec.stream;
  if (spec.typed.every(({ before }) => before <= length)) return spec;
  return { ...spec, typed: spec.typed.map((one) => ({ ...one, before: Math.min(one.before, length) })) };
}

function onlyTreeDiffers(a: LabSpec, b: LabSpec): boolean {
  return JSON.stringify({ ...a, tree: null }) === JSON.stringify({ ...b, tree: null });
}
