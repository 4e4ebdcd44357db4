/** The engine from the command line: JSON on standard output; errors as one sentence on standard error, exit 2. */
import { analyse } from './analyse.ts';
import { Complaint } from './complaint.ts';
import { list } from './list.ts';
import { migrate } from './migrate.ts';
import { run } from './run.ts';
import { tree } from './tree.ts';

const USAGE =
  'Use: cli run [scenario.json] | migrate [migration.json] | analyse [migration.json] | tree KIND OPS [--start S] [--set NAME=VALUE]… | list; "-" reads standard input.';

const COMMANDS: Readonly<Record<string, (words: readonly string[]) => string>> = {
  run,
  migrate,
  analyse,
  tree,
  list,
};

function main(words: readonly string[]): string {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === 'help') return `${USAGE}\n`;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new Complaint(`There is no command "${name}". ${USAGE}`);
  return command(rest);
}

// Whoever reads may have read enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.stdout.write(main(process.argv.slice(2)));
} catch (error) {
  // A sentence for whoever typed it; where the program itself is at fault, the place helps whoever mends it.
  const sentence = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}
