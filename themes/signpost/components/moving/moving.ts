// Reckons the days of a move from what stands behind the # of the address.
// Without script the server makes the same (generator/moving.go).
import { Move, Mover, Reckoning } from "./reckon";

const MOST_TYPED = 100;

function add(to: Element, name: string, words = ""): Element {
  const e = to.appendChild(document.createElement(name));
  e.textContent = words;
  return e;
}

/** block shows one reckoning. */
function block(to: Element, r: Reckoning, how: string): void {
  if (r.head) add(to, "h3", r.head);
  for (const says of r.says) add(to, "p", says);
  if (!r.steps.length) return;
  const more = add(to, "details");
  add(more, "summary", how);
  const list = add(more, "ul");
  for (const step of r.steps) add(list, "li", step);
}

const slot = document.querySelector<HTMLElement>("[data-move]");
if (slot) {
  const move: Move = JSON.parse(slot.dataset.move!), mover = new Mover(move);
  const show = (): void => {
    const hash = location.hash.slice(1), query = new URLSearchParams(hash);
    if (hash && !hash.includes("=")) return; // a place of the page
    const typed = (name: string): string => Array.from((query.get(name) || "").trim()).slice(0, MOST_TYPED).join("");
    slot.textContent = "";
    mover.reckon(typed("moved"), typed("knew")).forEach((r) => block(slot, r, move.words.how));
    document.querySelectorAll("[data-move-when]").forEach((e) => e.toggleAttribute("hidden", !slot.firstChild));
  };
  addEventListener("hashchange", show);
  show();
}
