export default function KeepPart(_: { close: () => void }) {
  return null;
}
