import { useEffect, useId } from 'react';
import { formatNumber } from '../../../base/format.ts';
import { traceLabel } from '../../../protocol/import/trace-name.ts';
import { importStore } from '../../../store/import/store.ts';
import type { TraceInfo } from '../../../store/traces/shelf.ts';
import { traces, useTraces } from '../../../store/traces/store.ts';
import { saveBlob } from '../../shared/download.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import styles from './ImportPart.module.css';
import { KEPT_TRACES as WORDS } from './words.ts';

/** Traces of earlier imports, to be used again, handed on or removed. Nothing while there is none. */
export function KeptTraces() {
  const title = useId();
  const { status, list } = useTraces((state) => state);
  useEffect(() => {
    void traces.read();
  }, []);
  if (list.length === 0) return null;
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className={styles.heading}>
        {WORDS.title}
      </h3>
      <p className={styles.about}>{status === 'denied' ? WORDS.denied : WORDS.about}</p>
      <ul className={styles.items}>
        {list.map((info) => (
          <KeptTrace key={info.name} info={info} />
        ))}
      </ul>
    </section>
  );
}

function KeptTrace({ info: { name, rows, pages, writes } }: { info: TraceInfo }) {
  const { sendTrace, traceFile } = importStore.getState().actions;
  const label = traceLabel(name);
  const facts = {
    rows: formatNumber(rows),
    pages: formatNumber(pages),
    share: formatNumber((100 * writes) / rows),
  };
  const save = async () => {
    const file = await traceFile(name);
    if (file !== null) saveBlob(file, `${name}.csv`);
  };
  return (
    <li className={styles.item}>
      <div className={styles.first}>
        <span className={styles.name} title={label}>
          {label}
        </span>
      </div>
      <p className={styles.note}>{plainText(WORDS.facts, facts)}</p>
      <div className={styles.buttons}>
        {(['migration', 'trees'] as const).map((use) => (
          <SmallButton
            key={use}
            aria-label={plainText(WORDS.useTitle[use], { name: label })}
            onClick={() => void sendTrace(name, use)}
          >
            {WORDS.useIn[use]}
          </SmallButton>
        ))}
        <SmallButton aria-label={plainText(WORDS.csvTitle, { name: label })} onClick={() => void save()}>
          {WORDS.csv}
        </SmallButton>
        <SmallButton
          aria-label={plainText(WORDS.removeTitle, { name: label })}
          onClick={() => void traces.remove(name)}
        >
          {WORDS.remove}
        </SmallButton>
      </div>
    </li>
  );
}
