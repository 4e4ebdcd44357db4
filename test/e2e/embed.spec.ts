/** A panel of the page in somebody else's page, on another origin; and links under which a teacher has fixed things. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';
import { EARLY_STOP, expect, link, open, test } from './app.ts';
import { openMigration } from './migration.ts';

let server: Server;
let host: string;
let html = '';

test.beforeAll(async () => {
  server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><link rel="icon" href="data:,"><title>A course</title><h1>A course</h1>${html}
      <div style="height: 2000px">Much text.</div>`);
  }).listen(0);
  await new Promise((listening) => server.once('listening', listening));
  // The app stands on 127.0.0.1: another name is another site.
  host = `http://localhost:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(() => {
  server.close();
});

/** A course page with this text in it. */
async function courseWith(page: Page, text: string): Promise<FrameLocator> {
  html = text;
  await page.goto(host);
  return page.frameLocator('iframe');
}

const frameOf = (baseURL: string | undefined, search: string, hash: string, more = '') =>
  `<iframe src="${baseURL}?${search.replaceAll('&', '&amp;')}${hash}" width="640" height="400" title="A panel" ${more}></iframe>`;

const STOPPED = link({ stops: EARLY_STOP, atMs: 2000 });

const momentOf = async (frame: FrameLocator) =>
  Number.parseFloat((await frame.locator('output').textContent()) ?? '');

test('the iframe the desk writes works on another origin, pasted as it is', async ({ page, complaints }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2000 });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Embed or lock …' }).click();
  await page.getByLabel('What is shown').selectOption('Time line');
  await page.getByRole('radio', { name: 'at the moment on screen' }).check();
  const preview = page.frameLocator('iframe[title="Preview of the embedded panel"]');
  await expect(preview.locator('output')).toHaveText(/^2\.00/);
  const text = await page.getByLabel('Text for a web page').inputValue();

  const frame = await courseWith(page, text);
  await expect(frame.getByRole('slider', { name: 'Time' })).toBeVisible();
  // Previews were left while they still loaded.
  const said = complaints.splice(0).filter((complaint) => !complaint.startsWith('failed: '));
  complaints.push(...said);
  await expect(frame.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await expect(frame.getByRole('banner')).toBeHidden();
  await expect(frame.getByRole('article', { name: 'node 1' })).toBeHidden();
  // It waits at its moment for whoever plays it.
  await expect(frame.locator('output')).toHaveText(/^2\.00/);
  await frame.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => momentOf(frame)).toBeGreaterThan(2.05);
  await page.keyboard.press('Space');
  await expect(frame.getByRole('button', { name: 'Play' })).toBeVisible();
  await frame.getByRole('slider', { name: 'Moment' }).focus();
  await page.keyboard.press('Home');
  await expect(frame.locator('output')).toHaveText(/^0\.00/);
  // The whole is one click away, without the frame's search part.
  await expect(frame.getByRole('link', { name: 'Open in Migrascope' })).toHaveAttribute(
    'href',
    /^http:\/\/127\.0\.0\.1:\d+\/#\/failover\?v=1&run=/,
  );
});

test('the wheel over a panel scrolls the page around it', async ({ page, baseURL }) => {
  const frame = await courseWith(page, frameOf(baseURL, 'embed=timeline', '#/migration?t=1200'));
  const strip = frame.getByRole('slider', { name: 'Time' });
  await strip.hover();
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
});

test('without controls it is a picture that plays, and takes no keys', async ({ page, baseURL }) => {
  const frame = await courseWith(page, frameOf(baseURL, 'embed=stage&controls=0&play=1', STOPPED));
  const time = () =>
    page.frames()[1]?.evaluate(() => window.__migrascope.store.getState().playback.reachedUs) ?? 0;
  await expect.poll(time).toBeGreaterThan(2_050_000);
  await expect(frame.locator('main')).toHaveAttribute('inert');
  await expect(frame.getByRole('button', { name: 'Stop node 2' })).toBeHidden();
  await expect(frame.getByRole('contentinfo').getByRole('button')).toHaveCount(0);
  await expect(frame.getByRole('contentinfo').getByRole('slider')).toHaveCount(0);
  await frame.getByRole('link', { name: 'Open in Migrascope' }).focus();
  await page.keyboard.press('Space');
  const before = await time();
  await expect.poll(time).toBeGreaterThan(before);
});

