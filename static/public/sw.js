// The service worker: the app's own files for when there is no network, and push notifications.
//
// Only files of the build are kept, never an answer of the API: devices are shared and get lost, and what was read of a
// patient must not lie on them. What a push carries never tells about a patient either (R30).

/** Filled in by build/shell.js; empty where Vite serves the sources. */
const SHELL = { version: "", entry: "", index: "", files: [] };

const TITLE = "Tasuki(襷)";
const PREFIX = "tasuki-shell-";
const CACHE = PREFIX + SHELL.version;
const INDEX = "/index.html";
/** This build, and the one before it, which pages that were opened earlier still load their parts from. */
const BUILDS_KEPT = 2;
/** How long a page may take to arrive before the kept one is shown. */
const PATIENCE_MILLISECONDS = 4000;

self.addEventListener("install", (event) => {
  // Where the browser can, what is not ours goes out without waking this worker.
  event.addRoutes?.({ condition: { urlPattern: { pathname: "/api/*" } }, source: "network" })?.catch(() => {});
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin || pathname.startsWith("/api/")) return;
  if (SHELL.files.length === 0) return;
  if (mode !== "navigate") {
    if (isOfABuild(pathname)) event.respondWith(kept(event.request));
    return;
  }
  // What has an extension is a file to read or save.
  if (pathname.split("/").at(-1).includes(".")) return;
  const isServers = /^\/(apply|help)(\/|$)/.test(pathname);
  event.respondWith(isServers ? orShell(event.request) : pageOrShell(event.request));
});

async function keepShell() {
  if (SHELL.files.length === 0) return;
  const cache = await caches.open(CACHE);
  // Names without a hash may still lie in the browser's own cache from the build before.
  const request = (file) => new Request(file, { cache: isHashed(file) ? "default" : "reload" });
  await cache.addAll(SHELL.files.map(request));
  // A new release may have come in between: its page does not go with these files, and this worker not with it.
  if ((await digestOf(await cache.match(INDEX))) !== SHELL.index) {
    await caches.delete(CACHE);
    throw new Error("another build is there by now");
  }
}

async function digestOf(response) {
  const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function takeOver() {
  const before = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  // They come in the order in which they were made.
  await Promise.all(before.slice(0, Math.max(0, before.length - BUILDS_KEPT + 1)).map((name) => caches.delete(name)));
  await self.clients.claim();
  for (const client of await self.clients.matchAll({ type: "window" })) {
    client.postMessage({ kind: "build", entry: SHELL.entry });
  }
}

/** The page from the network; without one, or when it takes long, the kept one, which says so. */
async function pageOrShell(request) {
  const shell = await caches.match(INDEX, { cacheName: CACHE });
  if (!shell) return fetch(request);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS, shell.clone()));
  return Promise.race([fetch(request), patience]).catch(() => shell);
}

/** A page that only the server can make: without network the app says so. */
async function orShell(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const shell = await caches.match(INDEX, { cacheName: CACHE });
    if (!shell) throw error;
    return shell;
  }
}

/** A file of this build or of the one before; what has a hash in its name never changes. */
async function kept(request) {
  const found = await caches.match(request.url, { ignoreVary: true });
  if (found && isHashed(request.url)) return found;
  return fetch(request).catch((error) => {
    if (found) return found;
    throw error;
  });
}

function isOfABuild(pathname) {
  return isHashed(pathname) || SHELL.files.includes(pathname);
}

function isHashed(address) {
  return /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(address);
}

self.addEventListener("push", (event) => {
  const { text, path } = event.data ? event.data.json() : { text: "お知らせがあります。", path: "/notifications" };
  const options = { body: text, icon: "/icons/icon-192.png", tag: path, renotify: true, data: { path } };
  event.waitUntil(self.registration.showNotification(TITLE, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const address = new URL(event.notification.data?.path ?? "/notifications", self.location.origin).href;
  const open = async () => {
    const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const same = windows.find((window) => window.url === address);
    if (same) return same.focus();
    return self.clients.openWindow(address);
  };
  event.waitUntil(open());
});
