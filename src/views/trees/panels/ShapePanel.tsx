import { Button } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { format } from '../../../protocol/texts.ts';
import type { LabSpec } from '../../../protocol/trees/model.ts';
import { takeText, useIncomingText } from '../../../store/trees/incoming.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { readTextFile } from '../../shared/read-file.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { WORDS as TREES } from '../words.ts';
import { beginningOf } from './long-text.ts';
import styles from './panels.module.css';
import { SHAPE_EXAMPLES, shapeForm } from './shape-form.ts';
import { type Recognised, useRecognised } from './use-recognised.ts';
import { SHAPE } from './words.ts';

/** Any text becomes a start shape or a stream. What it is taken for is said before it is used. */
export function ShapePanel({ close }: { close: () => void }) {
  const fieldId = useId();
  const incoming = useIncomingText();
  const [problem, setProblem] = useState<string | null>(null);
  const { text, source } = incoming ?? { text: '', source: null };
  const found = useRecognised(text);
  const shown = beginningOf(text);
  // The next time begins anew.
  useEffect(() => () => takeText(null), []);
  const take = (next: string, from: string | null) => {
    setProblem(null);
    takeText({ text: next, source: from });
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const read = await readTextFile(file, TREES.dropTooLarge);
    if (read.problem === null) take(read.text, file.name);
    else setProblem(format(read.problem, { name: file.name }));
  };
  return (
    <Dialog title={SHAPE.title} close={close} size={640}>
      <p className={styles.lead}>{SHAPE.about}</p>
      <label className={styles.label} htmlFor={fieldId}>
        {SHAPE.text} {source !== null && <span>{format(SHAPE.from, { name: source })}</span>}
      </label>
      <textarea
        id={fieldId}
        className={styles.text}
        rows={7}
        spellCheck={false}
        readOnly={shown !== text}
        value={shown}
        data-autofocus
        onChange={(event) => take(event.target.value, null)}
        onPaste={(event) => {
          // The field would lay out every line of it first.
          const pasted = event.clipboardData.getData('text');
          if (beginningOf(pasted) === pasted) return;
          event.preventDefault();
          take(pasted, null);
        }}
      />
      {shown !== text && (
        <p className={styles.about}>{format(SHAPE.shownPart, { shown: shown.length, all: text.length })}</p>
      )}
      <div className={styles.row}>
        <span>{SHAPE.examples}</span>
        {SHAPE_EXAMPLES.map((example) => (
          <SmallButton key={example.name} onClick={() => take(example.text, null)}>
            {example.name}
          </SmallButton>
        ))}
      </div>
      <label className={styles.row}>
        <span>{SHAPE.file}</span>
        <input
          type="file"
          accept=".txt,.json,.csv,text/*,application/json"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      </label>
      <Findings text={text} found={found} />
      <Uses text={text} found={found} close={close} refuse={setProblem} />
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    </Dialog>
  );
}

/** What the text was recognised as, or where it breaks and why. */
function Findings({ text, found }: { text: string; found: Recognised | null }) {
  return (
    <div role="status" className={styles.findings}>
      {text.trim() === '' ? (
        <p>{SHAPE.nothing}</p>
      ) : found === null ? (
        <p>{SHAPE.reading}</p>
      ) : (
        <>
          {isOperations(found) ? (
            <p>{operationsFinding(found)}</p>
          ) : (
            <p data-problem={isBroken(found)}>{found.operations?.problem ?? shapeFinding(found)}</p>
          )}
          {found.keys.keys.length > 0 && !isOperations(found) && <p>{keysFinding(found)}</p>}
        </>
      )}
    </div>
  );
}

const isShape = ({ shape }: Recognised) => shape.problem === null;

/** A list of keys is no broken shape. */
const isBroken = (found: Recognised) =>
  !isShape(found) && (found.keys.keys.length === 0 || shapeForm(found.text) !== 'preorder');

const isOperations = ({ operations }: Recognised) => operations !== null && operations.problem === null;

function operationsFinding({ operations }: Recognised): string {
  const count = operations?.commands.length ?? 0;
  return format(count === 1 ? SHAPE.asOperationsOne : SHAPE.asOperations, { count });
}

function shapeFinding({ text, shape }: Recognised): string {
  if (shape.problem !== null) return format(SHAPE.asNoShape, { problem: shape.problem });
  const how = SHAPE.how[shapeForm(text)];
  return format(shape.size === 1 ? SHAPE.asShapeOne : SHAPE.asShape, { how, size: shape.size });
}

function keysFinding({ keys: { keys, complaints } }: Recognised): string {
  const count = format(keys.length === 1 ? SHAPE.asKeysOne : SHAPE.asKeys, { count: keys.length });
  const [first, ...more] = complaints;
  if (first === undefined) return count;
  return format(more.length === 0 ? SHAPE.asKeysBut : SHAPE.asKeysButMore, {
    count,
    problem: first,
    more: more.length,
  });
}

interface UsesProperties {
  text: string;
  found: Recognised | null;
  close: () => void;
  refuse: (problem: string | null) => void;
}

function Uses({ text, found, close, refuse }: UsesProperties) {
  const spec = useTrees((state) => state.spec);
  const changeLab = useTrees((state) => state.actions.changeLab);
  const runText = useTrees((state) => state.actions.runText);
  const use = async (part: Partial<LabSpec>) => {
    const problem = await changeLab({ ...part, typed: [] });
    refuse(problem);
    if (problem === null) close();
  };
  if (!spec) return null;
  if (found !== null && isOperations(found)) {
    const run = async () => {
      const problem = await runText(text);
      refuse(problem);
      if (problem === null) close();
    };
    return (
      <div className={styles.row}>
        <Button size="compact-sm" onClick={() => void run()}>
          {SHAPE.run}
        </Button>
      </div>
    );
  }
  const noShape = found === null || !isShape(found);
  const list = found?.keys.keys ?? [];
  const stream: LabSpec['stream'] = {
    kind: 'list',
    parameters: {},
    length: list.length,
    keys: spec.stream.keys,
    list,
  };
  const noStream = { ...spec.stream, kind: 'uniform', parameters: {}, length: 0, list: [] };
  return (
    <div className={styles.row}>
      <Button size="compact-sm" disabled={noShape} onClick={() => void use({ start: text })}>
        {SHAPE.useShape}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={noShape}
        onClick={() => void use({ start: text, stream: noStream })}
      >
        {SHAPE.useShapeOnly}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={list.length === 0}
        onClick={() => void use({ stream })}
      >
        {SHAPE.useKeys}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={list.length === 0}
        onClick={() => void use({ start: 'empty', stream })}
      >
        {SHAPE.useKeysEmpty}
      </Button>
    </div>
  );
}
