/**
 * Finds or fetches a Chromium for the browser tests, and proves that it opens a page before it says so.
 *
 * As a module:  `const path = await ensureBrowser()`
 * As a script:  `node test/tools/ensure-browser.mjs` prints the path; progress goes to standard error.
 *
 * In order: `CHROMIUM_PATH`, the path remembered from last time, the copy that npm installed, a Chrome or Chromium of
 * the system, Playwright's download, Debian's package. The npm copy comes before the system's so that everyone tests
 * with the same build; it is Linux x64 only.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const cache = join(root, 'node_modules/.cache/migrascope');
const remembered = join(cache, 'browser-path');

/** No sandbox, since continuous integration runs as root; no hinting, so that text looks alike on every machine. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const say = (text) => process.stderr.write(`${text}\n`);

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Opening a page asks more than `--version`: missing libraries and fonts only show then. */
export async function opensAPage(executablePath) {
  if (!isExecutable(executablePath)) return false;
  let browser;
  try {
    browser = await chromium.launch({ executablePath, args: browserArguments, timeout: 30_000 });
    const page = await browser.newPage();
    await page.setContent('<title>ready</title>');
    return (await page.title()) === 'ready';
  } catch (error) {
    say(`  ${executablePath} does not start: ${String(error.message).split('\n')[0]}`);
    return false;
  } finally {
    await browser?.close();
  }
}

/**
 * The package unpacks into TMPDIR and takes whatever lies there already, so each version gets a folder of its own,
 * filled under another name and renamed at the end: an interrupted run leaves nothing half-written behind.
 */
async function fromPackage() {
  if (platform() !== 'linux' || arch() !== 'x64') return;
  // The package exports only its module, so its version is read two folders above that.
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packageFolder = resolve(dirname(entry), '../..');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const folder = join(cache, `chromium-${version}`);
  const executable = join(folder, 'chromium');
  if (!existsSync(executable)) {
    say(`Unpacking Chromium ${version} …`);
    const staging = `${folder}.${process.pid}`;
    mkdirSync(staging, { recursive: true });
    const before = process.env.TMPDIR;
    process.env.TMPDIR = staging;
    try {
      const { default: sparticuz } = await import('@sparticuz/chromium');
      await sparticuz.executablePath();
      if (!existsSync(executable)) renameSync(staging, folder);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      rmSync(staging, { recursive: true, force: true });
    }
  }
  return executable;
}

function fromSystem() {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const programs = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ];
  return programs.find(isExecutable);
}

/** Standard output belongs to the path alone, so a child's goes to standard error. */
const run = (command, parameters) =>
  spawnSync(command, parameters, { cwd: root, stdio: ['ignore', 2, 2], timeout: 300_000 }).status === 0;

function fromPlaywright() {
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  say('Downloading Chromium with Playwright …');
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  return run(process.execPath, [cli, 'install', 'chromium']) ? path : undefined;
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  say('Installing Debian’s chromium …');
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  return '/usr/bin/chromium';
}

/**
 * Path of a Chromium that starts. Throws a sentence that says what to do when there is none to be had.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (await opensAPage(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, but no Chromium starts from there. Correct it or unset it.`);
  }
  if (existsSync(remembered)) {
    const path = readFileSync(remembered, 'utf8').trim();
    if (isExecutable(path)) return path;
  }
  for (const find of [fromPackage, fromSystem, fromPlaywright, fromDebian]) {
    const path = await Promise.resolve()
      .then(find)
      .catch((error) => say(`  ${error.message}`));
    if (path && (await opensAPage(path))) {
      mkdirSync(cache, { recursive: true });
      writeFileSync(remembered, `${path}\n`);
      return path;
    }
  }
  throw new Error(
    'No Chromium starts on this machine. Install Chrome or Chromium, or set CHROMIUM_PATH to one that is installed.',
  );
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await ensureBrowser()}\n`);
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}
