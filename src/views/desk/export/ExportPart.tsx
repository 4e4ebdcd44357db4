export default function ExportPart(_: { close: () => void }) {
  return null;
}
