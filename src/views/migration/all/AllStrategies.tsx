/** Every strategy under the same conditions: a table and a small picture of each. */
export function AllStrategies() {
  return <section aria-label="All strategies" />;
}
