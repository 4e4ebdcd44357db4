import type { Page } from '@playwright/test';
import { makeExercise } from '../../src/engine/lab/exercises.ts';
import { finish } from '../../src/engine/lab/job.ts';
import { openLab } from '../../src/engine/lab/lab.ts';
import { commandAt } from '../../src/engine/lab/operations.ts';
import { makeQuestions } from '../../src/engine/lab/questions.ts';
import { defaultLab, type LabSpec } from '../../src/engine/lab/spec.ts';
import { record } from '../../src/engine/trees/recorder.ts';
import { CASES } from '../../src/views/trees/predict/words.ts';
import {
  atRest,
  brackets,
  button,
  expect,
  leaveField,
  NO_STREAM,
  openTrees,
  region,
  STILL,
  said,
  setSpeed,
  shown,
  state,
  stranger,
  test,
  toNext,
  tree,
  treesLink,
  type,
  zipf,
} from './trees.ts';

test.use(STILL);

const predict = (page: Page) => region(page, 'Predict');
const options = (page: Page) => predict(page).getByRole('group', { name: 'Your answer' }).getByRole('button');

/** The decisions of a lab's first operations, in their order. */
function decisions(spec: Partial<LabSpec>, operations: number): string[] {
  const { start, operations: all } = finish(openLab({ ...defaultLab, ...spec }, null));
  return Array.from({ length: operations }, (_, i) => record(start, commandAt(all, i)))
    .flat()
    .flatMap((step) => (step.kind === 'decide' ? [step.case] : []));
}

async function asked(page: Page): Promise<NonNullable<Awaited<ReturnType<typeof state>>['question']>> {
  await page.waitForFunction(() => {
    const now = window.__migrascope.trees?.getState();
    if (!now || now.playing) return false;
    const { question, answer } = now.predict;
    const { moment } = now;
    return (
      question !== null &&
      answer === null &&
      moment?.operation === question.operation &&
      moment.step === question.step
    );
  });
  await atRest(page);
  const { question } = await state(page);
  if (question === null) throw new Error('Nothing is asked.');
  return question;
}

/** What must be true of the page as long as a question is open, whatever is asked. */
async function tellsNothing(page: Page): Promise<void> {
  await expect(region(page, 'Rule')).toContainText('The rule shows what it did when you have answered.');
  await expect(region(page, 'Rule').locator('[aria-current], [data-at]')).toHaveCount(0);
  await expect(region(page, 'Rule').locator('[class*=operands], [class*=beside]')).toHaveCount(0);
  await expect(region(page, 'Ledger')).toContainText('The ledger opens when you have answered.');
  await expect(region(page, 'Ledger').getByRole('table')).toHaveCount(0);
  expect(await said(page)).toMatch(/^(Access|Find|Insert|Delete) -?\d+\. What will the tree do\? /);
  const strip = page.getByRole('group', { name: 'Operations around this one' });
  await expect(strip.locator('[data-when=future]')).toHaveCount(0);
  await expect(page.getByRole('slider', { name: 'Operation', exact: true })).toHaveAttribute(
    'aria-valuetext',
    /^operation [\d,]+ of [\d,]+$/,
  );
  await expect(region(page, 'Tree')).not.toContainText(/≥|→|inner|outer|sibling|fall of|rises/);
  await expect(predict(page)).not.toContainText(/Right\.|Wrong|✓|✗/);
  await expect(options(page).locator('[data-right=true]')).toHaveCount(0);
}

/** Nobody gets past an open question. */
async function cannotBePassed(page: Page): Promise<void> {
  const { question } = await state(page);
  for (const name of ['Step forward', 'Next operation', 'To the end'])
    await expect(button(page, name)).toBeDisabled();
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'End', 'Space']) await page.keyboard.press(key);
  await asked(page);
  expect((await state(page)).question).toEqual(question);
}

