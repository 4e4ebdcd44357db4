import { Button } from '@mantine/core';
import { activeBranch, currentHistory } from '../../../../store/select.ts';
import { appStore, useApp } from '../../../../store/store.ts';
import { formatMillis, formatNumber } from '../../../shared/format.ts';
import { plainText } from '../../../shared/template.ts';
import styles from './Tables.module.css';
import { WORDS } from './words.ts';

/** The web server's memory by hand: one call, or all ten of the script. */
export function Calls() {
  const server = useApp((state) => {
    const guests = activeBranch(state)?.run.scenario.guests ?? [];
    const id = guests.findIndex(({ requestsPerSecond }) => requestsPerSecond > 0);
    return currentHistory(state)?.vms.find((vm) => vm.id === id) ?? null;
  });
  const { give, playPaperRun } = appStore.getState().actions;
  const script = (
    <Button size="compact-sm" variant="default" onClick={() => playPaperRun('memory')}>
      {WORDS.script}
    </Button>
  );
  if (server === null) {
    return (
      <>
        <p className={styles.about}>{WORDS.noServer}</p>
        <div className={styles.row}>{script}</div>
      </>
    );
  }
  const { name: vm, memoryInUseMB, responseMs } = server;
  const mb = formatNumber(memoryInUseMB, 0);
  return (
    <>
      <p className={styles.about}>
        {responseMs === null
          ? plainText(WORDS.silent, { vm })
          : plainText(WORDS.memoryAbout, { vm, mb, response: formatMillis(responseMs, 3) })}
      </p>
      <div className={styles.row}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={responseMs === null}
          onClick={() => give({ kind: 'increase-mem', vm })}
        >
          {WORDS.up}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={responseMs === null || memoryInUseMB < 10}
          onClick={() => give({ kind: 'decrease-mem', vm })}
        >
          {WORDS.down}
        </Button>
        {script}
      </div>
    </>
  );
}
