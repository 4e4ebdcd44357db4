import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ExploreActions } from '../../../src/store/explore/types.ts';
import { Browser, newItem, stop, sweepLine, sweepSpec } from './browser.ts';

const trees = { kind: 'trees', lab: {} } as unknown as ReturnType<typeof newItem>['subject'];

let browser: Browser;
let actions: {
  [K in 'openLines' | 'markKept' | 'setView' | 'compare' | 'exploreSubject']: ReturnType<typeof vi.fn>;
};

/** The Explore workspace has something on screen. */
function showSweep(spec = sweepSpec) {
  browser.explore.setState({
    status: 'ready',
    sweep: spec,
    cases: 2,
    run: {
      spec,
      cases: 2,
      lines: [undefined, sweepLine],
      arrived: 1,
      running: true,
      cancelled: false,
      spentMs: 0,
      leftMs: null,
      problem: null,
      keptAs: null,
    },
  });
}

const settle = () => new Promise<void>((done) => setTimeout(done));

beforeEach(() => {
  browser = new Browser();
  const agrees = () => vi.fn(async () => null);
  actions = {
    openLines: agrees(),
    markKept: vi.fn(),
    setView: vi.fn(),
    compare: vi.fn(),
    exploreSubject: agrees(),
  };
  browser.explore.setState({ actions: actions as unknown as ExploreActions });
});

describe('a sweep', () => {
  test('is kept with the lines that have come so far, and says how many there are', async () => {
    browser.onScreen = { ...stop, workspace: 'explore', name: 'bandwidth', subject: null, figures: [] };
    showSweep();
    const tab = browser.tab();
    const id = await tab.actions.keep();
    const [item] = tab.state.items;
    expect(item?.sweep).toMatchObject({ spec: sweepSpec, lines: [sweepLine] });
    expect(item?.figures).toEqual([{ label: 'runs', value: '1 of 2' }]);
    expect(actions.markKept).toHaveBeenCalledWith(id);
  });

  test('opens by its link, and its lines follow once it stands there', async () => {
    const tab = browser.tab();
    const sweep = { spec: sweepSpec, lines: [sweepLine] };
    const id =
      (await tab.actions.keepItem(newItem({ workspace: 'explore', link: '#/explore?v=1', sweep }))) ?? -1;
    showSweep({ ...sweepSpec, name: 'another one' });
    const opening = tab.actions.open(id);
    await settle();
    expect(browser.gone).toEqual(['#/explore?v=1']);
    expect(actions.openLines).not.toHaveBeenCalled();
    showSweep();
    await opening;
    expect(actions.openLines).toHaveBeenCalledWith(sweepSpec, [sweepLine]);
    expect(actions.markKept).toHaveBeenCalledWith(id);
  });

  test('whose link is refused brings no lines', async () => {
    const tab = browser.tab();
    const sweep = { spec: sweepSpec, lines: [sweepLine] };
    const id =
      (await tab.actions.keepItem(newItem({ workspace: 'explore', link: '#/explore?v=1', sweep }))) ?? -1;
    showSweep({ ...sweepSpec, name: 'another one' });
    const opening = tab.actions.open(id);
    await settle();
    browser.explore.setState({ notice: { kind: 'error', text: 'The link cannot be read.' } });
    await opening;
    expect(actions.openLines).not.toHaveBeenCalled();
  });
});

describe('runs', () => {
  test('two of a kind are compared under their names', async () => {
    const tab = browser.tab();
    const a = (await tab.actions.keep('a')) ?? -1;
    const b = (await tab.actions.keep('b')) ?? -1;
    showSweep();
    await tab.actions.compare(a, b);
    expect(browser.gone).toEqual(['#/explore']);
    expect(actions.setView).toHaveBeenCalledWith('compare');
    const { subject } = stop;
    expect(actions.compare).toHaveBeenCalledWith({ name: 'a', subject }, { name: 'b', subject });
  });

  test('two of different kinds are not, and that is said', async () => {
    const tab = browser.tab();
    const a = (await tab.actions.keep('a')) ?? -1;
    const b = (await tab.actions.keepItem(newItem({ workspace: 'trees', subject: trees }))) ?? -1;
    await tab.actions.compare(a, b);
    expect(tab.state.notice?.text).toMatch(/Only two runs of one kind/);
    expect(browser.gone).toEqual([]);
  });

  test('a sweep is set up around one; where it cannot be, that is said', async () => {
    const tab = browser.tab();
    const id = (await tab.actions.keep('a')) ?? -1;
    showSweep();
    await tab.actions.sweepAround(id);
    expect(actions.exploreSubject).toHaveBeenCalledWith(stop.subject, 'a');
    actions.exploreSubject.mockResolvedValue('It has no number that can be varied.');
    await tab.actions.sweepAround(id);
    expect(browser.told).toEqual(['It has no number that can be varied.']);
  });

  test('without a run on screen nothing can be drawn behind it, and that is said', async () => {
    const tab = browser.tab();
    const id = (await tab.actions.keep('a')) ?? -1;
    expect(await tab.actions.drawBehind(id)).toBe(false);
    expect(tab.state.notice?.text).toMatch(/Open a run in the Failover workspace first/);
  });
});
