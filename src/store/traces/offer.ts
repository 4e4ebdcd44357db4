/** A workspace's catalogue names the imported traces beside those that come with the app, as they come and go. */
import { traces, tracesStore } from './store.ts';

/** Where a workspace holds its catalogue. */
export interface CatalogueField<C> {
  get(): C | null;
  put(catalogue: C): void;
  subscribe(changed: () => void): void;
}

/** @param withNames the catalogue as the worker tells it, with these names added */
export function offerTraces<C>(
  field: CatalogueField<C>,
  withNames: (catalogue: C, names: readonly string[]) => C,
): void {
  /** as the worker told it last, and what was made of it */
  let told: C | null = null;
  let offered: C | null = null;
  const offer = () => {
    const catalogue = field.get();
    if (catalogue === null) return;
    if (catalogue !== offered) told = catalogue;
    const names = tracesStore.getState().list.map(({ name }) => name);
    if (told === null || (names.length === 0 && offered === null)) return;
    offered = withNames(told, names);
    field.put(offered);
  };
  field.subscribe(() => {
    if (field.get() !== offered) offer();
  });
  tracesStore.subscribe(offer);
  traces.read().then(offer, () => {});
}
