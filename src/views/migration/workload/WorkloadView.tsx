/** The workload by itself: miss ratios, stack distances, U(t), and the rounds that follow by formula. */
export function WorkloadView() {
  return <section aria-label="Workload" />;
}