test('before each decision it asks; answers by mouse and keys are judged by what the tree then does', async ({
  page,
}) => {
  const spec = { tree: tree('splay'), start: 'balanced:31', stream: zipf(30) };
  const truth = decisions(spec, 3);
  await openTrees(page, { spec });
  await setSpeed(page, '16× steps');
  await predict(page).getByRole('button', { name: 'Before each decision' }).click();
  await page.keyboard.press('Space');
  let right = 0;
  for (const [i, answer] of truth.slice(0, 5).entries()) {
    const question = await asked(page);
    expect(question.kind).toBe('case');
    expect(question.options).toContain(answer);
    await tellsNothing(page);
    if (i === 0) await cannotBePassed(page);
    const name = CASES[answer] ?? answer;
    const wrong = i % 2 === 1;
    const chosen = wrong ? question.options.find((option) => option !== answer) : answer;
    const place = question.options.indexOf(chosen ?? '');
    if (i < 3) await options(page).nth(place).click();
    else await page.keyboard.press(String(place + 1));
    const verdict = wrong ? `Wrong, it is ${name}.` : 'Right.';
    await expect(predict(page)).toContainText(verdict);
    // Told to those who hear it as well, and with the reason.
    await expect(predict(page).getByRole('status')).toContainText(new RegExp(`^${verdict} \\S.*\\d`));
    right += wrong ? 0 : 1;
    await expect(predict(page)).toContainText(`${right} of ${i + 1} right`);
    if (i === 4) break;
    if (i % 2 === 0) await predict(page).getByRole('button', { name: 'Go on' }).click();
    else await page.keyboard.press('Enter');
  }
  // What it then does is what was right.
  const { tag } = await toNext(page, () => page.keyboard.press('ArrowRight'));
  expect(tag).toBe(truth[4]);
  await predict(page).getByRole('button', { name: 'Stop asking' }).click();
  await expect(predict(page).getByRole('button', { name: 'Before each decision' })).toBeVisible();
  await expect(region(page, 'Rule').locator('[aria-current=step]')).toHaveCount(1);
});

test('two trees that look alike and decide otherwise cannot be told apart before the answer', async ({
  page,
}) => {
  const pages: string[] = [];
  const verdicts: string[] = [];
  /** Everything there is to read, see and hear, but for what the settings themselves change: the rule and the race. */
  const everything = () =>
    page.evaluate(() => {
      const copy = document.body.cloneNode(true) as HTMLElement;
      for (const one of copy.querySelectorAll('script, style, [aria-label=Race], [aria-label=Rule] ol'))
        one.remove();
      return copy.outerHTML.replace(/(mantine-|_r_|«r|:r)[\w-]+[:»]?/g, 'id').replaceAll('><', '>\n<');
    });
  // Printed: the rule knows left children only; here a right child is weighed.
  for (const mirror of [1, 0]) {
    await openTrees(page, {
      spec: {
        tree: tree('lazy-counting', { mirror }),
        start: '((1:2 2:5 -) 4:9 (- 5:1 9:9))',
        stream: NO_STREAM,
        typed: [9, 1].map((key) => ({ operation: 'access' as const, key, before: 0 })),
      },
    });
    await page.reload();
    await atRest(page, { operation: 0, step: 0 });
    await setSpeed(page, '16× steps');
    await predict(page).getByRole('button', { name: 'Before each decision' }).click();
    await page.keyboard.press('Space');
    await asked(page);
    await tellsNothing(page);
    await page.mouse.move(0, 0);
    pages.push(await everything());
    await page.keyboard.press('1');
    await expect(predict(page).getByRole('status')).toContainText(/Right\.|Wrong, it is/);
    verdicts.push((await predict(page).getByRole('status').textContent()) ?? '');
  }
  expect(pages[1]).toBe(pages[0]);
  expect(verdicts[0]).not.toBe(verdicts[1]);
});

test('a set by link asks a stranger the same, and ends with a score and every reason', async ({
  page,
  browser,
  complaints,
}) => {
  const spec = { tree: tree('splay'), stream: zipf(200) };
  const hash = treesLink({ spec, asked: { mode: 'set', seed: 5, count: 5, kinds: [] } });
  const { start, operations } = finish(openLab({ ...defaultLab, ...spec }, null));
  const commands = {
    length: operations.count,
    at: (i: number) => (i < operations.count ? commandAt(operations, i) : undefined),
  };
  const set = makeQuestions({ tree: start, commands, seed: 5, count: 5 });
  expect(new Set(set.map(({ kind }) => kind)).size).toBeGreaterThan(1);

  await openTrees(page, hash);
  const other = await stranger(browser, complaints);
  await openTrees(other, hash);
  const questions = (one: Page) =>
    one.evaluate(() => window.__migrascope.trees?.getState().predict.questions.map((all) => ({ ...all })));
  await asked(page);
  await asked(other);
  expect(await questions(other)).toEqual(await questions(page));
  // The worker keeps the answers for itself.
  expect(JSON.stringify(await questions(page))).not.toMatch(/answer|reason/);
  await other.close();

  for (const [i, { answer, kind, options: offered, operation, step }] of set.entries()) {
    const question = await asked(page);
    expect(question).toMatchObject({ kind, operation, step, options: offered });
    await expect(predict(page)).toContainText(`question ${i + 1} of 5`);
    await tellsNothing(page);
    if (i === 0) {
      await cannotBePassed(page);
      // The race leads to any moment; whoever goes there is brought back.
      await page.getByRole('slider', { name: 'Moment of the race' }).press('End');
      expect(await asked(page)).toEqual(question);
      await leaveField(page);
    }
    const wrong = offered.findIndex((option) => option !== answer);
    if (i === 2) await predict(page).getByRole('button', { name: 'Skip' }).click();
    else await page.keyboard.press(String((i === 1 ? wrong : offered.indexOf(answer)) + 1));
    await expect(predict(page)).toContainText(
      i === 1 ? 'Wrong, it is' : i === 2 ? 'Skipped. It is' : 'Right.',
    );
    await page.keyboard.press(i % 2 === 0 ? 'Space' : 'Enter');
  }
  await expect(predict(page).getByRole('heading', { level: 2 })).toHaveText('Score: 3 of 5');
  const given = predict(page).getByRole('listitem');
  await expect(given).toHaveCount(5);
  await expect(given.nth(1)).toContainText('you said');
  await expect(given.nth(2)).toContainText('skipped, it is');
  const { operation = -1, step = -1 } = set[3] ?? {};
  await given.nth(3).getByRole('button', { name: 'Show it' }).click();
  await atRest(page, { operation, step });
  await page.keyboard.press('Escape');
  expect((await state(page)).predict).toBe('off');
});

