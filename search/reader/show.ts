// What the page of answers shows: the twin of search/answer/show.go and
// query.go.
import type { Answer, Query, Tags } from "./answer";
import type { Hit, Line, Row } from "./index";
import { cut } from "./plan";

/** What fills the places of a page. See Slots in search/answer. */
export interface Slots { words: { [name: string]: string }; lists: { [name: string]: Slots[] } }

export interface Site { base: string; mark: string }

const YES = "yes", LONGEST = 24;

/** The questions of the form, and the tags that they ask for. */
const TAGS: [string, string][] = [["kind", "kinds"], ["need", "needs"], ["age", "ages"], ["support", "support"],
  ["channel", "channels"], ["language", "languages"], ["community", "communities"]];

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** parse reads a query from the page's address. */
export function parse(form: URLSearchParams): Query {
  const tags: Tags = {}, area = form.get("area") || "";
  for (const [name, tag] of TAGS) {
    const ids = Array.from(new Set(form.getAll(name).filter((id) => ID.test(id)))).sort();
    if (ids.length) tags[tag] = ids;
  }
  return { text: cut(form.get("q") || ""), exact: form.get("exact") === YES, area: ID.test(area) ? area : "", tags };
}

class Shown implements Slots {
  words: Slots["words"] = {};
  lists: Slots["lists"] = {};
  set(name: string, words: string | undefined): void { if (words) this.words[name] = words; }
  list(name: string, rows: Slots[]): void { if (rows.length) this.lists[name] = rows; }
}

export function slots(site: Site, a: Answer): Slots {
  const page = new Shown();
  page.set("query", a.query.text);
  page.set("crisis", a.crisis);
  said(site, page, a);
  place(site, page, a);
  page.list("help", results(site, a.help));
  page.list("near", results(site, a.near));
  page.list("elsewhere", results(site, a.elsewhere));
  page.list("places", a.places.map((h) => link(site, h.row, a, false)));
  filters(page, a);
  return page;
}

function said(site: Site, page: Shown, a: Answer): void {
  const { text, area, exact } = a.query, { state, areas } = a.place;
  const others = a.help.length + a.near.length + a.elsewhere.length;
  const found = (state === "maybe" ? 0 : areas.length) + others + a.places.length;
  if (!text.trim() && !area) {
    // nothing was asked
  } else if (found === 1) page.set("one", YES);
  else if (found > 1) page.set("many", String(found));
  else if (state !== "nation" && state !== "unknown") page.set("nothing", YES);
  if (others) page.set("answered", YES);
  const again: Query = { text, area, exact: !exact, tags: {} };
  if (exact) {
    page.set("exactly", YES);
    page.set("again", address(site, again));
    return;
  }
  const read = a.read.join(", ");
  if (read.toLowerCase() === text.trim().toLowerCase()) return; // nothing but what was typed
  page.set("read", read);
  if (read && text) page.set("exact", address(site, again));
}

function place(site: Site, page: Shown, a: Answer): void {
  const p = a.place;
  page.set("typed", p.typed);
  page.set("nation", p.nations.join(" or "));
  if (p.state === "yours") {
    page.list("yours", cards(site, p.areas, a, false));
    page.set("where", p.areas[0].t);
    page.set("beside", href(site, p.areas[0].u) + "#neighbours");
    if (p.guess) page.set("guess", p.name);
  } else if (p.state === "ask") {
    page.list("ask", cards(site, p.areas, a, true));
    page.set("where", "these areas");
  } else if (p.state === "choose" || p.state === "maybe") page.list(p.state, p.areas.map((area) => link(site, area, a, true)));
  else if (p.state === "unknown") page.set("unknown", p.name);
}

function cards(site: Site, areas: Row[], a: Answer, choose: boolean): Slots[] {
  return areas.map((area) => {
    const card = link(site, area, a, false);
    if (choose) card.set("choose", address(site, { text: a.place.rest, area: area.a![0], exact: false, tags: a.query.tags }));
    card.list("board", lines(site, area.b || [], true));
    card.list("below", lines(site, area.b || [], false));
    return card;
  });
}

const ON_BOARD = ["head", "notice", "name", "call", "hours"];

function lines(site: Site, all: Line[], board: boolean): Slots[] {
  return all.filter((line) => ON_BOARD.includes(line.p || "") === board).map((line) => {
    const row = new Shown();
    row.set(line.p || "", YES);
    row.list("says", says(site, line));
    return row;
  });
}

function says(site: Site, line: Line): Slots[] {
  return line.x.map((span) => {
    const row = new Shown();
    row.set("text", span.t);
    row.set("to", href(site, span.h || ""));
    row.set(sort(span.t, span.h || ""), YES);
    return row;
  });
}

function sort(text: string, to: string): string {
  if (/^(tel|sms):/.test(to)) return "number";
  return Array.from(text).length > LONGEST ? "long" : "address";
}

function link(site: Site, area: Row, a: Answer, choose: boolean): Shown {
  const row = new Shown(), rest = a.place.rest.trim();
  row.set("title", area.t);
  row.set("address", href(site, area.u));
  if (choose && rest) row.set("address", address(site, { text: rest, area: area.a![0], exact: false, tags: a.query.tags }));
  return row;
}

function results(site: Site, hits: Hit[]): Slots[] {
  return hits.map(({ row: r }) => {
    const row = new Shown();
    row.set("title", r.t);
    row.set("address", href(site, r.u));
    row.set("label", r.l);
    row.set("where", r.w);
    row.set("summary", r.s);
    if (r.b && r.b.length) row.list("says", says(site, r.b[0]));
    return row;
  });
}

function filters(page: Shown, a: Answer): void {
  const known = a.place.slugs.length > 0;
  if (known || a.elsewhere.length || ticked(a.query.tags).length) page.set("filters", YES);
  for (const [name, tag] of TAGS) {
    const see = (value: string): void => {
      page.set("see-" + name + "-" + value, YES);
      page.set("see-" + name, YES);
    };
    const counts = a.counts[tag] || {};
    for (const value of Object.keys(counts)) {
      page.set("count-" + name + "-" + value, String(counts[value]));
      see(value);
    }
    for (const value of a.query.tags[tag] || []) {
      page.set("filtered", YES);
      page.set("on-" + name + "-" + value, YES);
      see(value);
    }
  }
  if (!known) page.set("see-all", YES);
}

const href = (site: Site, to: string): string => (to.startsWith("/") ? site.base + to.slice(1) : to);

/** address is that of another question. */
export function address(site: Site, q: Query): string {
  const pairs = ["q=" + escape(q.text)];
  if (q.area) pairs.push("area=" + q.area);
  if (q.exact) pairs.push("exact=" + YES);
  return site.base + "find/" + site.mark + pairs.concat(ticked(q.tags)).join("&");
}

function ticked(tags: Tags): string[] {
  return ([] as string[]).concat(...TAGS.map(([name, tag]) => (tags[tag] || []).map((value) => name + "=" + value)));
}

/** escape writes words for an address as the form does. */
const escape = (words: string): string =>
  encodeURIComponent(words).replace(/%20/g, "+").replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
