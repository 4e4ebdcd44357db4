/**
 * Messages between the page and any of its workers. A map names each request with its reply and, for long work, its
 * progress; `frame` is the request of which only the latest is answered, `describe` the one that is always quick.
 */
interface Exchange {
  request: unknown;
  reply: unknown;
  /** sent any number of times before the reply */
  progress?: unknown;
}

export type ExchangeMap<M> = { [N in keyof M]: Exchange };

export type NameOf<M> = keyof M & string;

type ProgressOf<E> = E extends { progress: infer P } ? P : never;

export type Progress<M, N extends keyof M> = ProgressOf<M[N]>;

/** From page to worker: a request, or the word that a request's answer is not wanted any more. */
export type ToWorkerOf<M extends ExchangeMap<M>> =
  | { [N in NameOf<M>]: { id: number; name: N; request: M[N]['request'] } }[NameOf<M>]
  | { id: number; name: 'cancel' };

export type FromWorkerOf<M extends ExchangeMap<M>> =
  | { [N in NameOf<M>]: { id: number; name: N; reply: M[N]['reply'] } }[NameOf<M>]
  | { id: number; progress: unknown }
  | { id: number; error: string }
  /** the worker's word that a request was overtaken by a newer one of its kind, or was cancelled */
  | { id: number; superseded: true };
