import { format } from '../../../protocol/texts.ts';
import styles from './ProcessPicker.module.css';
import { TREE_WORDS } from './words.ts';

interface Props {
  process: number;
  processes: number;
  onPick: (process: number) => void;
}

/** Each process has an address space, and so a tree, of its own. */
export function ProcessPicker({ process, processes, onPick }: Props) {
  return (
    <select
      className={styles.picker}
      aria-label="Process"
      value={process}
      onChange={(event) => onPick(Number(event.currentTarget.value))}
    >
      {Array.from({ length: Math.max(processes, process + 1) }, (_, i) => i).map((number) => (
        <option key={number} value={number}>
          {format(TREE_WORDS.process, { process: number })}
        </option>
      ))}
    </select>
  );
}
