// The quick way out of a young person's page: the page it leads to takes the
// place of this one in the list behind the Back button, and the worker drops
// the pages for young people that it keeps. The worker does so by itself, so
// that nobody waits for it.

let worker: ServiceWorker | null = null;
if ("serviceWorker" in navigator) navigator.serviceWorker.ready.then((r) => { worker = r.active; }).catch(() => undefined);

const way = document.getElementById("leave") as HTMLAnchorElement | null;
const says = document.getElementById("leave-says");
if (says) says.textContent = says.dataset.scripts || says.textContent;
if (way) way.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (worker) worker.postMessage({ clear: "/young-people/" });
  location.replace(way.href);
});

export {};
