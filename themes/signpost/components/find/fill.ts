// Fills the places of the page /find/ with an answer. The server's half fills
// the same page from equal slots (search/answer/page.go); that file says what
// each attribute means.

import type { Slots } from "search/show";

const has = (s: Slots, name: string): boolean => !!s.words[name] || (s.lists[name] || []).length > 0;

function hidden(e: Element, s: Slots): boolean {
  const any = (names: string | null): boolean => (names || "").split(" ").some((name) => has(s, name));
  const when = e.getAttribute("data-if");
  return (!!when && !any(when)) || any(e.getAttribute("data-unless"));
}

/** fill fills everything below a node. In a copy of a row, what is hidden is left out. */
export function fill(node: ParentNode, s: Slots, copied = false): void {
  for (const child of Array.from(node.children)) {
    if (child.localName === "template") continue;
    if (copied && hidden(child, s)) child.remove();
    else element(child as HTMLElement, s, copied);
  }
}

function element(e: HTMLElement, s: Slots, copied: boolean): void {
  const name = (of: string): string => e.getAttribute("data-" + of) || "";
  if (name("if") || name("unless")) e.toggleAttribute("hidden", hidden(e, s));
  if (name("to")) attribute(e, "href", s.words[name("to")]);
  if (name("open") && has(s, name("open"))) e.setAttribute("open", "");
  if (name("value")) value(e as HTMLInputElement, s.words[name("value")] || "");
  if (name("ticked")) (e as HTMLInputElement).checked = has(s, name("ticked"));
  if (name("rows")) rows(e, name("row"), s.lists[name("rows")] || []);
  else if (name("words")) e.textContent = s.words[name("words")] || "";
  else fill(e, s, copied);
}

function rows(e: Element, row: string, list: Slots[]): void {
  e.textContent = "";
  for (const s of list) e.appendChild(copy(row, s));
}

/** value leaves a box alone that already says so: setting it would move the cursor. */
function value(box: HTMLInputElement, words: string): void {
  if (box.value !== words && document.activeElement !== box) box.value = words;
}

function attribute(e: Element, name: string, words: string | undefined): void {
  if (words) e.setAttribute(name, words);
  else e.removeAttribute(name);
}

function copy(row: string, s: Slots): DocumentFragment {
  const template = document.getElementById("row-" + row) as HTMLTemplateElement;
  const made = template.content.cloneNode(true) as DocumentFragment;
  fill(made, s, true);
  return made;
}
