/** The events of a cluster run. Priorities decide among events of one microsecond: causes before what observes them. */
import type { Micros } from '../../base/units.ts';

interface Base {
  time: Micros;
  readonly priority: number;
  sequence: number;
}

export type SimEvent =
  /** a node sends a heartbeat */
  | (Base & { readonly kind: 'beat'; readonly node: number })
  /** a heartbeat arrives */
  | (Base & { readonly kind: 'heard'; readonly from: number; readonly to: number; readonly start: number })
  /** a look at whether a peer has been silent for too long */
  | (Base & {
      readonly kind: 'silence';
      readonly node: number;
      readonly peer: number;
      readonly start: number;
    })
  | (Base & { readonly kind: 'shot'; readonly by: number; readonly target: number; readonly attempt: number })
  /** a node's Heartbeat begins; dropped if the node was switched off meanwhile */
  | (Base & { readonly kind: 'node-up'; readonly node: number; readonly start: number })
  /** somebody looks whether a VM that died is still there */
  | (Base & { readonly kind: 'monitor'; readonly vm: number })
  /** a migration through which nothing gets has been waited for long enough */
  | (Base & { readonly kind: 'stalled'; readonly job: number; readonly sinceUs: Micros })
  /** a stop script that failed is called again */
  | (Base & {
      readonly kind: 'stop-retry';
      readonly node: number;
      readonly start: number;
      readonly attempt: number;
    })
  /** the others have taken note of a controlled stop */
  | (Base & { readonly kind: 'notice'; readonly node: number })
  /** a job goes on to its next stage; dropped when the job was aborted meanwhile */
  | (Base & { readonly kind: 'stage'; readonly job: number; readonly stage: JobStage })
  /** a VM shut down or booted for a stock Heartbeat */
  | (Base & { readonly kind: 'power'; readonly vm: number; readonly what: 'down' | 'up' | 'copy-up' })
  | (Base & { readonly kind: 'arp'; readonly vm: number; readonly number: number })
  /** continuing: page references of a VM */
  | (Base & { readonly kind: 'references'; readonly vm: number })
  /** continuing: pages of a job on the wire */
  | (Base & { readonly kind: 'stream'; readonly job: number; readonly setting: number })
  | (Base & { readonly kind: 'ping' })
  | (Base & { readonly kind: 'sample' })
  | (Base & { readonly kind: 'cpu' });

/** acknowledge: the last page has left, the processor's state and the acknowledgement are under way */
export type JobStage =
  | 'reserve'
  | 'predict'
  | 'stream'
  | 'suspend'
  | 'copy'
  | 'acknowledge'
  | 'activate'
  | 'done';

const PRIORITY: Record<SimEvent['kind'], number> = {
  stage: 0,
  notice: 1,
  'stop-retry': 1,
  power: 1,
  'node-up': 1,
  shot: 1,
  monitor: 1,
  stalled: 1,
  arp: 2,
  beat: 2,
  heard: 2,
  silence: 2,
  references: 3,
  stream: 4,
  ping: 5,
  sample: 6,
  cpu: 7,
};

type Draft<E> = E extends SimEvent ? Omit<E, 'priority' | 'sequence'> : never;

export function simEvent(draft: Draft<SimEvent>): SimEvent {
  return { ...draft, priority: PRIORITY[draft.kind], sequence: 0 } as SimEvent;
}
