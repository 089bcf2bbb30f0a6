// The button on an area's page that keeps the area on the phone until somebody
// says otherwise.

/** offer shows the button, once there is a worker to do what it says. */
async function offer(box: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const said = box.querySelector("[role=status]")!;
  const pages = (box.dataset.pages || "").split(" ").filter(Boolean);
  let kept = await isKept(pages[0]);
  const label = (): void => { button.textContent = (kept ? box.dataset.drop : box.dataset.keep) || ""; };
  label();
  box.hidden = false;
  button.addEventListener("click", () => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      kept = !kept;
      label();
      said.textContent = (kept ? box.dataset.kept : box.dataset.dropped) || "";
    };
    active!.postMessage(kept ? { drop: pages } : { keep: pages, files: files(), area: box.dataset.area }, [channel.port2]);
  });
}

/** files are the style and the pictures of the page, which may have come before the worker did. */
function files(): string[] {
  const styles = Array.from(document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]"), (l) => l.href);
  return styles.concat(Array.from(document.querySelectorAll<HTMLImageElement>("main img"), (i) => i.src));
}

/** isKept is false where the browser lets nothing be kept. */
async function isKept(page: string): Promise<boolean> {
  try {
    return !!(await (await caches.open("signpost-kept")).match(page));
  } catch {
    return false;
  }
}

const box = document.getElementById("keep");
const button = box && box.querySelector("button");
if (box && button && "serviceWorker" in navigator) offer(box, button).catch(() => undefined);

export {};
