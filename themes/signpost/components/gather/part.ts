// What a slot gets from another page of the site: the twin of part.go in
// generator/gather, whose doc.go says what is taken and what is not.

const DROPPED = "script, style, link, template, noscript, form";
const REFERENCES = ["id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list"];

/** take is a page's heading, as a link to it, and its elements of a class; nothing where it has none. */
export function take(page: Document, kind: string, address: string, prefix: string, level: number): Element | undefined {
  const taken = Array.from(page.getElementsByClassName(kind)).filter((e) => !e.parentElement!.closest("." + kind));
  if (!taken.length) return undefined;
  const ids = new Set(taken.flatMap((e) => [e, ...Array.from(e.querySelectorAll("[id]"))].map((i) => i.id)));
  const whole = document.createElement("div"), heading = whole.appendChild(document.createElement("h" + level));
  whole.className = "sp-gathered";
  heading.id = prefix + "name";
  const link = heading.appendChild(document.createElement("a"));
  link.setAttribute("href", address);
  link.textContent = (page.querySelector("h1")!.textContent || "").trim().replace(/\s+/g, " ");
  const prefixed = (list: string): string => list.split(/\s+/).filter(Boolean).map((id) => prefix + id).join(" ");
  for (const e of taken) {
    const copy = whole.appendChild(document.importNode(e, true));
    copy.querySelectorAll(DROPPED).forEach((gone) => gone.remove());
    for (const part of [copy, ...Array.from(copy.querySelectorAll("*"))]) {
      for (const name of REFERENCES) {
        if (part.hasAttribute(name)) part.setAttribute(name, prefixed(part.getAttribute(name)!));
      }
      const href = part.getAttribute("href") || "";
      if (href[0] === "#") part.setAttribute("href", ids.has(href.slice(1)) ? "#" + prefix + href.slice(1) : address + href);
    }
    const labels = copy.getAttribute("aria-labelledby");
    if (labels) copy.setAttribute("aria-labelledby", heading.id + " " + labels);
    copy.querySelectorAll("h1, h2, h3, h4, h5, h6").forEach((h) => lower(h, level - 1));
  }
  return whole;
}

/** lower puts a heading some levels below where it was. */
function lower(h: Element, levels: number): void {
  const now = document.createElement("h" + Math.min(6, +h.localName[1] + levels));
  for (const a of Array.from(h.attributes)) now.setAttribute(a.name, a.value);
  now.append(...Array.from(h.childNodes));
  h.replaceWith(now);
}
