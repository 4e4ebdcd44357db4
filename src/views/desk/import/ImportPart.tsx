import { useEffect, useId, useRef, useState } from 'react';
import { importStore, useImport } from '../../../store/import/store.ts';
import { WORDS as STORE } from '../../../store/import/words.ts';
import { NoticeBar } from '../../shared/NoticeBar.tsx';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './ImportPart.module.css';
import { Item } from './Item.tsx';
import { KeptTraces } from './KeptTraces.tsx';
import { KINDS, KINDS_NOTE, WORDS } from './words.ts';

/** Files and texts from outside: three ways in, and what became of each. */
export default function ImportPart(_: { close: () => void }) {
  const items = useImport((state) => state.items);
  const notice = useImport((state) => state.notice);
  const { dismissNotice } = importStore.getState().actions;
  const heading = useId();
  // What was told beside the desk stands in the list here.
  useEffect(dismissNotice, [dismissNotice]);
  return (
    <>
      <p className={styles.about}>{WORDS.about}</p>
      <div data-intake>
        <Ways />
      </div>
      <details className={styles.kinds}>
        <summary>{WORDS.kinds}</summary>
        <dl>
          {KINDS.map(({ what, where }) => [<dt key={what}>{what}</dt>, <dd key={where + what}>{where}</dd>])}
        </dl>
        <p>{KINDS_NOTE}</p>
      </details>
      <NoticeBar notice={notice} dismiss={dismissNotice} />
      {items.length > 0 && (
        <section aria-labelledby={heading}>
          <h3 id={heading} className={styles.heading}>
            {WORDS.items}
          </h3>
          <ul className={styles.items}>
            {items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
        </section>
      )}
      <KeptTraces />
    </>
  );
}

function Ways() {
  const file = useRef<HTMLInputElement>(null);
  const paste = useId();
  const [pasted, setPasted] = useState('');
  const { take } = importStore.getState().actions;
  return (
    <div className={styles.ways}>
      <SmallButton onClick={() => file.current?.click()}>{WORDS.choose}</SmallButton>
      <input
        ref={file}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          void take(chosen.map((one) => ({ name: one.name, content: one })));
        }}
      />
      <span className={styles.paste}>
        <label htmlFor={paste}>{WORDS.paste}</label>
        <textarea
          id={paste}
          rows={1}
          spellCheck={false}
          value={pasted}
          onChange={({ currentTarget }) => setPasted(currentTarget.value)}
          onPaste={(event) => {
            // The field would lay out every line of a long text first; whatever is pasted whole is read at once.
            const text = event.clipboardData.getData('text');
            if (pasted !== '' || text.trim() === '') return;
            event.preventDefault();
            void take([{ name: STORE.pasted, content: text }]);
          }}
        />
        <SmallButton
          disabled={pasted.trim() === ''}
          onClick={() => {
            setPasted('');
            void take([{ name: STORE.pasted, content: pasted }]);
          }}
        >
          {WORDS.read}
        </SmallButton>
      </span>
    </div>
  );
}
