/** What the browser tests of the Evidence page share. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

export { button, drawn, expect, region, test } from './app.ts';

/** of a real hypervisor, as measured */
export const RUNS = 120;
/** a log as the page itself offers one */
export const example = readFileSync(
  new URL('../../public/evidence/example-log.jsonl', import.meta.url),
  'utf8',
);

export async function openEvidence(page: Page, query = ''): Promise<void> {
  await page.goto(`./#/evidence${query}`);
  await page.waitForFunction(() => window.__migrascope.evidence?.getState().status === 'ready');
}

export const twinsDone = (page: Page) =>
  page.waitForFunction(
    (runs) => window.__migrascope.evidence?.getState().twins.result?.length === runs,
    RUNS,
  );

/** Drops a file onto the page, as a hand does. */
export async function drop(page: Page, name: string, content: string | number[]): Promise<void> {
  const files = await page.evaluateHandle(
    ([file, parts]) => {
      const transfer = new DataTransfer();
      const text = typeof parts === 'string' ? parts : new Uint8Array(parts);
      transfer.items.add(new File([text], file));
      return transfer;
    },
    [name, content] as const,
  );
  await page.waitForSelector('html[data-intake]', { state: 'attached' });
  await page.dispatchEvent('main', 'dragover', { dataTransfer: files });
  await page.dispatchEvent('#evidence-machine', 'drop', { dataTransfer: files });
}

export const section = (page: Page, name: string) => page.locator(`#evidence-${name}`);
export const claim = (page: Page, name: string) => section(page, name).getByRole('heading', { level: 2 });

/** Waits until the log given last is drawn, and gives what is on screen of it. */
export async function reading(page: Page) {
  await page.waitForFunction(() => {
    const log = window.__migrascope.evidence?.getState().log;
    return log?.busy === false && log.result !== null;
  });
  return page.evaluate(() => {
    const { log, logName } = window.__migrascope.evidence?.getState() ?? {};
    const result = log?.result;
    return {
      name: logName,
      lines: result?.lines,
      complaints: result?.complaints.length,
      measured: result?.measured,
      twin: result?.twin?.result.totalTimeMs,
    };
  });
}
