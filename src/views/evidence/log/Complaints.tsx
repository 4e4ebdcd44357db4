import { plainText } from '../../shared/template.ts';
import styles from './LogSection.module.css';
import { WORDS } from './words.ts';

/** Lines that could not be used, each with its number and reason. */
export function Complaints({ complaints, lines }: { complaints: readonly string[]; lines: number }) {
  const slots = { count: String(complaints.length), lines: String(lines) };
  if (complaints.length === 0) return <p className={styles.used}>{plainText(WORDS.used, slots)}</p>;
  return (
    <details className={styles.complaints} open={complaints.length <= 6}>
      <summary>{plainText(complaints.length === 1 ? WORDS.complaint : WORDS.complaints, slots)}</summary>
      <ul>
        {complaints.map((complaint) => (
          <li key={complaint}>{complaint}</li>
        ))}
      </ul>
    </details>
  );
}
