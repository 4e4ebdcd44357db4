/** What the workspace's part of the header says, in English. */
export const WORDS = {
  kind: 'Tree',
  lab: 'Lab',
  shape: 'Shape',
  export: 'Export',
  share: 'Share',
  present: 'Present',
  help: 'Help',
  opens: '▾',
} as const;
