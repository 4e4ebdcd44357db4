export default function ImportPart(_: { close: () => void }) {
  return null;
}
