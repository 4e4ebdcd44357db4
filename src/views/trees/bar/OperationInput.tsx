import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { offerText } from '../../../store/trees/incoming.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './OperationInput.module.css';
import { WORDS } from './words.ts';

/** More words than anybody types: a list that is rather to become the stream. */
const LONG_PASTE = 60;

/** Where the page's keys find it. */
export const OPERATION_INPUT_ID = 'trees-operation-input';

/** What is typed runs at once; what cannot be read stays in the field, with one sentence why. */
export function OperationInput({ closed }: { closed: boolean }) {
  const noteId = useId();
  const runText = useTrees((state) => state.actions.runText);
  const undoTyped = useTrees((state) => state.actions.undoTyped);
  const typedSome = useTrees(({ spec }) => (spec?.typed.length ?? 0) > 0);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ranLast = useRef('');

  const run = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || busy) return;
    setBusy(true);
    const refused = await runText(text).catch(String);
    setBusy(false);
    setProblem(refused);
    if (refused !== null) return;
    ranLast.current = text;
    setText('');
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'ArrowUp' || text !== '') return;
    event.preventDefault();
    setText(ranLast.current);
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (pasted.split(/[\s,;]+/).length < LONG_PASTE) return;
    event.preventDefault();
    offerText({ text: pasted, source: null });
  };
  const undo = () => {
    undoTyped().then(setProblem, (reason: unknown) => setProblem(String(reason)));
  };
  return (
    <form className={styles.form} onSubmit={(event) => void run(event)}>
      <div className={styles.row}>
        <input
          id={OPERATION_INPUT_ID}
          className={styles.field}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-label={WORDS.input}
          aria-invalid={problem !== null}
          aria-describedby={noteId}
          placeholder={WORDS.placeholder}
          disabled={closed}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
          onKeyDown={keys}
          onPaste={paste}
        />
        <button type="submit" className={styles.run} disabled={closed || text.trim() === ''}>
          {WORDS.run}
        </button>
      </div>
      <div className={styles.below}>
        <p id={noteId} className={styles.note}>
          {problem === null && <span>{closed ? WORDS.closed : WORDS.inputHint}</span>}
          <strong role="alert" className={styles.problem}>
            {problem}
          </strong>
        </p>
        {typedSome && (
          <SmallButton title={WORDS.undoTitle} disabled={closed} onClick={undo}>
            {WORDS.undo}
          </SmallButton>
        )}
      </div>
    </form>
  );
}
