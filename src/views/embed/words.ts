export const WORDS = {
  open: 'Open in Migrascope',
  openShort: 'Migrascope',
  opens: 'Opens what is shown here as a whole, in a new tab',
  region: 'Playback',
  play: 'Play',
  pause: 'Pause',
  moment: 'Moment',
  operation: 'Operation',
  seconds: '{seconds}\u202fs',
  operationOf: '{operation} of {operations}',
  title: '{label}: Migrascope',
  picture: '{label}, a picture without controls. Open it in Migrascope to read and drive it.',
  locked: 'Locked by this link: {locks}',
  unlock: 'Open without locks',
  noOrigin:
    'The frame around this page gives it no origin of its own, so its simulation cannot start. Let the iframe have no sandbox, or sandbox="allow-scripts allow-same-origin allow-popups".',
} as const;
