import type { Locator, Page } from '@playwright/test';
import {
  atRest,
  button,
  drawn,
  EARLY_STOP,
  expect,
  open,
  region,
  said,
  shownMs,
  slider,
  test,
} from './app.ts';

/** Everything one frame holds, in a form that can be compared. */
function frameOf(page: Page) {
  return page.evaluate(async () => {
    const { frame } = window.__migrascope.store.getState();
    const pages = frame?.pages ? await crypto.subtle.digest('SHA-256', frame.pages.slice()) : null;
    return JSON.stringify({
      // which command revision the history has is no part of the picture
      scalars: [...(frame?.scalars ?? [])].map(String),
      cpu: [...(frame?.cpu ?? [])],
      pages: pages && [...new Uint8Array(pages)],
      tree: frame?.tree && { ...frame.tree, rows: [...frame.tree.rows] },
    });
  });
}

const picture = (of: Page | Locator) => of.screenshot({ animations: 'disabled', caret: 'hide' });

/** The picture once it has come to rest: numbers and scales follow at human speed. */
async function settled(page: Page, part: Page | Locator = page): Promise<Buffer> {
  let last = await picture(part);
  await expect
    .poll(
      async () => {
        const before = last;
        last = await picture(part);
        return last.equals(before);
      },
      { intervals: [250] },
    )
    .toBe(true);
  return last;
}

/** How far two pictures differ: pixels, and the largest difference of one colour among them. */
async function difference(page: Page, a: Buffer, b: Buffer): Promise<{ pixels: number; largest: number }> {
  if (a.equals(b)) return { pixels: 0, largest: 0 };
  return page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      let [pixels, largest] = [0, 0];
      for (let at = 0; at < (first?.length ?? 0); at += 4) {
        let most = 0;
        for (let colour = at; colour < at + 3; colour += 1)
          most = Math.max(most, Math.abs((first?.[colour] ?? 0) - (second?.[colour] ?? 0)));
        if (most > 0) pixels += 1;
        largest = Math.max(largest, most);
      }
      return { pixels, largest };
    },
    [a.toString('base64'), b.toString('base64')],
  );
}

/**
 * The same picture, at the latest when it has come to rest. The browser itself does not draw a dotted line alike twice
 * (some 250 pixels, a shade of 18 in 255); anything else shows more than that.
 */
async function expectPicture(
  page: Page,
  wanted: Buffer,
  name: string,
  part: Page | Locator = page,
): Promise<void> {
  let last = { pixels: 0, largest: 0 };
  const same = async () => {
    last = await difference(page, wanted, await picture(part));
    return last.pixels <= 500 && last.largest <= 24 ? 'the same' : `differs: ${JSON.stringify(last)}`;
  };
  await expect.poll(same, { message: `picture at ${name}`, timeout: 5_000 }).toBe('the same');
}

/** Middle of the stop notice, of round 1, of the pause, of recovery, of x1's move, and the end. */
const MOMENTS_MS = [1020, 2500, 4235, 4400, 6000, 30_000];

test('any moment shows the same frame and the same picture, however it was reached', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 30_000 });
  await page.mouse.move(0, 0);
  await slider(page).focus();
  const go = (atMs: number) =>
    page.evaluate((us) => window.__migrascope.store.getState().actions.seek(us), atMs * 1000);
  const first = new Map<number, { frame: string; sentence: string; picture: Buffer }>();
  for (const atMs of MOMENTS_MS) {
    await go(atMs);
    await atRest(page, atMs);
    const seen = await settled(page);
    first.set(atMs, { frame: await frameOf(page), sentence: await said(page), picture: seen });
  }
  for (const atMs of [...MOMENTS_MS].reverse()) {
    await go(atMs);
    await atRest(page, atMs);
    const before = first.get(atMs);
    expect(await frameOf(page), `frame at ${atMs} ms`).toBe(before?.frame);
    await expect.poll(() => said(page)).toBe(before?.sentence);
    await expectPicture(page, before?.picture ?? Buffer.alloc(0), `${atMs} ms`);
  }
});

test('by keyboard away and back again', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 5000 });
  await slider(page).focus();
  await slider(page).press('PageUp');
  await atRest(page);
  const here = await shownMs(page);
  expect(here).toBeLessThan(5000);
  const frame = await frameOf(page);
  const words = await said(page);
  const cluster = region(page, 'Cluster');
  const seen = await settled(page, cluster);
  for (const key of ['Shift+ArrowLeft', 'Home', 'End', 'Shift+ArrowLeft', 'ArrowLeft']) {
    await slider(page).press(key);
    await atRest(page);
    expect(await shownMs(page)).not.toBe(here);
  }
  await page.evaluate((us) => window.__migrascope.store.getState().actions.seek(us), here * 1000);
  await atRest(page, here);
  expect(await frameOf(page)).toBe(frame);
  await expect.poll(() => said(page)).toBe(words);
  await expectPicture(page, seen, 'the moment left by keyboard', cluster);
});

test('the strip is the scrubber: drag to any moment, and never ahead of what was played', async ({
  page,
}) => {
  await open(page, { stops: EARLY_STOP, atMs: 3000 });
  const box = await slider(page).boundingBox();
  if (!box) throw new Error('The slider has no place on the page.');
  const at = (share: number) => [box.x + box.width * share, box.y + 8] as const;
  await page.mouse.move(...at(0.3));
  await page.mouse.down();
  const visited: number[] = [];
  for (const share of [0.3, 0.2, 0.1, 0.25]) {
    await page.mouse.move(...at(share), { steps: 4 });
    await atRest(page);
    visited.push(await shownMs(page));
  }
  await page.mouse.up();
  const [a = 0, b = 0, c = 0, d = 0] = visited;
  expect(a).toBeGreaterThan(b);
  expect(b).toBeGreaterThan(c);
  expect(d).toBeGreaterThan(b);
  expect(Math.abs(Number(await slider(page).getAttribute('aria-valuenow')) - d)).toBeLessThan(1);

  await page.mouse.move(...at(0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.999), { steps: 3 });
  await page.mouse.up();
  await atRest(page, 3000);
  await expect(slider(page)).toHaveAttribute('aria-valuemax', '3000');
});

test('the future is not told before it was reached', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await expect(slider(page)).toHaveAttribute('aria-valuemax', '2500');
  await slider(page).press('End');
  await atRest(page, 2500);
  const body = await page.locator('body').innerText();
  expect(body).not.toMatch(/Just after|Recovered|against plain pre-copy|runs there/);
  const known = await page.evaluate(() => {
    const { branches } = window.__migrascope.store.getState();
    return branches.map(({ history, farHistory, series }) => ({
      events: Math.max(...((farHistory ?? history)?.events.map(({ atUs }) => atUs) ?? [0])),
      pings: series.pings.data[(series.pings.rows - 1) * series.pings.width] ?? 0,
    }));
  });
  expect(known).toHaveLength(1);
  expect(known[0]?.events).toBeLessThanOrEqual(2_500_000);
  expect(known[0]?.pings).toBeLessThanOrEqual(2_500_000);
  // Played once, it stays.
  await button(page, 'Next turning point').click();
  await expect(page.getByText('held at round 2: press Space')).toBeVisible();
  await slider(page).press('Home');
  await atRest(page, 0);
  await drawn(page);
  expect(Number(await slider(page).getAttribute('aria-valuemax'))).toBeGreaterThan(4000);
});
