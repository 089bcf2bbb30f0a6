// Fills the slots of a page with parts of other pages of the site, as the values
// behind the # of its address ask. What the attributes mean, and what is never
// done, says generator/gather/doc.go, whose half answers without script. Only
// pages of areas are fetched, which are the same for everybody.
import "../box/shared";
import { ended } from "../until/ended";
import { Area, meant, Meaning } from "./meant";
import { take } from "./part";

const MOST_VALUES = 12, MOST_TYPED = 100;

interface Asked { typed: string; area?: Area }

/** What a page shows: states and words, links and areas by key. */
class Asking {
  readonly words: { [state: string]: string } = {};
  readonly asked: { [key: string]: Asked[] } = {};
  readonly links: { [key: string]: { at: number; choices: Area[] } } = {};

  add(key: string, typed: string, m: Meaning): void {
    const at = this.asked[key].push({ typed, area: m.area }) - 1;
    if (m.area || !typed || this.words[key + "-typed"]) return;
    this.words[key + "-typed"] = typed;
    this.links[key] = { at, choices: m.choices };
    if (m.choices.length) this.words[key + "-ask"] = "yes";
    if (m.nations.length) this.words[key + "-nation"] = m.nations.join(" or ");
    if (!m.choices.length && !m.nations.length) this.words[key + "-unknown"] = "yes";
  }

  has(states: string | null): boolean { return (states || "").split(" ").some((state) => !!this.words[state]); }

  /** slugs are the areas of a key, each once. */
  slugs(key: string): string[] {
    const list = (this.asked[key] || []).flatMap((a) => (a.area ? [a.area.slug] : []));
    return list.filter((slug, i) => list.indexOf(slug) === i);
  }
}

class Gathering {
  private readonly slots = Array.from(document.querySelectorAll<HTMLElement>("[data-gather]"));
  private readonly keys = new Set(this.slots.map((slot) => slot.dataset.gather!));
  private readonly base = this.form.dataset.base || "/";
  private readonly pages = new Map<string, Promise<Document>>();
  private atlas: ReturnType<typeof window.signpost.Atlas.open> | undefined;
  private run = 0;
  private sent = false;

  constructor(private readonly form: HTMLFormElement) {
    const query = new URLSearchParams(location.search);
    if (Array.from(this.keys).some((key) => query.has(key))) history.replaceState(null, "", location.pathname + "#" + location.search.slice(1));
    addEventListener("hashchange", () => this.show());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    if (this.query()) this.show();
  }

  /** query is what the address asks; nothing where it names a place of the page. */
  private query(): URLSearchParams | undefined {
    const hash = location.hash.slice(1);
    return hash && !hash.includes("=") ? undefined : new URLSearchParams(hash);
  }

  /** send puts the form into the address, with areas by their slugs: no postcode stays there. */
  private async send(): Promise<void> {
    const query = new URLSearchParams();
    for (const [name, typed] of Array.from(new FormData(this.form))) {
      const text = cut(String(typed));
      if (!text) continue;
      const m = this.keys.has(name) ? await this.meant(text).catch(() => undefined) : undefined;
      query.append(name, m && m.area ? m.area.slug : text);
    }
    this.sent = true;
    if ("#" + query === location.hash) this.show();
    else location.hash = String(query);
  }

  private async meant(text: string): Promise<Meaning> {
    if (!text) return { choices: [], nations: [] };
    if (!this.atlas) {
      this.atlas = window.signpost.Atlas.open(new window.signpost.Site(this.base).load("place"));
      this.atlas.catch(() => { this.atlas = undefined; });
    }
    return meant(await this.atlas, text);
  }

  private async show(): Promise<void> {
    const query = this.query(), run = ++this.run, sent = this.sent;
    this.sent = false;
    if (!query) return;
    document.body.setAttribute("aria-busy", "true");
    const asking = new Asking(), filled: Element[][] = [];
    for (const key of Array.from(this.keys)) {
      asking.asked[key] = [];
      for (const value of query.getAll(key).slice(0, MOST_VALUES)) await this.ask(asking, key, cut(value));
    }
    for (const [i, slot] of this.slots.entries()) filled.push(await this.parts(asking, slot, i + 1));
    if (run !== this.run) return; // another question came
    this.slots.forEach((slot, i) => slot.replaceChildren(...filled[i]));
    this.say(asking, query);
    document.body.removeAttribute("aria-busy");
    if (sent) this.focus();
  }

