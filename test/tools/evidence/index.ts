/**
 * `npm run evidence`: works out every figure the README's tables print, writes them there, and measures the speed that
 * the Evidence page shows as claimed. The page works its own tables out live; `test/evidence.test.ts` holds both together.
 * `npm run evidence -- --keep-speed` leaves the measured speed as it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { argv, stdout, version } from 'node:process';
import { recordedTraces } from '../../../src/cli/files.ts';
import { measureSpeed } from '../../../src/engine/experiments/speed.ts';
import { gains, inCluster, resultOf, spans, trees, twins } from './figures.ts';
import { withTables } from './marked.ts';
import { clusterTable, gainTable, machineTable, spanTable, treeTable } from './tables.ts';

const README = new URL('../../../README.md', import.meta.url);
const SPEED = new URL('../../../public/evidence/speed.json', import.meta.url);

const works: Readonly<Record<string, () => string>> = {
  spans: () => spanTable(spans()),
  'cluster-gains': () => clusterTable(inCluster()),
  gains: () => gainTable(gains()),
  machine: () => machineTable(twins()),
  trees: () => treeTable(trees()),
};

const tables: Record<string, string> = {};
for (const [name, work] of Object.entries(works)) {
  stdout.write(`${name} … `);
  const start = performance.now();
  tables[name] = work();
  stdout.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
}
writeFileSync(README, withTables(readFileSync(README, 'utf8'), tables));

if (!argv.includes('--keep-speed')) {
  const result = resultOf(measureSpeed(recordedTraces(), () => performance.now()));
  const rows = result.rows.map((row) => ({
    ...row,
    ratio: Number(row.ratio.toPrecision(3)),
    perSecond: Number(row.perSecond.toPrecision(3)),
  }));
  const machine = `Node ${version.slice(1).split('.')[0]}, ${cpus().length} cores`;
  writeFileSync(SPEED, `${JSON.stringify({ machine, ...result, rows }, null, 2)}\n`);
  stdout.write(`speed, measured on ${machine}\n`);
}
