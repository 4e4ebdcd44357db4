export default function EmbedPart(_: { close: () => void }) {
  return null;
}
