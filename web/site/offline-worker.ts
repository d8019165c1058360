/*
 * The service worker: after the first visit the page opens without a network.
 *
 * The pages themselves come from the network when there is one, so an update is seen at once; their files have their content's
 * hash in their names and come from the cache. A new version is kept beside the old one until no page of the old one is open:
 * each finds the files it was made with.
 */
export {}; // a module of its own: nothing here is the page's

declare const KL_FILES: readonly string[];
declare const KL_VERSION: string;

interface LifeEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface RequestEvent extends LifeEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Worker {
  registration: { scope: string };
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
}

const worker = self as unknown as Worker;
const { scope } = worker.registration;
const family = `kl-divergence ${scope} `; // other pages of the same origin have caches too
const name = family + KL_VERSION;

async function install(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll(
    KL_FILES.map((file) => new Request(new URL(file, scope), { cache: 'no-cache' })),
  );
}

async function activate(): Promise<void> {
  const old = (await caches.keys()).filter((key) => key.startsWith(family) && key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
}

async function kept(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(name);
  // Servers say that files vary by the origin that asks: these are asked for by their own pages only.
  return cache.match(request, { ignoreVary: true, ignoreSearch: request.mode === 'navigate' });
}

async function answer(request: Request): Promise<Response> {
  if (request.mode !== 'navigate') return (await kept(request)) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (offline) {
    const page = await kept(request);
    if (page) return page;
    throw offline;
  }
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET' && event.request.url.startsWith(scope)) {
    event.respondWith(answer(event.request));
  }
});
