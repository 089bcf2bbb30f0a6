// Starts the service worker, by which pages once seen open without a connection.

/** startOffline registers the worker when the page is done: it must not compete with it. */
export function startOffline(base: string): void {
  if (!("serviceWorker" in navigator)) return;
  const start = (): void => { navigator.serviceWorker.register(base + "sw.js", { scope: base }).catch(() => undefined); };
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