test('a set is set up by hand, with a seed that must be one', async ({ page }) => {
  await openTrees(page, { spec: { tree: tree('semi-splay'), stream: zipf(200) } });
  await predict(page).getByRole('button', { name: 'A set of questions…' }).click();
  const seed = predict(page).getByRole('textbox', { name: 'Seed' });
  await seed.fill('many');
  await expect(predict(page).getByRole('alert')).toContainText('Give a whole number from 0 to');
  await predict(page).getByRole('button', { name: 'Start' }).click();
  expect((await state(page)).predict).toBe('off');
  await seed.fill('12');
  for (const kind of ['the next root', 'the number of rotations'])
    await predict(page).getByRole('checkbox', { name: kind }).uncheck();
  await predict(page).getByRole('radio', { name: '5', exact: true }).check();
  await predict(page).getByRole('button', { name: 'Start' }).click();
  expect((await asked(page)).kind).toBe('case');
  await expect(predict(page)).toContainText('question 1 of 5');
  await expect.poll(() => page.url()).toContain('ask=set.12.5.case');
  await predict(page).getByRole('button', { name: 'Leave' }).click();
  expect(await state(page)).toMatchObject({ predict: 'off', position: { operation: 0, step: 0 } });
});

test('a shape is built with the operations it was made with', async ({ page }) => {
  const order = { kind: 'splay', parameters: {}, seed: 4, size: 9, moves: 2 };
  const { solution } = makeExercise(order);
  await openTrees(page, {
    spec: { tree: tree('splay') },
    asked: { mode: 'build', seed: order.seed, size: order.size, moves: order.moves },
  });
  const status = predict(page).getByRole('status').filter({ hasText: /used/ });
  await expect(predict(page).getByRole('heading', { name: 'Build this shape' })).toBeVisible();
  await expect(status).toContainText('Not begun.');
  await atRest(page, { operation: 0, step: 0 });
  const start = await brackets(page);
  const target = /In brackets.*: (.*)$/.exec(
    (await predict(page)
      .getByText(/^In brackets/)
      .textContent()) ?? '',
  )?.[1];
  expect(target).not.toBe(start);

  await setSpeed(page, '1,000 accesses/s');
  // A detour first: it is not it, there is a hint, and it can be taken back.
  await toNext(page, () => type(page, `access ${solution.at(-1)?.key}`));
  await expect(status).toContainText('Not yet. 1 used.');
  await predict(page).getByRole('button', { name: 'Give a hint' }).click();
  await expect(status).toContainText(/should be the root|it belongs below/);
  await predict(page).getByRole('button', { name: 'Undo' }).click();
  await atRest(page, { operation: 0, step: 0 });
  expect(await brackets(page)).toBe(start);

  for (const { operation, key } of solution) await toNext(page, () => type(page, `${operation} ${key}`));
  await expect(status).toContainText('Done, with as few operations as were used');
  expect(await brackets(page)).toBe(target);
  await predict(page).getByRole('button', { name: 'Leave' }).click();
  await atRest(page, { operation: 0, step: 0 });
  expect(await shown(page)).toMatchObject({ size: 31, operations: 1000 });
});

test('a tree that never rotates says that there is nothing to predict, and offers one that does', async ({
  page,
}) => {
  await openTrees(page, { spec: { tree: tree('balanced') } });
  await expect(predict(page)).toContainText('this tree never rotates, so there is nothing to predict.');
  await predict(page).getByRole('button', { name: 'Take the splay tree' }).click();
  await expect(region(page, 'Tree').getByRole('heading')).toHaveText(/splay/i);
  await expect(predict(page).getByRole('button', { name: 'Before each decision' })).toBeVisible();
});
