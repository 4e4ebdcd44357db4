/*
 * Lets the app open and work without a network once it was visited. Files under assets/ carry their content's
 * fingerprint in their name, so what is held is right for ever; everything else is asked for first and held only for
 * when nobody answers. Nothing of other origins is touched, and nothing the user made is stored here.
 */
const CACHE = 'migrascope';
/** What a slow network may take before what is held is shown instead, ms. */
const PATIENCE = 4000;

const home = new URL('./', self.location.href).href;
const list = new URL('files.json', home).href;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  if (event.data === 'hold everything') event.waitUntil(holdEverything());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(home)) return;
  const isHashed = request.url.startsWith(`${home}assets/`);
  event.respondWith(isHashed ? heldFirst(request) : askedFirst(request));
});

async function heldFirst(request) {
  return (await held(request)) ?? keep(request, await fetch(request));
}

async function askedFirst(request) {
  const known = await held(request);
  try {
    const asked = fetch(request).then((answer) => keep(request, answer));
    if (known === undefined) return await asked;
    return await Promise.race([asked, new Promise((_, give) => setTimeout(give, PATIENCE))]);
  } catch {
    return known ?? Response.error();
  }
}

/** The app itself, whatever is behind its "?"; not a file of it that somebody opens in a tab. */
function isApp({ mode, url }) {
  const { origin, pathname } = new URL(url);
  return mode === 'navigate' && [home, `${home}index.html`].includes(origin + pathname);
}

/**
 * The page's own address stands for every search part it may be opened with. A store that cannot be opened any more is
 * an empty one.
 */
async function held(request) {
  try {
    const cache = await caches.open(CACHE);
    return await cache.match(isApp(request) ? home : request);
  } catch {
    return undefined;
  }
}

async function keep(request, answer) {
  if (!answer.ok) return answer;
  const copy = answer.clone();
  try {
    const cache = await caches.open(CACHE);
    await cache.put(isApp(request) ? home : request, copy);
  } catch {
    // A full disk is no reason not to answer.
  }
  return answer;
}

/** All files of the version that is served now; those of older ones go. */
async function holdEverything() {
  const answer = await fetch(list, { cache: 'no-cache' });
  if (!answer.ok) return;
  const names = await answer.json();
  const wanted = new Set([home, list, ...names.map((name) => new URL(name, home).href)]);
  const cache = await caches.open(CACHE);
  const present = new Set((await cache.keys()).map(({ url }) => url));
  for (const url of present) if (!wanted.has(url)) await cache.delete(url);
  for (const url of wanted) {
    if (present.has(url) && url.startsWith(`${home}assets/`)) continue;
    const file = await fetch(url).catch(() => null);
    if (file?.ok) await cache.put(url, file).catch(() => {});
  }
}
