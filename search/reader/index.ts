// Answers questions from an export of the index, as Bleve would: the same
// documents, order and scores. The package comment of search specifies the
// files and the sums.
import { analyze } from "./analyze";
import { DecodeError, json, Load, once } from "./bytes";
import { Manifest, Pack, Packs, Postings, Row, rowsOf, Shards, Source, TAGS } from "./files";
import { Lexicon } from "./lexicon";
import { Plan, plan, Question, Term } from "./plan";

export { DecodeError } from "./bytes";
export type { Load } from "./bytes";
export type { Line, Row } from "./files";
export type { Lexicon } from "./lexicon";
export type { Plan, Question } from "./plan";

/** What documents must have to be found. Given packs answer alone, without any other file. */
export interface Filter { packs?: string[]; groups?: string[]; tags?: { [tag: string]: string[] | undefined } }

export interface Hit { doc: number; score: number; row: Row }
export interface Found { hits: Hit[]; total: number }
export interface Counts { [tag: string]: { [value: string]: number } }

/** An index of which no file but the manifest is loaded before it is needed. */
export class Index {
  readonly lexicon: Lexicon;
  private readonly national: Source;
  private readonly packs = new Map<string, Promise<Pack>>();

  private constructor(private readonly load: Load, private readonly manifest: Manifest) {
    this.lexicon = new Lexicon(load, manifest);
    this.national = new Shards(load, manifest);
  }

  static async open(load: Load): Promise<Index> {
    const m = json(await load("m.json")) as Manifest;
    const right = m && m.v === 1 && m.n >= 0 && m.c > 0 && [m.s, m.y, m.k].every(Array.isArray) && [m.d, m.a].every((text) => typeof text === "string");
    if (!right) throw new DecodeError("another format");
    try {
      return new Index(load, m);
    } catch (e) {
      throw new DecodeError("the lexicon: " + e);
    }
  }

  plan(q: Question): Promise<Plan> { return plan(q, this.lexicon, this.source(q.packs)); }

  /** The paths of the files that plans are made with, beside the manifest, for whoever wants to plan without a network. */
  lexiconFiles(): string[] { return this.lexicon.files(); }

  /** Whether the index, or some packs, have all terms of a word. */
  async known(word: string, packs?: string[]): Promise<boolean> {
    const source = await this.source(packs);
    const held = await Promise.all(analyze(word).map((term) => source.documents(term)));
    return held.every(Boolean);
  }

  /** The row of an area's own page, which needs no other file. */
  async card(area: string): Promise<Row> { return rowsOf(await this.load(`c/${area}.json`))[0]; }

  /** The n best documents that match the plan and pass the filter, and how many there are in all. */
  async find(p: Plan, f: Filter, n: number): Promise<Found> {
    const source = await this.source(f.packs);
    const scores = await match(source, this.manifest.n, p, f);
    const best = Array.from(scores, ([doc, score]) => ({ doc, score }));
    best.sort((a, b) => b.score - a.score || a.doc - b.doc);
    const hits = best.slice(0, n).map(async (hit) => ({ ...hit, row: await source.row(hit.doc) }));
    return { hits: await Promise.all(hits), total: scores.size };
  }

  /** How the documents that find finds are spread over the values of the tags. */
  async counts(p: Plan, f: Filter): Promise<Counts> {
    const source = await this.source(f.packs);
    const scores = await match(source, this.manifest.n, p, f);
    const counts: Counts = {};
    await Promise.all(TAGS.map(async (name) => {
      for (const [value, docs] of await source.tag(name)) {
        const n = docs.filter((doc) => scores.has(doc)).length;
        if (n) (counts[name] = counts[name] || Object.create(null))[value] = n;
      }
    }));
    return counts;
  }

  private async source(packs: string[] = []): Promise<Source> {
    if (!packs.length) return this.national;
    return new Packs(await Promise.all(packs.map((name) => {
      return once(this.packs, name, async () => new Pack(await this.load(`a/${name}.bin`), this.manifest.n));
    })));
  }
}

/** match is the documents that match the plan and pass the filter, with their scores. */
async function match(source: Source, n: number, p: Plan, f: Filter): Promise<Map<number, number>> {
  const passing = await pass(source, f);
  if (p.clauses.length) return score(source, n, p, passing);
  const asked = passing || (f.packs && f.packs.length ? source.all() : []);
  return new Map(p.missing.length ? [] : Array.from(asked, (doc): [number, number] => [doc, 1]));
}

/** pass is the documents that the filter lets pass; undefined for all. */
async function pass(source: Source, f: Filter): Promise<Set<number> | undefined> {
  const wanted: { [tag: string]: string[] | undefined } = { ...f.tags, group: f.groups };
  let passing: Set<number> | undefined;
  for (const name of TAGS) {
    const values = wanted[name] || [];
    if (!values.length) continue;
    const tag = await source.tag(name), docs = new Set<number>();
    for (const value of values) for (const doc of tag.get(value) || []) if (!passing || passing.has(doc)) docs.add(doc);
    passing = docs;
  }
  return passing;
}

/** A term with what its rarity makes it weigh, and its postings. */
interface Weighed extends Term { idf: number; weight: number; postings: Postings }

async function score(source: Source, n: number, p: Plan, passing?: Set<number>): Promise<Map<number, number>> {
  const weigh = async (t: Term): Promise<Weighed> => {
    const idf = 1 + Math.log(n / (t.documents + 1));
    return { ...t, idf, weight: t.boost * idf, postings: await source.postings(t.term) };
  };
  const clauses = await Promise.all(p.clauses.map((c) => Promise.all(c.terms.map(weigh))));
  // Bleve adds the rarest first; sums of floating point numbers depend on it.
  const count = (terms: Weighed[]): number => terms.reduce((sum, t) => sum + t.documents, 0);
  clauses.forEach((terms) => terms.sort((a, b) => a.documents - b.documents));
  clauses.sort((a, b) => count(a) - count(b));
  const squares = (terms: Weighed[]): number => terms.reduce((sum, t) => sum + t.weight * t.weight, 0);
  const norm = 1 / Math.sqrt(clauses.reduce((sum, terms) => sum + squares(terms), 0));
  return any(clauses.map((terms) => any(terms.map((t) => scores(t, norm, passing)))));
}

/** any adds up scores, and multiplies them by the share of parts that matched. */
function any(parts: Map<number, number>[]): Map<number, number> {
  const sums = new Map<number, number>(), matched = new Map<number, number>();
  for (const part of parts) {
    for (const [doc, s] of part) {
      sums.set(doc, (sums.get(doc) || 0) + s);
      matched.set(doc, (matched.get(doc) || 0) + 1);
    }
  }
  for (const [doc, s] of sums) sums.set(doc, s * (matched.get(doc)! / parts.length));
  return sums;
}

function scores(t: Weighed, norm: number, passing?: Set<number>): Map<number, number> {
  const { docs, freqs, lengths } = t.postings, weight = t.weight * norm;
  const list = new Map<number, number>();
  docs.forEach((doc, i) => {
    if (passing && !passing.has(doc)) return;
    list.set(doc, Math.sqrt(freqs[i]) * Math.fround(1 / Math.sqrt(lengths[i])) * t.idf * weight);
  });
  return list;
}
