/** The help dialog's words. */
export const HELP = {
  title: 'How to read and drive this page',
  keysTitle: 'Keys',
  keys: [
    ['Space', 'play and pause; go on where the page holds at a turning point'],
    ['← →', 'one step back or forward: one ping, or one millisecond while the VM is paused'],
    ['Shift ← →', 'previous and next turning point'],
    ['Home, End', 'to the start, to the farthest moment reached'],
    ['P', 'presentation: larger text, fewer parts'],
    ['PageDown, PageUp', 'in presentation: the whole story, turn by turn, as a clicker sends them'],
    ['Esc', 'closes what is open, then leaves the presentation'],
    ['?', 'this help'],
  ],
  picture: {
    title: 'The picture',
    lines: [
      'The sentence says what happens now; its colours are the picture’s: pale blue has arrived, vermilion was written again after it was sent, purple is held back because it looks hot, red is failure, pink is heartbeat.',
      'Above, memory leaves one host and arrives at another; between them is the sender’s port, where replies to pings wait behind the stream.',
      'Below, the lanes stand in the order of cause on one time axis, which is also the handle to move in time. With auto-pace, short and interesting phases take more room; the strip marks how much.',
      'Why? tells the chain of causes of what you see, each with its rule and its source.',
    ],
  },
  honest: {
    title: 'What is measured, fitted, assumed',
    lines: [
      'The round trips, the length of the move and the rounds come out of mechanisms, never out of a table of results. The paper’s values stand beside them.',
      'Fitted: the pace of 700 Mb/s (it gives the 1.0 ms and the 3 s together) and the share of cold-cache reads after the move (0.247, fading within about 2 s).',
      'Assumed: what Dom0 costs (0.6 core per Gb/s), suspend and resume times, the activity of the guests the papers say nothing about.',
      'Several guests may move at once (“Moves at once” among the parameters; the others wait in line). Their streams share every port they go through equally, as TCP comes to; each keeps the pace of its script. Heartbeat itself moves one resource after another.',
      'Stop scripts have exit codes. One that fails is called again each second; if it fails ten times more the node reboots itself, as Heartbeat does, and the others learn of it by its silence.',
      'Recorded: x0’s page references are traces of real programs. Their spread over its memory and their speed are synthetic.',
      'Prediction gains little here: less than 1 % of the bytes with the recorded programs, about 3 % where a hot set is rewritten faster than round 1 lasts, and the tree no more than a plain list of recently used pages. Compare for yourself: set the predictor to none.',
    ],
  },
} as const;
