/** Why pings take as long as they do, and what the hosts' CPUs do: a run's own numbers in the sums behind them. */
import { useMemo, useState } from 'react';
import { formatSeconds } from '../../../../base/format.ts';
import { format as fill } from '../../../../protocol/texts.ts';
import { appStore } from '../../../../store/store.ts';
import { Dialog } from '../../../shared/Dialog.tsx';
import { useSlow } from '../../../shared/use-slow.ts';
import { Cpu } from './Cpu.tsx';
import shared from './explain.module.css';
import { factsOf, lookOf } from './facts.ts';
import { Tabs } from './Tabs.tsx';
import { Trips } from './Trips.tsx';
import { WORDS } from './words.ts';

type Tab = 'trips' | 'cpu';
const TABS = [
  { value: 'trips', label: WORDS.trips },
  { value: 'cpu', label: WORDS.cpu },
] as const;

const EVERY_MS = 300;

export default function ExplainPanel({ close }: { close: () => void }) {
  const [tab, setTab] = useState<Tab>('trips');
  const look = useSlow(lookOf, Object.is, EVERY_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the series grow in place; the look tells when
  const facts = useMemo(() => factsOf(appStore.getState()), [look]);
  return (
    <Dialog title={WORDS.title} close={close} size={1000}>
      <Tabs label={WORDS.tabs} tabs={TABS} value={tab} onChange={setTab}>
        {facts === null || facts.reachedUs === 0 ? (
          <p className={shared.note}>{WORDS.nothing}</p>
        ) : (
          <>
            <p className={shared.note}>{fill(WORDS.until, { at: formatSeconds(facts.reachedUs) })}</p>
            {tab === 'trips' ? <Trips facts={facts} /> : <Cpu facts={facts} />}
          </>
        )}
      </Tabs>
    </Dialog>
  );
}