  /** focus leads to what came of a form: a question, or what was gathered. */
  private focus(): void {
    const here = Array.from(document.querySelectorAll<HTMLElement>("[data-gather-here]")).find((e) => e.offsetParent);
    if (here) here.focus();
  }

  private async ask(asking: Asking, key: string, typed: string): Promise<void> {
    try {
      asking.add(key, typed, await this.meant(typed));
    } catch {
      asking.words[key + "-failed"] = "yes";
    }
  }

  private async parts(asking: Asking, slot: HTMLElement, n: number): Promise<Element[]> {
    const key = slot.dataset.gather!, but = asking.slugs(slot.dataset.but || ""), parts: Element[] = [];
    for (const slug of asking.slugs(key)) {
      if (but.includes(slug)) {
        asking.words[key + "-same"] = "yes";
        continue;
      }
      const address = slot.dataset.page!.replace("{}", slug);
      try {
        const part = take(await this.page(address), slot.dataset.take!, address, "g" + n + "-" + slug + "-", +(slot.dataset.level || 2));
        if (!part) continue;
        ended(part);
        parts.push(part);
        asking.words[key] = "yes";
      } catch {
        asking.words[key + "-failed"] = "yes";
      }
    }
    return parts;
  }

  private page(address: string): Promise<Document> {
    let page = this.pages.get(address);
    if (!page) {
      page = fetch(address).then(async (response) => {
        if (!response.ok) throw new Error(address + " is not there");
        return new DOMParser().parseFromString(await response.text(), "text/html");
      });
      this.pages.set(address, page);
      page.catch(() => this.pages.delete(address)); // to be tried again
    }
    return page;
  }

  /** say fills what the page says about its slots, and its form. */
  private say(asking: Asking, query: URLSearchParams): void {
    each("data-gather-when", (e, states) => e.toggleAttribute("hidden", !asking.has(states)));
    each("data-gather-unless", (e, states) => e.toggleAttribute("hidden", asking.has(states)));
    each("data-gather-words", (e, word) => { e.textContent = asking.words[word] || ""; });
    each("data-gather-links", (e, key) => e.replaceChildren(...this.links(asking, key, query)));
    const seen: { [name: string]: number } = {};
    for (const e of Array.from(this.form.elements)) this.again(asking, query, e, seen);
  }

  private links(asking: Asking, key: string, query: URLSearchParams): Element[] {
    const { at, choices } = asking.links[key] || { at: 0, choices: [] };
    return choices.map((choice) => {
      const item = document.createElement("li"), link = item.appendChild(document.createElement("a"));
      const values = query.getAll(key), to = new URLSearchParams(query);
      to.delete(key);
      values.forEach((value, i) => to.append(key, i === at ? choice.slug : value));
      to.sort();
      link.setAttribute("href", "#" + to);
      link.textContent = choice.name;
      return item;
    });
  }

  /** again fills in what was asked: an area by its name. */
  private again(asking: Asking, query: URLSearchParams, e: Element, seen: { [name: string]: number }): void {
    const name = e.getAttribute("name") || "", ours = this.keys.has(name), chosen = ours ? asking.slugs(name) : query.getAll(name);
    if (!name || (e instanceof HTMLInputElement && e.type === "hidden")) return;
    if (e instanceof HTMLSelectElement) {
      for (const o of Array.from(e.options)) o.selected = !!o.value && chosen.includes(o.value);
      if (!e.selectedOptions.length && !e.multiple) e.selectedIndex = 0;
    } else if (e instanceof HTMLInputElement && (e.type === "checkbox" || e.type === "radio")) {
      e.checked = chosen.includes(e.value);
    } else if (e instanceof HTMLInputElement) {
      const n = seen[name] || 0, a = (asking.asked[name] || [])[n];
      e.value = ours ? (a ? (a.area ? a.area.name : a.typed) : "") : cut(query.getAll(name)[n] || "");
      seen[name] = n + 1;
    }
  }
}

function each(attribute: string, f: (e: Element, value: string) => void): void {
  document.querySelectorAll("[" + attribute + "]").forEach((e) => f(e, e.getAttribute(attribute)!));
}

function cut(text: string): string { return Array.from(text.trim()).slice(0, MOST_TYPED).join(""); }

const form = document.querySelector<HTMLFormElement>("[data-gather-form]");
if (form) new Gathering(form);
