/** The help dialog's words. */
export const HELP = {
  title: 'How to explore',
  keysTitle: 'Keys',
  keys: [
    ['1 2 3', 'the sweep, what matters, two runs'],
    ['S', 'set up the sweep'],
    ['Tab', 'into the picture'],
    ['← → ↑ ↓', 'in the picture: from place to place; of lines, up and down change the line'],
    ['Page up, Page down', 'in the picture: the same place of another variant'],
    ['Home, End', 'in the picture: to the first, the last value'],
    ['Enter', 'in the picture: opens the run of the place in its workspace; Back returns here'],
    ['Esc', 'lets go of the place, closes what is open'],
    ['?', 'this help'],
  ],
  sections: [
    {
      title: 'Sweep',
      lines: [
        'A sweep runs the same scenario again and again with one or two of its numbers varied, in several variants, each with several seeds. Every place of the picture is a whole run that can be opened.',
        'One number gives lines: small dots are single seeds, large ones their mean. “Least to most” draws a band instead. Lines are told apart by dash, by the shape of their dots and by the name at their end.',
        'Two numbers give a map for each variant: the more ink, the larger the figure. Where values differ by factors, axes and inks go by factors, and the picture says so.',
        'Hatched places never converge: the stop rule did not let the VM stop before it was given up. Crossed places cannot be run; the read-out says why. Outlined places are still to come.',
        'Results appear as they come. Cancel keeps them, and Go on runs only what is missing. A place’s figures depend on its settings and seed alone, so the command line prints the very same ones.',
      ],
    },
    {
      title: 'What matters',
      lines: [
        'Each parameter of a run by itself is made lower (half) and higher (double), within its range and what the run allows; shares go by steps where they are 0. The bars show what that does to the figure, against the run as it is. Parameters that move it most stand on top.',
        'It tells of this run only: around another one other things may matter, and two parameters together may do what neither does alone. A click on a parameter opens a sweep of it.',
      ],
    },
    {
      title: 'Compare two runs',
      lines: [
        'Choose two runs of the same kind: as they stand in their workspaces, or kept ones. Both are run whole; differences are B − A. Runs are kept from every workspace by Keep in the header.',
      ],
    },
    {
      title: 'Honest',
      lines: [
        'Figures are those of the simulation: its measured, fitted and assumed parts are named in the help of the other workspaces.',
        'A mean is over the seeds that have the figure; the read-out lists each seed. Settings without the figure (no downtime where nothing ever paused) are left empty, never drawn as 0.',
      ],
    },
  ],
} as const;
