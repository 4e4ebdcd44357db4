/** What the workspace says around its views, in English. */
const WORDS = {
  loading: 'Getting ready to explore …',
  readFailed: 'What can be explored could not be read; reload the page to try again.',
  outcomes: {
    completed: 'completed',
    'not-converged': 'never converges',
    aborted: 'called off',
    'vm-lost': 'VM lost',
    refused: 'cannot be run',
  } as Readonly<Record<string, string>>,
} as const;

/** What a run came to, as people say it. */
export function outcomeText(outcome: string): string {
  return WORDS.outcomes[outcome] ?? outcome.replaceAll('-', ' ');
}
