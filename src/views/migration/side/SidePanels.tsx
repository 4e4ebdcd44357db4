/** What a moment means: convergence, the pause, prediction, faults, cost, and how the sides differ. */
export function SidePanels() {
  return <section aria-label="Figures" />;
}
