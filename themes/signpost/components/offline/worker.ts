// The service worker: pages once seen open without a connection, and the box
// goes on answering. Files named after their content come from the cache;
// pages come from the network while there is one. What was searched for is
// never kept, and young people's pages only when somebody asks for it.
import { base, first } from "@params";

const FILES = "signpost-files", PAGES = "signpost-pages", KEPT = "signpost-kept", PICTURES = "signpost-pictures";
const MOST_PAGES = 40, MOST_FILES = 80;
const PATIENCE = 4000; // milliseconds to wait for a weak signal before the kept page is shown

interface Waiting extends Event { waitUntil(p: Promise<unknown>): void }
interface Asked extends Waiting { request: Request; respondWith(r: Promise<Response>): void }
interface Told extends Waiting { data: { keep?: string[]; files?: string[]; drop?: string[]; area?: string; clear?: string }; ports: MessagePort[] }
interface Worker { location: Location; skipWaiting(): Promise<void>; clients: { claim(): Promise<void> };
  addEventListener(name: string, heard: (event: never) => void): void }
const worker = self as unknown as Worker;

const current = base + "search/current.json";
const packs = base + "search/1/";

worker.addEventListener("install", (event: Waiting) => event.waitUntil(install()));
worker.addEventListener("activate", (event: Waiting) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event: Asked) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== worker.location.origin || !url.pathname.startsWith(base)) return;
  const path = url.pathname;
  if (path.startsWith(base + "_signpost/") || path.startsWith(base + "admin/") || path === base + "sw.js") return;
  if (path.startsWith(base + "assets/") || path.startsWith(packs)) event.respondWith(file(event.request));
  else if (path.startsWith(base + "pictures/")) event.respondWith(picture(event.request));
  else if (path === current) event.respondWith(newest(event));
  else if (event.request.mode === "navigate") event.respondWith(page(event, url));
  else event.respondWith(fetch(event.request).catch(() => found(event.request.url)));
});
worker.addEventListener("message", (event: Told) => event.waitUntil(
  told(event.data).then(() => event.ports[0] && event.ports[0].postMessage("done"))));

async function install(): Promise<void> {
  const files = await caches.open(FILES), pages = await caches.open(PAGES);
  await Promise.all([files.addAll(first.files), pages.addAll(first.pages)]);
  await gather([]).catch(() => undefined); // a site without search still works
  await worker.skipWaiting();
}

/** file comes from the cache: its name changes with its content. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await put(FILES, request.url, fresh.clone(), MOST_FILES);
  return fresh;
}

/** picture comes from the network, and from the cache without one: there are few, and they are small. */
async function picture(request: Request): Promise<Response> {
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await (await caches.open(PICTURES)).put(request.url, fresh.clone());
    return fresh;
  } catch {
    return found(request.url);
  }
}

/** page comes from the network, from the cache when that fails or takes too long. */
async function page(event: Asked, url: URL): Promise<Response> {
  const network = fetch(event.request).then((fresh) => {
    if (fresh.ok && fresh.type === "basic" && mayKeep(url)) event.waitUntil(seen(url.pathname, fresh.clone()));
    return fresh;
  });
  const kept = await found(url.pathname);
  const late = new Promise<Response | undefined>((done) => setTimeout(() => done(kept.ok ? kept : undefined), PATIENCE));
  try {
    return (await Promise.race([network, late])) || (await network);
  } catch {
    return kept.ok ? kept : found(base + "offline/");
  }
}

/** mayKeep: no page with words in its address, and none of young people's own. */
const mayKeep = (url: URL): boolean => url.search === "" && !url.pathname.includes("/young-people/");

/** seen keeps a page, and with an area's page what the box needs to answer there. */
async function seen(path: string, fresh: Response): Promise<void> {
  await put(PAGES, path, fresh, MOST_PAGES);
  const area = new RegExp("^" + base + "areas/([a-z0-9-]+)/$").exec(path);
  if (area) await gather([area[1]]);
}

/** gather fetches the packs of areas with the names that begin as theirs, and what every search needs. */
async function gather(areas: string[]): Promise<void> {
  const answer = await fetch(current), files = await caches.open(FILES);
  await files.put(current, answer.clone());
  const { search, place } = await answer.json();
  const names = [search + "/m.json", search + "/a/help.bin", place + "/places.json"];
  for (const slug of areas) names.push(search + "/a/" + slug + ".bin", search + "/c/" + slug + ".json", place + "/n/" + slug[0] + ".txt");
  await Promise.all(names.map(async (name) => {
    if (!(await files.match(packs + name))) await files.add(packs + name);
  }));
}

/** newest is the name of the index of today. After a rebuild the parts of the old one go, and the areas' packs are fetched anew. */
async function newest(event: Asked): Promise<Response> {
  let fresh: Response;
  try {
    fresh = await fetch(event.request);
  } catch {
    return found(current);
  }
  if (fresh.ok) event.waitUntil(turn(fresh.clone()));
  return fresh;
}

async function turn(fresh: Response): Promise<void> {
  await (await caches.open(FILES)).put(current, fresh.clone());
  const { search, place } = await fresh.json();
  const files = await caches.open(FILES);
  const old: string[] = [];
  for (const request of await files.keys()) {
    const path = new URL(request.url).pathname;
    if (!path.startsWith(packs) || path.startsWith(packs + search + "/") || path.startsWith(packs + place + "/")) continue;
    const area = /\/a\/([a-z0-9-]+)\.bin$/.exec(path);
    if (area && area[1] !== "help") old.push(area[1]);
    await files.delete(request);
  }
  await gather(old);
}

/** told keeps pages that somebody asked for, until they ask to drop them, or to clear up. */
async function told(asked: Told["data"]): Promise<void> {
  if (asked.clear) return clear(asked.clear);
  const kept = await caches.open(KEPT), pictures = await caches.open(PICTURES);
  for (const address of asked.files || []) {
    if (!(await caches.match(address))) await pictures.add(address);
  }
  if (asked.keep) await kept.addAll(asked.keep);
  for (const address of asked.drop || []) await kept.delete(address);
  if (asked.keep && asked.area) await gather([asked.area]);
}

/** clear drops every page whose path has the part, kept or not, and the pictures. */
async function clear(part: string): Promise<void> {
  await caches.delete(PICTURES);
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (new URL(request.url).pathname.includes(part)) await cache.delete(request);
    }
  }
}

/** found is what is kept of an address, or a plain failure. */
async function found(address: string): Promise<Response> {
  return (await caches.match(address, { ignoreSearch: true, ignoreVary: true })) || Response.error();
}

/** put adds to a cache, and drops what was added first beyond the limit. */
async function put(name: string, address: string, response: Response, most: number): Promise<void> {
  const cache = await caches.open(name);
  await cache.delete(address); // to the end of the line
  await cache.put(address, response);
  const always = first.pages.concat(first.files, [current]);
  const keys = (await cache.keys()).filter((k) => !always.includes(new URL(k.url).pathname));
  for (const key of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(key);
}
