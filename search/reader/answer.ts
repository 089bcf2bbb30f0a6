// Turns what somebody typed into an answer: the twin of search/answer, whose
// comments say why. Local answers need the packs of the help pages and of the
// area alone; further ones need the whole index, and so a connection.
import type { Counts, Filter, Hit, Index, Plan, Row } from "./index";
import type { Atlas, Mention } from "./place";
import { distance } from "./plan";

const HELP = 6, PINNED = 4, NEAR = 10, ELSEWHERE = 5, SERVICES = 10, CARDS = 3, PLACES = 3;

export type Tags = { [tag: string]: string[] | undefined };

export interface Query { text: string; exact: boolean; area: string; tags: Tags }

export type State = "" | "yours" | "ask" | "choose" | "maybe" | "nation" | "unknown";

export interface Place { state: State; typed: string; name: string; guess: boolean; areas: Row[]; nations: string[]; slugs: string[]; rest: string }

export interface Answer {
  query: Query;
  crisis: string;
  read: string[];
  place: Place;
  help: Hit[];
  near: Hit[];
  elsewhere: Hit[];
  places: Hit[];
  counts: Counts;
  plan: Plan;
}

const nothing: Plan = { clauses: [], replaced: [], offered: [], synonyms: [], maybe: [], near: [], missing: [] };

export class Finder {
  constructor(private readonly index: Index, private readonly atlas: Atlas) {}

  /** Where somebody lives, with the first contact there: it stands on the page before all else is fetched. */
  async begin(query: Query): Promise<Answer> {
    const crisis = this.index.lexicon.crisis(query.text), place = await this.place(query);
    return { query, crisis, read: [], place, help: [], near: [], elsewhere: [], places: [], counts: {}, plan: nothing };
  }

  /** What the area's own packs and the help pages say. */
  async local(a: Answer): Promise<void> {
    if (!asked(a.query)) return;
    await this.help(a);
    await this.near(a);
    a.read = read(a);
  }

  /** What the rest of England has. */
  async further(a: Answer): Promise<void> {
    if (!asked(a.query)) return;
    await this.elsewhere(a);
    await this.places(a);
  }

  private async place(q: Query): Promise<Place> {
    const m: Mention = q.exact ? { rest: q.text } : await this.atlas.find(q.text, { known: (word) => this.known(word), distance });
    const { typed = "", name = "", guess = false, areas = [], nations = [], rest = "" } = m;
    const p: Place = { state: stateOf(m, q.text), typed, name, guess, areas: [],
      nations: nations.map((slug) => this.atlas.areaName(slug)), slugs: [], rest };
    let slugs = m.sure ? areas.slice(0, 1) : areas;
    if (q.area) {
      Object.assign(p, { state: "yours", guess: false, nations: [] });
      slugs = [q.area];
    }
    p.areas = await this.areas(slugs, !!q.area);
    if (q.area && !p.areas.length) return { ...p, state: "", typed: "", name: "", rest: q.text };
    if (q.area) p.name = p.areas[0].t;
    if (p.state === "yours" || p.state === "ask") p.slugs = slugs;
    return p;
  }

  /** Whether a word is one that pages hold, or a slip of one that help pages hold, and so no misspelt town. */
  private async known(word: string): Promise<boolean> {
    if (await this.index.known(word)) return true;
    const plan = await this.index.plan({ text: word, packs: ["help"] });
    return plan.near.length + plan.replaced.length > 0;
  }

  /** The rows of areas' own pages. An area that was chosen may no longer exist. */
  private async areas(slugs: string[], chosen: boolean): Promise<Row[]> {
    const there = chosen ? slugs.filter((slug) => this.atlas.areaName(slug)) : slugs;
    return Promise.all(there.map((slug) => this.index.card(slug)));
  }

  private async help(a: Answer): Promise<void> {
    a.plan = await this.index.plan({ text: a.place.rest, whole: whole(a), exact: a.query.exact, packs: ["help", ...a.place.slugs] });
    const pages = { packs: ["help"] };
    const found = a.plan.clauses.length ? (await this.index.find(a.plan, pages, Infinity)).hits : [];
    const meant = await this.pages(targets(a.plan.synonyms), pages);
    order(meant, a.plan.synonyms, found);
    addHelp(a, meant, PINNED);
    addHelp(a, wordsLast(found), HELP);
    addHelp(a, await this.pages(targets(a.plan.maybe), pages), HELP);
  }

