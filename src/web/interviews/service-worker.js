/**
 * Makes the interview page work without a network: it keeps the page and the files that it loads, and nothing else. What was
 * said never passes here. Served as it is, by src/pages/interview/werker.js.ts.
 */
const CACHE = 'gesprekken-pagina';
const SHELL = '/interview';
/** Built files have a hash in their name: the same name is the same file for good. */
const FILES =
  /(?:\/?_astro\/|\.\/)([\w.@~-]+\.(?:m?js|css|woff2))|["'(](\/(?:icon\.svg|interview-\d+\.png|interview\/app\.webmanifest))/g;

self.addEventListener('install', (event) => {
  event.waitUntil(takeAlong().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname === SHELL) event.respondWith(openShell(event));
  else if (pathname.startsWith('/_astro/') || /\.(?:png|svg|webmanifest)$/.test(pathname))
    event.respondWith(fromCache(request));
});

/** The page as it was kept, at once; meanwhile it looks whether there is a newer one, for the next time. */
async function openShell(event) {
  const kept = await caches.match(SHELL, { cacheName: CACHE });
  if (!kept) return fetch(event.request);
  event.waitUntil(takeAlong().catch(() => undefined));
  return kept;
}

async function fromCache(request) {
  return (await caches.match(request, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}

/** Keeps the page with every file that it can load: the page itself last, so that there is never half of a new one. */
async function takeAlong() {
  // Without cookies: the page is the same for everybody.
  const shell = await fetch(SHELL, { credentials: 'omit', cache: 'no-cache' });
  if (!shell.ok || shell.redirected) throw new Error('There is no page to keep.');
  const cache = await caches.open(CACHE);
  const text = await shell.clone().text();
  const before = await cache.match(SHELL);
  if (before && (await before.text()) === text) return;
  const files = new Set();
  await takeFiles(cache, text, files);
  await cache.put(SHELL, shell);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== SHELL && !files.has(pathname)) await cache.delete(url);
  }
}

async function takeFiles(cache, text, files) {
  const named = Array.from(text.matchAll(FILES), ([, built, own]) => own ?? `/_astro/${built}`);
  const fresh = [...new Set(named)].filter((path) => !files.has(path));
  for (const path of fresh) files.add(path);
  await Promise.all(fresh.map((path) => takeFile(cache, path, files)));
}

/** A name that only looked like a file is not there, and so nothing needs it. */
async function takeFile(cache, path, files) {
  const answer = await fetch(path, { credentials: 'omit' });
  if (answer.status === 404) return;
  if (!answer.ok) throw new Error('A file of the page did not come.');
  await cache.put(path, answer.clone());
  if (/\.(?:m?js|css)$/.test(path)) await takeFiles(cache, await answer.text(), files);
}
