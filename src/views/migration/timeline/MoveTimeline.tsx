/** Rounds, remaining bytes, wire and guest over time; the strip is the scrubber. */
export function MoveTimeline() {
  return <section aria-label="Time line" />;
}
