import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/protocol/link.ts';
import { demo, open, page } from './open-page.ts';
import { sampleRun } from './sample-run.ts';

describe('turning points', () => {
  it('are met exactly and wait for a key', async () => {
    await open();
    page.actions.setHoldAtTurns(true);
    page.actions.playDemo();
    await page.settle();
    const held: [string | null, number][] = [];
    for (let i = 0; i < 8; i++) {
      await page.pass(12_000);
      held.push([page.state.playback.heldAt, page.state.atUs / 1000]);
      page.actions.togglePlay();
    }
    expect(held).toEqual([
      ['stop-notice', 18_000],
      ['reserve', 18_040],
      ['predict', 18_060],
      ['round-1', 18_150],
      ['round-2', 21_100],
      ['stop-and-copy', 21_160],
      ['activate', 21_190],
      ['recover', 21_220],
    ]);
  });

  it('are stretched: 30 ms of last copy fill more than a second', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 21_160_000 }, sampleRun));
    page.actions.play();
    await page.pass(1000);
    expect(page.state.atUs).toBeGreaterThan(21_160_000);
    expect(page.state.atUs).toBeLessThan(21_190_000);
  });

  it('can be gone through back and forth', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 22_000_000 }, sampleRun));
    page.actions.previousTurn();
    await page.settle();
    expect(page.state.atUs).toBe(21_220_000);
    page.actions.previousTurn();
    page.actions.previousTurn();
    await page.settle();
    expect(page.state.atUs).toBe(21_160_000);
    page.actions.nextTurn();
    await page.settle();
    expect(page.state.atUs).toBe(21_190_000);
  });

  it('lead a clicker through the story from the waiting page', async () => {
    await open();
    await page.pass(1000);
    page.actions.storyForward();
    await page.settle();
    await page.pass(500);
    expect(page.state.playback).toMatchObject({ playing: false, heldAt: 'stop-notice' });
    page.actions.storyForward();
    await page.pass(3000);
    expect(page.state.playback.heldAt).toBe('reserve');
  });
});

describe('a clicker at the end', () => {
  it('opens the summary again instead of running on', async () => {
    await open(encodeLink({ workspace: 'failover', run: demo, atUs: 29_900_000 }, sampleRun));
    page.actions.storyForward();
    await page.pass(1000);
    expect(page.state.panel).toBe('summary');
    const { atUs } = page.state;
    page.actions.openPanel('none');
    page.actions.storyForward();
    await page.pass(500);
    expect(page.state.panel).toBe('summary');
    expect([page.state.atUs, page.state.playback.playing]).toEqual([atUs, false]);
    page.actions.openPanel('none');
    page.actions.storyBack();
    await page.settle();
    expect(page.state.atUs).toBe(21_220_000);
  });
});