  /** Pages by their addresses, in their order. */
  private async pages(addresses: string[], all: Filter): Promise<Hit[]> {
    if (!addresses.length) return [];
    const { hits } = await this.index.find(nothing, all, Infinity);
    const found = addresses.map((address) => hits.find((h) => h.row.u === address));
    return found.filter((h): h is Hit => !!h).map((h) => ({ ...h, score: 0 }));
  }

  private async near(a: Answer): Promise<void> {
    if (!a.place.slugs.length) return;
    const within: Filter = { packs: a.place.slugs, groups: ["service"] };
    a.counts = await this.index.counts(nothing, within);
    within.tags = a.query.tags;
    a.near = (await this.index.find(a.plan, within, NEAR)).hits;
    const held = new Set(a.near.map((h) => h.doc));
    const others = (await this.index.find(nothing, within, 2 * NEAR)).hits.filter((h) => !held.has(h.doc));
    a.near = a.near.concat(others).slice(0, NEAR);
  }

  private async elsewhere(a: Answer): Promise<void> {
    const { exact, tags } = a.query, { slugs, rest } = a.place;
    const plan = await this.index.plan({ text: rest, whole: whole(a), exact });
    if (!plan.clauses.length) return;
    const most = slugs.length ? ELSEWHERE : SERVICES;
    const { hits } = await this.index.find(plan, { groups: ["service"], tags }, most + NEAR);
    const far = hits.filter((h) => !(h.row.a || []).some((slug) => slugs.includes(slug)));
    a.elsewhere = far.slice(0, most);
  }

  private async places(a: Answer): Promise<void> {
    const words = a.place.rest.split(/\s+/).filter(Boolean).length;
    if (a.place.state !== "" || a.plan.synonyms.length || words > 4) return;
    const plan = await this.index.plan({ text: a.place.rest, exact: true });
    if (!plan.clauses.length || plan.missing.length) return;
    a.places = (await this.index.find(plan, { groups: ["area"] }, PLACES)).hits;
  }
}

/** All that was typed, if more than a place. */
const whole = (a: Answer): string => (a.place.rest.trim() ? a.query.text : "");

const asked = (q: Query): boolean => q.text.trim() !== "" || q.area !== "";

function stateOf(m: Mention, text: string): State {
  const areas = (m.areas || []).length, nations = (m.nations || []).length;
  if (!m.typed) return "";
  if (!areas && !nations) return "unknown";
  if (m.soft && text.trim().toLowerCase() !== m.typed.toLowerCase()) return "maybe";
  if (!areas) return "nation";
  if (m.sure || (areas === 1 && !nations)) return "yours";
  return areas > CARDS ? "choose" : "ask";
}

/** The pages that words mean by name. */
const targets = (recognised: Plan["synonyms"]): string[] =>
  Array.from(new Set(([] as string[]).concat(...recognised.map((s) => s.targets || []))));

/** What happens to a family comes before whom it happens to. */
function order(meant: Hit[], recognised: Plan["synonyms"], found: Hit[]): void {
  const first = new Set(recognised.map((s) => (s.targets || [])[0]));
  const kinds: { [kind: string]: number } = { urgent: 0, help: 1, overview: 3 };
  const turn = ({ row }: Hit): number => !first.has(row.u) ? 4 : kinds[row.k || ""] ?? 2;
  const scores = new Map(found.map((h): [number, number] => [h.doc, h.score]));
  const score = (h: Hit): number => scores.get(h.doc) || 0;
  meant.sort((x, y) => turn(x) - turn(y) || score(y) - score(x));
}

/** What words mean comes after the pages that help. */
function wordsLast(found: Hit[]): Hit[] {
  const isWord = (h: Hit): boolean => h.row.k === "word";
  return found.filter((h) => !isWord(h)).concat(found.filter(isWord));
}

function addHelp(a: Answer, pages: Hit[], most: number): void {
  for (const h of pages) {
    if (a.help.length < most && !a.help.some((x) => x.doc === h.doc)) a.help.push(h);
  }
}

function read(a: Answer): string[] {
  const words: string[] = [], add = (w: string): void => { if (w && !words.includes(w)) words.push(w); };
  const same = (x: string, y: string): boolean => x.toLowerCase() === y.toLowerCase();
  a.plan.synonyms.forEach((s) => add(s.means));
  for (const r of a.plan.replaced.concat(a.plan.offered)) {
    if (!a.plan.synonyms.some((s) => same(s.typed, r.means))) add(r.means);
  }
  if (["yours", "ask", "choose"].includes(a.place.state)) add(a.place.name);
  return words;
}
