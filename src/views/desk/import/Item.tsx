import { formatNumber } from '../../../base/format.ts';
import type { Found } from '../../../protocol/import/requests.ts';
import { importStore } from '../../../store/import/store.ts';
import type { ImportItem } from '../../../store/import/types.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import { foundText } from './found-text.ts';
import styles from './ImportPart.module.css';
import { TraceReport } from './TraceReport.tsx';
import { UseButton } from './UseButton.tsx';
import { FOUND, WORDS } from './words.ts';

/** One thing that was brought along: how far it is, what it is, and what can be done with it. */
export function Item({ item }: { item: ImportItem }) {
  const { id, name, size, status, found, problem } = item;
  const { drop } = importStore.getState().actions;
  return (
    <li className={styles.item}>
      <div className={styles.first}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.size}>{size !== null && sizeText(size)}</span>
        <SmallButton onClick={() => drop(id)}>
          {status === 'reading' || status === 'waiting' ? WORDS.cancel : WORDS.clear}
        </SmallButton>
      </div>
      {status === 'reading' && <Reading item={item} />}
      <div role="status">
        {status === 'waiting' && <p className={styles.note}>{WORDS.waiting}</p>}
        {status === 'used' && <p className={styles.note}>{WORDS.used}</p>}
        {problem !== null && <p className={styles.problem}>{problem}</p>}
        {status === 'read' && found && <Uses item={item} found={found} />}
      </div>
    </li>
  );
}

function Reading({ item: { name, done, rows } }: { item: ImportItem }) {
  const slots = { percent: String(Math.floor(100 * done)), rows: formatNumber(rows) };
  return (
    <div className={styles.progress}>
      <progress max={1} value={done} aria-label={plainText(WORDS.reading, { name })} />
      <span>{plainText(rows > 0 ? WORDS.progressRows : WORDS.progress, slots)}</span>
    </div>
  );
}

function Uses({ item, found }: { item: ImportItem; found: Found }) {
  if (found.kind === 'trace') return <TraceReport item={item} reading={found.reading} />;
  if (found.kind === 'problem') return null;
  if (found.kind === 'numbers')
    return (
      <>
        <p>
          {foundText(found)} {WORDS.asked}
        </p>
        <div className={styles.buttons}>
          <UseButton id={item.id} use="keys" text={WORDS.asKeys} />
          <UseButton id={item.id} use="pages" text={WORDS.asPages} />
        </div>
      </>
    );
  return (
    <>
      <p>{foundText(found)}</p>
      <div className={styles.buttons}>
        <UseButton id={item.id} use="open" text={FOUND[found.kind].use} />
      </div>
    </>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1e3) return plainText(WORDS.bytes, { size: formatNumber(bytes) });
  return bytes < 1e6
    ? plainText(WORDS.smallSize, { size: formatNumber(bytes / 1e3, bytes < 1e4 ? 1 : 0) })
    : plainText(WORDS.size, { size: formatNumber(bytes / 1e6, 1) });
}
