// The page of answers: reads the question behind the # of its address, answers
// it from files of the site, and fills the places of the page. Nothing typed
// leaves the device.
import { Finder, Query } from "search/answer";
import { Index } from "search/index";
import { address, parse, slots, Slots } from "search/show";
import "../box/shared";
import { fill } from "./fill";

const PAUSE = 400; // after a letter, before the answer follows
const SILENCE = 1000; // after the last letter, before the count is read out

const MARK = "#";

class Answers {
  private readonly words = this.form.querySelector("input") as HTMLInputElement;
  private readonly base = this.form.dataset.base || "/";
  private readonly status = this.root.querySelector("[role=status]") as HTMLElement;
  private finder: Promise<Finder> | undefined;
  private run = 0;
  private pause = 0;

  constructor(private readonly form: HTMLFormElement, private readonly root: HTMLElement) {
    if (location.search) history.replaceState(null, "", this.base + "find/" + MARK + location.search.slice(1));
    addEventListener("hashchange", () => this.answer(false));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.pause);
      this.ask(true);
    });
    this.words.addEventListener("input", () => {
      clearTimeout(this.pause);
      this.pause = window.setTimeout(() => this.ask(false), PAUSE);
    });
    document.addEventListener("change", (event) => {
      if ((event.target as HTMLInputElement).form === form && event.target !== this.words) this.ask(true);
    });
    this.answer(false);
  }

  /** ask takes the question of the form. Only one that was sent off is a step that Back undoes. */
  private ask(sent: boolean): void {
    const form = new URLSearchParams();
    new FormData(this.form).forEach((value, name) => form.append(name, String(value)));
    const q: Query = { ...parse(form), area: this.chosen() };
    const to = address({ base: this.base, mark: MARK }, q);
    if (sent && to !== location.pathname + location.hash) history.pushState(null, "", to);
    else history.replaceState(null, "", to);
    this.answer(!sent);
  }

  /** chosen is the area that was chosen, while the words say no other. */
  private chosen(): string {
    const before = parse(new URLSearchParams(location.hash.slice(1)));
    return before.text === this.words.value || !this.words.value.includes(before.text) ? before.area : "";
  }

  private async answer(typing: boolean): Promise<void> {
    const run = ++this.run, q = parse(new URLSearchParams(location.hash.slice(1)));
    if (!typing && document.activeElement !== this.words) this.words.value = q.text;
    this.root.setAttribute("aria-busy", "true");
    try {
      await this.reply(q, run, typing);
    } catch {
      this.finder = undefined;
      try { // the files of a build that is gone: today's may answer
        await this.reply(q, run, typing);
      } catch {
        this.finder = undefined;
        if (run === this.run) this.fill({ words: { query: q.text, broken: "yes" }, lists: {} }, typing);
      }
    }
    if (run === this.run) this.root.removeAttribute("aria-busy");
  }

  private async reply(q: Query, run: number, typing: boolean): Promise<void> {
    const site = { base: this.base, mark: MARK };
    if (!q.text.trim() && !q.area) return this.fill({ words: {}, lists: {} }, typing);
    const finder = await this.open();
    const a = await finder.begin(q);
    if (run === this.run && (a.place.state || a.crisis)) this.first(slots(site, a), typing);
    await finder.local(a);
    if (run !== this.run) return;
    if (a.place.state || a.help.length) this.fill(slots(site, a), typing);
    await finder.further(a).catch(() => { if (!a.help.length && !a.place.state) throw new Error("offline"); });
    if (run === this.run) this.fill(slots(site, a), typing);
  }

  /** first shows whom to ring, while the rest is on its way. */
  private first({ words, lists }: Slots, typing: boolean): void {
    this.fill({ words: { ...words, one: "", many: "", nothing: "", answered: "yes" }, lists }, typing);
  }

  private open(): Promise<Finder> {
    if (!this.finder) {
      const site = new window.signpost.Site(this.base);
      this.finder = Promise.all([Index.open(site.load("search")), window.signpost.Atlas.open(site.load("place"))])
        .then(([index, atlas]) => new Finder(index, atlas));
    }
    return this.finder;
  }

  /** fill shows an answer. While somebody types, the count is read out only when they stop. */
  private fill(s: Slots, typing: boolean): void {
    const lost = this.root.contains(document.activeElement) && (document.activeElement as HTMLElement).closest("[data-rows]");
    if (typing) {
      this.status.setAttribute("aria-live", "off");
      window.setTimeout(() => this.status.removeAttribute("aria-live"), SILENCE);
    }
    fill(document.body, s);
    if (lost) this.root.focus();
  }
}

const form = document.getElementById("find") as HTMLFormElement | null, root = document.getElementById("answer");
if (form && root) new Answers(form, root);
