import { describe, expect, test } from 'vitest';
import { along, lanPlan, pingWay, placesOf } from '../../src/layout/topology.ts';

const nodes = (states: string[], free: number[]) =>
  states.map((state, id) => ({ id, state, freeMiB: free[id] ?? 0 }));
const three = (free: number[]) => nodes(['online', 'online', 'online'], free);

describe('places on the stage', () => {
  test('at rest: the home left, the roomiest online node right, ties by number', () => {
    expect(placesOf(three([1, 900, 900]), 0, null)).toEqual({ left: 0, right: 1, others: [2] });
    expect(placesOf(three([1, 900, 901]), 0, null)).toEqual({ left: 0, right: 2, others: [1] });
    expect(placesOf(nodes(['online', 'stopped', 'online'], [1, 900, 3]), 0, null).right).toBe(2);
  });

  test('during and after a move: from left, to right', () => {
    const draining = nodes(['draining', 'online', 'online'], [900, 1, 2]);
    expect(placesOf(draining, 0, { from: 0, to: 1, outcome: 'running' })).toEqual({
      left: 0,
      right: 1,
      others: [2],
    });
    const stopped = nodes(['stopped', 'online', 'online'], [900, 1, 2]);
    expect(placesOf(stopped, 1, { from: 0, to: 1, outcome: 'completed' }).left).toBe(0);
  });

  test('when its new home is stopped as well, the next move begins on the left', () => {
    const both = nodes(['stopped', 'draining', 'online'], [900, 1, 2]);
    expect(placesOf(both, 1, { from: 0, to: 1, outcome: 'completed' })).toEqual({
      left: 1,
      right: 2,
      others: [0],
    });
  });

  test('an aborted move leaves the VM at home', () => {
    const facts = nodes(['draining', 'draining', 'online'], [1, 900, 500]);
    expect(placesOf(facts, 0, { from: 0, to: 1, outcome: 'aborted' })).toEqual({
      left: 0,
      right: 2,
      others: [1],
    });
  });

  test('a VM that runs nowhere, or a cluster with one node, still has a stage', () => {
    expect(placesOf(three([1, 2, 3]), -1, null).left).toBe(0);
    expect(placesOf(nodes(['online'], [1]), 0, null)).toEqual({ left: 0, right: -1, others: [] });
  });
});

test('larger letters push the pipe up, to leave room for the words under it', () => {
  const box = {
    width: 280,
    height: 300,
    storage: { x: 60, y: 250 },
    others: [{ x: 200, y: 250 }],
    labelHeight: 50,
  };
  expect(lanPlan({ ...box, letter: 20 }).pipe.y).toBeLessThan(lanPlan({ ...box, letter: 13 }).pipe.y);
  expect(lanPlan({ ...box, letter: 90 }).labelTop).toBe(0);
});

describe('the data LAN', () => {
  const plan = lanPlan({
    width: 440,
    height: 300,
    storage: { x: 100, y: 170 },
    others: [{ x: 330, y: 170 }],
    labelHeight: 40,
    letter: 13,
  });

  test('a ping leaves storage, passes the switch and ends at the port', () => {
    const way = pingWay(plan, 'right');
    expect(along(way, 0)).toEqual({ x: 100, y: 170 });
    expect(way).toContainEqual(plan.switchAt);
    expect(along(way, 1)).toEqual(plan.rightPort);
    expect(along(way, 7)).toEqual(plan.rightPort);
  });

  test('and to a small host it goes down again', () => {
    expect(along(pingWay(plan, 0), 1)).toEqual({ x: 330, y: 170 });
  });

  test('where the small machines are not shown, their lines end at the switch', () => {
    const bare = lanPlan({
      width: 440,
      height: 300,
      storage: null,
      others: [],
      labelHeight: 40,
      letter: 20,
    });
    expect(pingWay(bare, 'left')).toEqual([bare.switchAt, bare.leftPort]);
    expect(along(pingWay(bare, 0), 0.5)).toEqual(bare.switchAt);
  });

  test('half of the way is half of its length', () => {
    expect(
      along(
        [
          { x: 0, y: 0 },
          { x: 10, y: 0 },
          { x: 10, y: 30 },
        ],
        0.5,
      ),
    ).toEqual({ x: 10, y: 10 });
  });
});
