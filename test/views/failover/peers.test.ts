import { describe, expect, test } from 'vitest';
import { type PeerNow, troubleText } from '../../../src/views/failover/stage/peers.ts';

const peer = (id: number, look: PeerNow['look']): PeerNow => ({
  id,
  name: `node ${id + 1}`,
  look,
  silentUs: 0,
  leftUs: 3_200_000,
  share: 0.5,
});
const peers = (look: PeerNow['look'], count: number) =>
  Array.from({ length: count }, (_, i) => peer(i + 1, look));

describe('what a card says of the other nodes', () => {
  test('nothing while all is well', () => {
    expect(troubleText(peers('well', 7))).toBe('');
  });

  test('names two of them one by one', () => {
    expect(troubleText(peers('dead', 2))).toBe('holds node 2 and node 3 for dead');
    expect(troubleText(peers('late', 2))).toBe('node 2 late, dead in 3.2 s · node 3 late, dead in 3.2 s');
  });

  test('has few words for a whole cluster', () => {
    expect(troubleText(peers('dead', 7))).toBe('holds all others for dead');
    expect(troubleText(peers('late', 7))).toBe('node 2 late, dead in 3.2 s; 6 more likewise');
  });

  test('names the dead where some live', () => {
    expect(troubleText([...peers('dead', 3), peer(5, 'well')])).toBe(
      'holds node 2, node 3 and node 4 for dead',
    );
  });
});
