/**
 * What a visitor waits for. The first load is the page's script with everything it imports statically and the worker
 * it starts; a workspace that opens later brings its own chunks and its own worker.
 */
import { readdirSync, readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

/** A chunk and all it cannot do without. */
function withImports(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const other of manifest[name].imports ?? []) withImports(other, seen);
  return seen;
}

const files = (names, kind) =>
  [
    ...new Set(
      [...names].flatMap((name) => (kind === 'js' ? [manifest[name].file] : (manifest[name].css ?? []))),
    ),
  ].map((file) => `dist/${file}`);

const worker = (whose) =>
  readdirSync('dist/assets')
    .filter((file) => file.startsWith(`worker-${whose}-`))
    .map((file) => `dist/assets/${file}`);

const first = withImports('index.html');
const later = (name) => [...withImports(name)].filter((chunk) => !first.has(chunk));
/** what somebody waits for who opens a workspace: its own file with all that cannot be left for later */
const opened = (file) => later(`src/views/${file}.tsx`);

export default [
  {
    name: 'First load, script and worker',
    path: [...files(first, 'js'), ...worker('failover')],
    gzip: true,
    limit: '240 kB',
  },
  { name: 'First load, style', path: files(first, 'css'), gzip: true, limit: '60 kB' },
  {
    name: 'Trees, script and worker',
    path: [...files(opened('trees/TreesWorkspace'), 'js'), ...worker('trees')],
    gzip: true,
    limit: '130 kB',
  },
  {
    name: 'Migration, script and worker',
    path: [...files(opened('migration/MigrationWorkspace'), 'js'), ...worker('migration')],
    gzip: true,
    limit: '130 kB',
  },
  {
    name: 'Explore, script and worker',
    path: [...files(opened('explore/ExploreWorkspace'), 'js'), ...worker('explore')],
    gzip: true,
    limit: '155 kB',
  },
  {
    name: 'Evidence, script and worker',
    path: [...files(opened('evidence/EvidencePage'), 'js'), ...worker('migration')],
    gzip: true,
    limit: '80 kB',
  },
  { name: 'All style', path: 'dist/**/*.css', gzip: true, limit: '80 kB' },
];