test('storage denied: every workspace’s panel still comes', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('The request was denied.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: denied });
  });
  const panels = [
    ['embed=tree&theme=dark', '#/failover', 'Which pages are hot?'],
    ['embed=stage', '#/migration', 'Pre-copy'],
    ['embed=picture&theme=light', '#/trees', 'Lazy counting splay tree'],
  ] as const;
  for (const [search, hash, words] of panels) {
    const frame = await courseWith(page, frameOf(baseURL, search, hash));
    await expect(frame.getByRole('heading', { name: words }).first()).toBeVisible();
    await expect(frame.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
    const scheme = search.includes('dark') ? 'dark' : 'light';
    await expect(frame.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
  }
});

test('a sandbox with an origin will do, one without is told what is missing', async ({ page, baseURL }) => {
  const allowed = 'sandbox="allow-scripts allow-same-origin"';
  const frame = await courseWith(page, frameOf(baseURL, 'embed=stage', STOPPED, allowed));
  await expect(frame.getByRole('article', { name: 'node 1' })).toBeVisible();

  // A server that gives its files to everybody, as those for static pages do.
  await page.route(`${baseURL}**`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      headers: { ...answer.headers(), 'access-control-allow-origin': '*' },
    });
  });
  const closed = await courseWith(page, frameOf(baseURL, 'embed=stage', STOPPED, 'sandbox="allow-scripts"'));
  await expect(closed.getByRole('alert')).toContainText('sandbox="allow-scripts allow-same-origin');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('an unknown panel is told, and the whole is shown', async ({ page }) => {
  await page.goto('./?embed=engine#/failover');
  await expect(page.getByRole('alert')).toContainText('has no panel "engine" to embed');
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(page.getByRole('article', { name: 'node 1' })).toBeVisible();
});

test('a teacher’s locks hold by mouse, menu and keyboard, and can be opened', async ({ page }) => {
  await page.goto(`./?lock=failures,parameters,workspaces${STOPPED}`);
  await expect(page.getByRole('article', { name: 'node 1' })).toBeVisible();
  const note = page.getByText('Locked by this link: failures, parameters, workspaces');
  await expect(note).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop node 2' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Workspaces' })).toBeHidden();

  await page.getByRole('article', { name: 'node 2' }).click({ button: 'right', position: { x: 20, y: 10 } });
  const item = page.getByRole('menuitem').first();
  await expect(item).toContainText('This link fixes the failures');
  await item.press('Enter');
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.__migrascope.store.getState().actions.stopNode(2));
  await expect(page.getByRole('status').filter({ hasText: 'This link fixes the failures' })).toBeVisible();
  expect(await page.evaluate(() => window.__migrascope.store.getState().branches.length)).toBe(1);

  await page.getByRole('button', { name: 'Parameters' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: /^Seed/ })).toBeDisabled();
  await expect(page.getByRole('dialog')).toContainText('This link fixes the parameters');
  await page.keyboard.press('Escape');

  // What is locked stays in the address while time goes on.
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toContain('t=2010');
  expect(page.url()).toContain('?lock=failures,parameters,workspaces#/failover');
  await page.getByRole('link', { name: 'Open without locks' }).click();
  await expect(page.getByRole('button', { name: 'Stop node 2' })).toBeVisible();
  expect(page.url()).not.toContain('lock');
});

test('locked, the Migration workspace refuses its keys in one sentence', async ({ page }) => {
  await openMigration(page, { atMs: 1200 });
  await page.goto(`./?lock=failures${new URL(page.url()).hash}`);
  await page.waitForFunction(() => (window.__migrascope.migration?.getState().moment ?? null) !== null);
  await expect(page.getByRole('button', { name: 'Break the link' })).toBeHidden();
  await page.keyboard.press('b');
  await expect(page.getByRole('alert').filter({ hasText: 'This link fixes the failures' })).toBeVisible();
});
