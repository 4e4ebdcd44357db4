/** The picture on screen, for those who export it. */
import type { Scene } from './scene.ts';

let scene: Scene | null = null;

export const currentScene = {
  get: (): Scene | null => scene,
  set(next: Scene | null): void {
    scene = next;
  },
};
