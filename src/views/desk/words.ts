export const DESK = {
  title: 'Keep, export, import, embed',
  parts: 'What to do',
  loading: 'One moment …',
  names: { keep: 'Keep', export: 'Export', import: 'Import', embed: 'Embed and lock' },
} as const;
