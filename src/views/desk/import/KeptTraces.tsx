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
  const { head } = WORDS;
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className={styles.heading}>
        {WORDS.title}
      </h3>
      <p className={styles.about}>{status === 'denied' ? WORDS.denied : WORDS.about}</p>
      <div className={styles.scroll}>
        <table className={styles.traces} aria-labelledby={title}>
          <thead>
            <tr>
              <th scope="col">{head.name}</th>
              <th scope="col">{head.rows}</th>
              <th scope="col">{head.pages}</th>
              <th scope="col">{head.writes}</th>
              <th scope="col">{head.use}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((info) => (
              <Row key={info.name} info={info} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ info: { name, rows, pages, writes } }: { info: TraceInfo }) {
  const { sendTrace, traceFile } = importStore.getState().actions;
  const slots = { name: traceLabel(name) };
  const save = async () => {
    const file = await traceFile(name);
    if (file !== null) saveBlob(file, `${name}.csv`);
  };
  return (
    <tr>
      <th scope="row">{traceLabel(name)}</th>
      <td>{formatNumber(rows)}</td>
      <td>{formatNumber(pages)}</td>
      <td>{plainText(WORDS.share, { share: formatNumber((100 * writes) / rows) })}</td>
      <td>
        {(['migration', 'trees'] as const).map((use) => (
          <SmallButton
            key={use}
            aria-label={plainText(WORDS.useTitle[use], slots)}
            onClick={() => void sendTrace(name, use)}
          >
            {WORDS.useIn[use]}
          </SmallButton>
        ))}
        <SmallButton aria-label={plainText(WORDS.csvTitle, slots)} onClick={() => void save()}>
          {WORDS.csv}
        </SmallButton>
        <SmallButton
          aria-label={plainText(WORDS.removeTitle, slots)}
          onClick={() => void traces.remove(name)}
        >
          {WORDS.remove}
        </SmallButton>
      </td>
    </tr>
  );
}
