import { useSyncExternalStore } from 'react';

/** The glossary comes when somebody nears a term, by pointer or keyboard: before it can be opened. */
let glossary: Readonly<Record<string, string>> | null = null;
let asked = false;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const current = () => glossary;

export function askGlossary(): void {
  if (asked) return;
  asked = true;
  import('./glossary.ts').then(
    ({ GLOSSARY }) => {
      glossary = GLOSSARY;
      for (const listener of listeners) listener();
    },
    () => {
      // The next time asks again.
      asked = false;
    },
  );
}

/** What a term of the glossary means; empty until the glossary is there. */
export function useMeaning(term: string): string {
  return useSyncExternalStore(subscribe, current)?.[term] ?? '';
}
