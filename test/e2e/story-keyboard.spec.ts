import type { Page } from '@playwright/test';
import {
  atRest,
  button,
  expect,
  lane,
  node,
  open,
  sentence,
  setSpeed,
  shownMs,
  slider,
  test,
} from './app.ts';

/** Tab until an element has the focus; a keyboard user would give up after a while, too. */
async function tabTo(page: Page, name: RegExp, within = 'body', most = 60): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(
      ({ source, scope }) => {
        const { activeElement } = document;
        const label = activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
        return activeElement?.closest(scope) != null && new RegExp(source).test(label);
      },
      { source: name.source, scope: within },
    );
    if (found) return;
  }
  throw new Error(`Tab does not reach ${name} within ${most} presses.`);
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('the story by keyboard alone', async ({ page }) => {
  await open(page);

  await test.step('stop node 1', async () => {
    await tabTo(page, /^Stop node 1$/);
    await press(page, 'Enter');
    await expect(sentence(page)).toContainText('is told to stop');
    await expect(button(page, 'Stop node 1')).toBeFocused();
    await expect(button(page, 'Stop node 1')).toBeDisabled();
  });

  await test.step('Space pauses and goes on, also where the focus has been left', async () => {
    await press(page, 'Space');
    await atRest(page);
    await expect(button(page, 'Play')).toBeVisible();
    await press(page, 'Space');
    await expect(button(page, 'Pause')).toBeVisible();
    await press(page, 'Space');
    await atRest(page);
  });

  await test.step('Shift + arrows go from turn to turn, Home and End as far as was played', async () => {
    await press(page, 'Shift+ArrowRight');
    await expect(page.getByText('held at reserve memory: press Space')).toBeVisible();
    await expect(sentence(page)).toContainText('of memory aside for x0');
    const reserveMs = await shownMs(page);
    await press(page, 'Shift+ArrowLeft');
    await expect(sentence(page)).toContainText('is told to stop');
    await atRest(page);
    expect(await shownMs(page)).toBeLessThan(reserveMs);
    await press(page, 'Home');
    await atRest(page, 0);
    await press(page, 'End');
    await atRest(page, reserveMs);
  });

  await test.step('on to the stream', async () => {
    for (const phase of ['predict hot pages', 'round 1']) {
      await press(page, 'Shift+ArrowRight');
      await expect(page.getByText(`held at ${phase}: press Space`)).toBeVisible();
    }
    await press(page, 'Space');
    await expect(sentence(page)).toContainText('makes pings take');
    await expect(lane(page, 'Round-trip time')).toContainText(/During the stream: mean 1\.0/);
    await press(page, 'Space');
    await atRest(page);
  });

  await test.step('arrows step from ping to ping', async () => {
    const fromMs = Math.floor((await shownMs(page)) / 10) * 10;
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await atRest(page, fromMs + 30);
    await press(page, 'ArrowLeft');
    await atRest(page, fromMs + 20);
  });

  await test.step('why did this ping take so long', async () => {
    await slider(page).focus();
    await press(page, 'Shift+Tab');
    await expect(lane(page, 'Round-trip time').getByRole('button')).toBeFocused();
    await press(page, 'Enter', 'ArrowLeft');
    const card = page.getByRole('region', { name: 'Picked ping' });
    await expect(card).toBeVisible();
    await tabTo(page, /^Why\?$/, '[aria-label="Picked ping"]');
    await press(page, 'Enter');
    const why = page.getByRole('dialog', { name: 'Where did this ping’s time go?' });
    await expect(why).toBeVisible();
    await expect(why.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(why.getByRole('listitem').first()).toContainText('This ping took');
    await press(page, 'Escape');
    await expect(why).toBeHidden();
    await expect(card.getByRole('button', { name: 'Why?' })).toBeFocused();
    await press(page, 'Escape');
    await expect(card).toBeHidden();
  });

  await test.step('help opens, takes the focus and gives it back', async () => {
    await slider(page).focus();
    await press(page, 'Shift+?');
    const help = page.getByRole('dialog', { name: 'How to read and drive this page' });
    await expect(help).toBeVisible();
    await expect(help.getByText('Shift ← →')).toBeVisible();
    await press(page, 'Escape');
    await expect(help).toBeHidden();
    await expect(slider(page)).toBeFocused();
  });
});

test('a clicker drives the whole story in present mode', async ({ page }) => {
  await open(page);
  await setSpeed(page, '4 ×');
  await sentence(page).click();
  await press(page, 'p');
  await expect(button(page, 'Leave')).toBeVisible();
  await press(page, 'PageDown');
  for (const [phase, words] of [
    ['stop notice', 'is told to stop'],
    ['reserve memory', 'of memory aside for x0'],
    ['predict hot pages', 'Which pages of x0 are hot?'],
    ['round 1', 'Round 1.'],
  ] as const) {
    await expect(page.getByText(`held at ${phase}: press Space`)).toBeVisible();
    await expect(sentence(page)).toContainText(words);
    await press(page, 'PageDown');
  }
  for (const phase of ['Round 2', 'Round 3', 'Round 4', 'Round 5', 'Stop-and-copy', 'All of x0']) {
    await expect(sentence(page)).toContainText(phase);
    await atRest(page);
    await press(page, 'PageDown');
  }
  await expect(sentence(page)).toContainText('of downtime; a gratuitous ARP told the network');
  await expect(node(page, 2)).toContainText('x0 runs here');
  const recoverMs = await shownMs(page);
  await press(page, 'PageUp');
  await expect(sentence(page)).toContainText('All of x0');
  await atRest(page);
  expect(await shownMs(page)).toBeLessThan(recoverMs);
  await press(page, 'Escape');
  await expect(button(page, 'Leave')).toBeHidden();
});
