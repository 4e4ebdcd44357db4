import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applySearch } from '../../src/store/embed.ts';
import { lockedActions } from '../../src/store/locks.ts';
import { page } from '../../src/store/page.ts';
import { appStore } from '../../src/store/store.ts';

const fresh = { ...page };
const { actions } = appStore.getState();

beforeEach(() => {
  Object.assign(page, fresh);
  appStore.setState({ actions, notice: null, present: false });
});

afterEach(() => {
  Object.assign(page, fresh);
});

describe('what the address asks for', () => {
  it('a panel waits, plays where that is asked for, and not where less motion is', () => {
    applySearch('?embed=stage', '#/failover', false);
    expect(page).toMatchObject({ embedded: true, plays: false });
    applySearch('?embed=stage&play=1', '#/failover', false);
    expect(page.plays).toBe(true);
    applySearch('?embed=stage&play=1', '#/failover', true);
    expect(page.plays).toBe(false);
  });

  it('a page with locks only plays as always', () => {
    applySearch('?lock=pace', '#/failover', false);
    expect(page).toMatchObject({ embedded: false, plays: null });
    expect(page.refusal('pace')).toMatch(/^This link fixes the pace/);
    expect(page.refusal('failures')).toBeNull();
  });

  it('panels are those of the workspace the hash names', () => {
    expect(applySearch('?embed=picture', '#/trees?at=3', false).panel).toBe('picture');
    expect(appStore.getState().notice).toBeNull();
    expect(applySearch('?embed=picture', '#/failover', false).panel).toBeNull();
    expect(appStore.getState().notice).toMatchObject({ kind: 'error' });
  });

  it('a refusal is seen: what lies over the page makes room for it', () => {
    applySearch('?lock=failures', '#/failover', false);
    appStore.setState({ panel: 'courses' });
    appStore.getState().actions.openCourse('crash');
    expect(appStore.getState()).toMatchObject({
      panel: 'none',
      notice: { kind: 'info', text: expect.stringMatching(/fixes the failures/) },
    });
  });

  it('a frame is no stage', () => {
    applySearch('?embed=stage', '#/failover', false);
    appStore.getState().actions.setPresent(true);
    expect(appStore.getState().present).toBe(false);
  });
});

it('in a tree one goes back freely and ahead by steps only', () => {
  const went: number[] = [];
  const told: string[] = [];
  const trees = lockedActions(
    'trees',
    { goTo: ({ operation }: { operation: number; step: number }) => went.push(operation) },
    ['ahead'],
    () => ({ moment: { operation: 5 } }),
    (text) => told.push(text),
  );
  for (const operation of [0, 5, 6, 900]) trees.goTo({ operation, step: 0 });
  expect(went).toEqual([0, 5]);
  expect(told).toHaveLength(2);
});
