/**
 * The keys each process asked its page tree for, in order: what another tree would have made of the same accesses can
 * be worked out from it afterwards.
 */
import type { Micros } from '../../base/units.ts';

/** Accesses of one process: column 0 of the pair is the time in µs, column 1 the key. */
interface Track {
  vm: number;
  process: number;
  times: Float64Array;
  keys: Int32Array;
  length: number;
}

export class AccessLog {
  private tracks: Track[] = [];

  append(vm: number, process: number, key: number, atUs: Micros): void {
    const track = this.track(vm, process);
    if (track.length === track.keys.length) {
      const keys = new Int32Array(track.length * 2);
      keys.set(track.keys);
      track.keys = keys;
      const times = new Float64Array(track.length * 2);
      times.set(track.times);
      track.times = times;
    }
    track.keys[track.length] = key;
    track.times[track.length] = atUs;
    track.length += 1;
  }

  /** keys of the process's accesses made until a moment */
  keysUntil(vm: number, process: number, untilUs: Micros): Int32Array {
    const track = this.track(vm, process);
    return track.keys.subarray(0, countUntil(track, untilUs));
  }

  /** when the last `count` accesses made until a moment began */
  timeOfLast(vm: number, process: number, count: number, untilUs: Micros): Micros {
    const track = this.track(vm, process);
    const first = countUntil(track, untilUs) - count;
    return first < 0 ? 0 : (track.times[first] as number);
  }

  prefix(untilUs: Micros): AccessLog {
    const log = new AccessLog();
    this.tracks.forEach((tracks, i) => {
      if (tracks === undefined) return;
      const length = countUntil(tracks, untilUs);
      const room = Math.max(256, length);
      const copy = { ...tracks, length, keys: new Int32Array(room), times: new Float64Array(room) };
      copy.keys.set(tracks.keys.subarray(0, length));
      copy.times.set(tracks.times.subarray(0, length));
      log.tracks[i] = copy;
    });
    return log;
  }

  private track(vm: number, process: number): Track {
    const index = vm * MAX_PROCESSES + process;
    let track = this.tracks[index];
    if (track === undefined) {
      track = { vm, process, times: new Float64Array(256), keys: new Int32Array(256), length: 0 };
      this.tracks[index] = track;
    }
    return track;
  }
}

const MAX_PROCESSES = 128;

function countUntil(track: Track, untilUs: Micros): number {
  let low = 0;
  let high = track.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((track.times[middle] as number) <= untilUs) low = middle + 1;
    else high = middle;
  }
  return low;
}
