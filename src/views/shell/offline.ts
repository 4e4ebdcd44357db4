/** Once everything that was asked for is on screen, the rest of the app is fetched, so that it works without a network. */

export async function holdForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('./service-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage('hold everything');
  } catch {
    // Storage may be denied, or the page may be no secure one: then it needs its network, as any other page.
  }
}
