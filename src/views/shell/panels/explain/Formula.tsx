import { Fragment } from 'react';

/** "D_q = 8 · queue · η / C" with its indices below the line. */
export function Formula({ text }: { text: string }) {
  return text.split(/_(\w)/).map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a formula never change their order
    i % 2 === 1 ? <sub key={i}>{part}</sub> : <Fragment key={i}>{part}</Fragment>,
  );
}
