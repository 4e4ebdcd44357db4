import shared from './explain.module.css';
import { Flows } from './Flows.tsx';
import type { Facts } from './facts.ts';
import { Histogram } from './Histogram.tsx';
import { PingParts } from './PingParts.tsx';
import { Queue } from './Queue.tsx';
import { Spans } from './Spans.tsx';
import { Station } from './Station.tsx';

export function Trips({ facts }: { facts: Facts }) {
  return (
    <div className={shared.page}>
      <PingParts facts={facts} />
      <Queue facts={facts} />
      <Histogram facts={facts} />
      <Spans facts={facts} />
      <Station facts={facts} />
      <Flows facts={facts} />
    </div>
  );
}
