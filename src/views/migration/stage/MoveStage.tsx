/** Both sides: hosts, the link between them, and the memory page by page. */
export function MoveStage() {
  return <section aria-label="Memory" />;
}
