/** What Mantine and the canvases ask of a browser and jsdom does not have. */
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

window.matchMedia = (media) => ({
  matches: false,
  media,
  onchange: null,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
  dispatchEvent: () => false,
});

window.ResizeObserver = class implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
};

Element.prototype.scrollIntoView = () => {};

/** No drawing surface: what draws on a canvas must do without one, and is tested on its draw calls. */
HTMLCanvasElement.prototype.getContext = () => null;

afterEach(cleanup);
