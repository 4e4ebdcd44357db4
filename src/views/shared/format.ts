/** How the views print numbers; the command line prints them the same way, so the words live in base. */
export * from '../../base/format.ts';
