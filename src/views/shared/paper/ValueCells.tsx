/** One value of a table: printed, simulated, how far that is off. */
import type { PaperValue } from '../../../protocol/requests.ts';
import { errorText, printedText, simulatedText } from './figures.ts';
import styles from './paper.module.css';
import { WORDS } from './words.ts';

export function Heads() {
  return (
    <>
      <th scope="col" className={styles.first}>
        {WORDS.printed}
      </th>
      <th scope="col">{WORDS.simulated}</th>
      <th scope="col">{WORDS.error}</th>
    </>
  );
}

export function Cells({ value }: { value: PaperValue | undefined }) {
  if (value === undefined) return <td colSpan={3} />;
  const beyond = value.within === false;
  return (
    <>
      <td className={styles.first}>{printedText(value)}</td>
      <td className={styles.simulated}>{simulatedText(value)}</td>
      <td data-beyond={beyond} title={beyond ? WORDS.beyond : undefined}>
        {errorText(value)}
        {beyond && <span className={styles.unseen}>{WORDS.beyondTold}</span>}
      </td>
    </>
  );
}
