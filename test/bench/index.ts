/**
 * `npm run bench`: what the parts cost, each as a ratio to a baseline measured in the same run. Nothing is asserted: times
 * belong to the machine, ratios to the reader. `npm run bench -- --quick` leaves the million keys out.
 */
import { argv, stdout } from 'node:process';
import { benchAccesses, benchRecording } from './accesses.ts';
import { formatTable } from './measure.ts';
import { benchMigrations, benchSoloAccesses } from './migrations.ts';
import { benchMoments, benchRun } from './moments.ts';
import { benchPrediction } from './prediction.ts';
import { benchRecordingOff } from './recording.ts';
import { benchSweeps } from './sweeps.ts';
import { benchTrees, formatTreeRows } from './trees.ts';

const quick = argv.includes('--quick');
const rounds = quick ? 3 : 7;

const print = (text: string): void => {
  stdout.write(`${text}\n\n`);
};

print(formatTable(benchRun(rounds)));
for (const table of benchMoments(rounds)) print(formatTable(table));
print(formatTable(benchAccesses(rounds)));
print(formatTable(benchMigrations(rounds)));
print(formatTable(benchSoloAccesses(rounds)));
print(formatTable(benchSweeps(rounds)));
for (const table of benchPrediction(quick)) print(formatTable(table));
for (const table of benchRecording(rounds)) print(formatTable(table));
for (const table of await benchRecordingOff(undefined, quick ? 5 : 21)) print(formatTable(table));
print(formatTreeRows(await (quick ? benchTrees([1000, 65_536], rounds) : benchTrees())));
