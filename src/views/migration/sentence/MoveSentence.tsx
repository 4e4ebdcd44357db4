/** The clock, and in one sentence what is happening now. */
export function MoveSentence() {
  return <section aria-label="What is happening" />;
}
