// The box, on every page. A place alone leads straight to
// its area; all else is taken to the page of answers. What is typed stands
// behind the # of an address, which no browser sends.
import { areaOf, Atlas, Suggestion } from "search/place";
import { startOffline } from "../offline/offline";
import "./shared";
import { Site } from "./site";

const PATIENCE = 3000; // milliseconds for the places to arrive; the page of answers finds them too
const PAUSE = 150; // after a letter, before suggestions
const SILENCE = 1200; // after the last letter, before anything is read out
const MOST = 5;

class Box {
  private readonly words = this.form.querySelector("input") as HTMLInputElement;
  private readonly offers = document.getElementById("find-offers")!;
  private readonly said = document.getElementById("find-said")!;
  private readonly base = this.form.dataset.base || "/";
  private readonly site = new Site(this.base);
  private atlas: Promise<Atlas> | undefined;
  private pause = 0;
  private silence = 0;

  constructor(private readonly form: HTMLFormElement) {
    this.words.addEventListener("focus", () => this.site.ready());
    this.words.addEventListener("input", () => this.typing());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(this.words.value);
    });
  }

  private places(): Promise<Atlas> {
    if (!this.atlas) {
      this.atlas = Atlas.open(this.site.load("place"));
      this.atlas.catch(() => { this.atlas = undefined; });
    }
    return this.atlas;
  }

  private async go(text: string): Promise<void> {
    const late = new Promise<string>((done) => setTimeout(() => done(""), PATIENCE));
    const area = await Promise.race([this.area(text).catch(() => ""), late]);
    location.assign(this.base + (area ? "areas/" + area + "/" : "find/#q=" + encodeURIComponent(text)));
  }

  /** area is the one area that the text names and nothing else, or "". */
  private async area(text: string): Promise<string> {
    const postcode = await areaOf(this.site.load("place"), text).catch(() => "");
    if (postcode) return postcode;
    const m = await (await this.places()).find(text);
    return m.sure && !m.soft && m.areas && !(m.rest || "").trim() ? m.areas[0] : "";
  }

  private typing(): void {
    clearTimeout(this.pause);
    clearTimeout(this.silence);
    this.said.textContent = "";
    this.pause = window.setTimeout(() => this.suggest(this.words.value).catch(() => this.show([], "")), PAUSE);
  }

  private async suggest(text: string): Promise<void> {
    const atlas = await this.places();
    const list = text.trim().length > 1 ? await atlas.suggest(text, MOST) : [];
    if (this.words.value !== text) return; // another letter came
    this.show(list.map((s) => this.offer(atlas, s)), list.length === 1 ? "1 place below." : list.length + " places below.");
  }

  /** offer is a plain link below the box: nothing jumps, and Tab leads there. */
  private offer(atlas: Atlas, s: Suggestion): HTMLElement {
    const item = document.createElement("li"), link = item.appendChild(document.createElement("a"));
    const one = s.first || s.areas.length === 1;
    link.className = "sp-box__offer";
    link.textContent = s.name;
    link.href = this.base + "find/#q=" + encodeURIComponent(s.name);
    const names = (one ? s.areas.slice(0, 1) : s.areas).map((slug) => atlas.areaName(slug));
    if (names.join() !== s.name) {
      const where = link.appendChild(document.createElement("span"));
      where.className = "sp-box__where";
      where.textContent = names.length > 3 ? names.length + " areas" : names.join(" or ");
    }
    return item;
  }

  private show(offers: HTMLElement[], says: string): void {
    this.offers.textContent = "";
    offers.forEach((offer) => this.offers.appendChild(offer));
    this.offers.hidden = !offers.length;
    if (offers.length) this.silence = window.setTimeout(() => { this.said.textContent = says; }, SILENCE);
  }
}

window.signpost = { Atlas, Site };
const form = document.getElementById("find") as HTMLFormElement | null;
if (form) {
  startOffline(form.dataset.base || "/");
  if (!document.getElementById("answer")) new Box(form); // there the answers come by themselves
}
