/** What people keep in their browser, and what happens where the browser refuses. */
import type { BrowserContext, Page } from '@playwright/test';
import { atRest, EARLY_STOP, expect, link, open, test } from './app.ts';

const PLACE = { stops: EARLY_STOP, atMs: 3000 };

const dialog = (page: Page) => page.getByRole('dialog');
const kept = (page: Page) => dialog(page).getByRole('region', { name: 'Kept' }).getByRole('listitem');

async function openDesk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(dialog(page).getByRole('button', { name: 'Keep what is on screen' })).toBeEnabled();
}

async function keepAs(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog(page).getByRole('button', { name: 'Keep what is on screen' }).click();
}

const stateHash = (page: Page) =>
  page.evaluate(() => window.__migrascope.hashAt(window.__migrascope.store.getState().atUs));

test('kept, it is there after a reload and in another tab, and opens on the same state', async ({
  page,
  context,
}) => {
  await open(page, PLACE);
  const state = await stateHash(page);
  await openDesk(page);
  await keepAs(page, 'for Monday');
  await expect(dialog(page).getByRole('status').getByText('Kept as “for Monday”.')).toBeVisible();

  const other = await context.newPage();
  await open(other);
  await openDesk(other);
  await expect(kept(other)).toHaveCount(1);
  await keepAs(other, 'from the other tab');
  await expect(kept(page)).toHaveCount(2);
  await other.close();

  await page.goto('about:blank');
  await open(page);
  await openDesk(page);
  await expect(kept(page)).toContainText(['from the other tab', 'for Monday']);
  await page.getByRole('button', { name: 'Open “for Monday”' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${escaped(link(PLACE))}$`));
  await atRest(page, PLACE.atMs);
  expect(await stateHash(page)).toBe(state);
});

test('deleted by keyboard, had back by keyboard, and both last', async ({ page }) => {
  await open(page, PLACE);
  await openDesk(page);
  for (const name of ['a', 'b', 'c']) {
    await keepAs(page, name);
    await expect(page.getByRole('checkbox', { name: `Choose “${name}”` })).toBeVisible();
  }
  for (const name of ['a', 'b']) {
    await page.getByRole('checkbox', { name: `Choose “${name}”` }).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  await expect(kept(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(kept(page)).toContainText(['c', 'b', 'a']);
  await page.getByRole('button', { name: 'More about “b”' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).last().click();
  await expect(kept(page)).toHaveCount(2);
  await page.reload();
  await openDesk(page);
  await expect(kept(page)).toContainText(['c', 'a']);
});

test('a full quota is said in one sentence, and nothing changes', async ({ page }) => {
  await page.addInitScript(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (...given) {
      if (Reflect.get(window, 'full')) throw new DOMException('No room.', 'QuotaExceededError');
      return add.apply(this, given);
    };
  });
  await open(page, PLACE);
  await openDesk(page);
  await keepAs(page, 'fits');
  await expect(kept(page)).toHaveCount(1);
  await page.evaluate(() => Reflect.set(window, 'full', true));
  await keepAs(page, 'does not fit');
  await expect(dialog(page).getByRole('alert')).toHaveText(
    /storage is full, so “does not fit” was not kept\. Delete something you kept, or take this out as a file/,
  );
  await expect(kept(page)).toContainText(['fits']);
  await page.reload();
  await openDesk(page);
  await expect(kept(page)).toHaveCount(1);
});

test('storage denied: said once, kept for as long as the page lasts, nothing in the console', async ({
  page,
  context,
}) => {
  await deny(context);
  await open(page, PLACE);
  await openDesk(page);
  await expect(dialog(page).getByText(/keeps nothing for this page/)).toHaveCount(1);
  await keepAs(page, 'for now');
  await expect(kept(page)).toContainText(['for now']);
  await page.getByRole('button', { name: 'Open “for now”' }).click();
  await openDesk(page);
  await expect(kept(page)).toHaveCount(1);
});

test('a damaged record is named and in nobody’s way', async ({ page }) => {
  await open(page, PLACE);
  await openDesk(page);
  await keepAs(page, 'sound');
  await expect(kept(page)).toHaveCount(1);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const request = indexedDB.open('migrascope');
        request.onsuccess = () => {
          const tx = request.result.transaction('kept', 'readwrite');
          tx.objectStore('kept').add({ version: 1, name: 'half a record' });
          tx.oncomplete = () => done();
        };
      }),
  );
  await page.reload();
  await openDesk(page);
  await expect(dialog(page).getByText('“half a record”: it does not say when it was kept.')).toBeVisible();
  await page.getByRole('button', { name: 'Open “sound”' }).click();
  await atRest(page, PLACE.atMs);
});

test('who comes back without a link is offered where they were; a link is never overridden', async ({
  page,
}) => {
  await open(page, PLACE);
  const offer = page.getByText(/^You were/);
  await page.waitForFunction(() => localStorage.getItem('migrascope-session') !== null);
  await page.goto('about:blank');
  await open(page, '#/failover?t=500');
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('session')),
  );
  await expect(offer).toHaveCount(0);
  await page.goto('./');
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: 'Go on there' }).focus();
  await page.keyboard.press('Enter');
  await expect(offer).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`${escaped(link(PLACE))}$`));
  await atRest(page, PLACE.atMs);
});

test('a kept run is drawn behind the one on screen, and two are laid over each other', async ({ page }) => {
  await open(page, PLACE);
  await openDesk(page);
  await keepAs(page, 'as it is');
  await expect(kept(page)).toHaveCount(1);
  await page.goto('about:blank');
  await open(page, { ...PLACE, scenario: { seed: 4711 } });
  await openDesk(page);
  await keepAs(page, 'another seed');
  const address = page.url();
  await page.getByRole('button', { name: 'More about “as it is”' }).click();
  await page.getByRole('button', { name: 'Draw behind the run on screen' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText(/thin lines: .*as it is/)).toBeVisible();
  expect(page.url()).toBe(address);
  await openDesk(page);
  for (const name of ['as it is', 'another seed'])
    await page.getByRole('checkbox', { name: `Choose “${name}”` }).check();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.waitForFunction(() =>
    window.__migrascope.explore?.getState().compared.result?.every(({ outcome }) => outcome !== null),
  );
  const names = await page.evaluate(() =>
    window.__migrascope.explore?.getState().compared.result?.map(({ name }) => name),
  );
  expect(names?.toSorted()).toEqual(['another seed', 'as it is']);
});

async function deny(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    IDBFactory.prototype.open = refuse;
  });
}

function escaped(text: string): string {
  return text.replace(/[.?]/g, '\\$&');
}
