/** The help dialog's words. What is said of each tree comes from the registry. */
export const HELP = {
  title: 'How to read and drive the trees',
  keysTitle: 'Keys',
  keys: [
    ['Space', 'play and pause; go on after an answer in Predict'],
    ['← →', 'one step back or forward'],
    ['Shift ← →', 'one operation back or forward'],
    ['Home, End', 'to the start, to the end of all operations'],
    ['/', 'to the field for operations; Esc leaves it'],
    ['0 1 2', 'the code: one line a case, its bodies, every assignment; 1 to 4 answer in Predict'],
    ['P', 'presentation: larger text, fewer parts'],
    ['PageDown, PageUp', 'in presentation: one step, as a clicker sends them'],
    ['Esc', 'closes what is open, leaves Predict, then the presentation'],
    ['?', 'this help'],
  ],
  sections: [
    {
      title: 'The picture',
      lines: [
        'A node stands under its key’s place in the order of all keys, so that a rotation moves nodes only up or down. Its depth is what finding it costs.',
        'The area of a node is how often it was asked for, the width of an edge how often its whole subtree was. Trees that keep no counts show those of the app.',
        'Purple is the way of this operation and the pair it decides about. A subtree that changes hands in a rotation is marked.',
        'A zig-zig or zig-zag is two rotations, one after the other; for a zig-zig the upper one comes first, and that makes all the difference to move to root.',
      ],
    },
    {
      title: 'Operations',
      lines: [
        'Type them: insert 5 9; find 3; delete 7. Bare keys are accesses: found, or else inserted. They run at once, before what comes next; nothing of the stream is lost, and Undo takes them back.',
        'A click on a node offers access, find and delete. A long list that is pasted, or a file that is dropped, can become the stream or the start shape.',
      ],
    },
  ],
  treesTitle: 'The trees',
  tree: '{name}: {description} ({source})',
  honest: {
    title: 'What is from the papers, resolved, our own',
    lines: [
      'From paper B: the lazy counting tree with its two tables, and the thresholds in them.',
      'Resolved, because the print cannot be run: it counts after the recursive call, its loop never ends, there is no mirror case. Here: count first, once, mirrored. Switches of the lab go back to the print.',
      'Published elsewhere: splay and semi-splay (Sleator and Tarjan), the CBTree (Afek and others), the static optimum (Knuth). Move to root is there as the lesson of the wrong order.',
      'Our own: deletion in the counting trees (the next key in order takes the place), and the decay of counts as an experiment.',
      'Figures 6 and 7 of the paper are re-made by measuring; their curves are not in its text. The bound of the access lemma is shown where it is proved: splay and semi-splay.',
    ],
  },
} as const;
