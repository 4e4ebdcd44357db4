import { useEffect, useSyncExternalStore } from 'react';

/** The glossary comes when the first term is on screen: nobody opens one before it can be read. */
let glossary: Readonly<Record<string, string>> | null = null;
let asked = false;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const current = () => glossary;

function ask(): void {
  if (asked) return;
  asked = true;
  import('./glossary.ts').then(
    ({ GLOSSARY }) => {
      glossary = GLOSSARY;
      for (const listener of listeners) listener();
    },
    () => {
      // The next term asks again.
      asked = false;
    },
  );
}

/** What a term of the glossary means; empty until the glossary is there. */
export function useMeaning(term: string): string {
  useEffect(ask, []);
  return useSyncExternalStore(subscribe, current)?.[term] ?? '';
}
