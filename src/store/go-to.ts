/** The address bar itself leads to a hash, so that Back leads back. */
export function goTo(hash: string): void {
  // The moment on screen may be elsewhere than the address says, which follows it only now and then.
  if (location.hash === hash) window.dispatchEvent(new PopStateEvent('popstate'));
  else location.hash = hash;
}
