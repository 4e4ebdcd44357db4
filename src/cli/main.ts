/** The engine from the command line: JSON on standard output; errors as one sentence on standard error, exit 2. */
import { analyse } from './analyse.ts';
import { Complaint } from './complaint.ts';
import { list } from './list.ts';
import { migrate } from './migrate.ts';
import { run } from './run.ts';
import { sweep } from './sweep.ts';
import { tree } from './tree.ts';

const USAGE =
  'Use: cli run [scenario.json] | migrate [migration.json] | analyse [migration.json] | tree KIND OPS [--start S] [--set NAME=VALUE]… | sweep [sweep.json] [--shard i/n] | sweep --ready [NAME] | list; "-" reads standard input.';

/** A whole answer, or its parts as they come. */
type Answer = string | Iterable<string>;

const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Answer>> = {
  run,
  migrate,
  analyse,
  tree,
  sweep,
  list,
};

function answerTo(words: readonly string[]): Answer {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === 'help') return `${USAGE}\n`;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new Complaint(`There is no command "${name}". ${USAGE}`);
  return command(rest);
}

/** @returns false where nobody reads any more (`| head`) */
function write(text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
      if (error == null) resolve(true);
      else if (error.code === 'EPIPE') resolve(false);
      else reject(error);
    });
  });
}

// The callback of each write tells it; without a listener it would be thrown besides.
process.stdout.on('error', () => undefined);

try {
  const answer = answerTo(process.argv.slice(2));
  for (const part of typeof answer === 'string' ? [answer] : answer) if (!(await write(part))) break;
} catch (error) {
  // A sentence for whoever typed it; where the program itself is at fault, the place helps whoever mends it.
  const sentence = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}
