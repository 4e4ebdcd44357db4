import { Definition } from './Definition.tsx';
import { askGlossary, useMeaning } from './use-meaning.ts';

interface Properties {
  /** its name in the glossary */
  term: string;
  /** the word on screen */
  children: string;
  more?: { readonly label: string; readonly open: () => void } | undefined;
}

/** A technical term that opens its definition. */
export function Term({ term, children, more }: Properties) {
  return <Definition term={children} meaning={useMeaning(term)} more={more} near={askGlossary} />;
}
