// Where terms, tags and rows come from: the files of an export.
import { Bytes, DecodeError, fenced, json, Load, once } from "./bytes";
import { Heads } from "./lexicon";
import { Vocabulary } from "./plan";

/** The tags, in the order of a pack. */
export const TAGS = ["group", "areas", "kinds", "needs", "ages", "communities", "languages", "support", "channels"];

/** What an answer prints. See Row in document.go. */
export interface Row { u: string; k?: string; t: string; s?: string; l?: string; w?: string; a?: string[]; b?: Line[] }
export interface Line { p?: string; x: { t: string; h?: string }[] }

/** A term's documents: how often each has it, and how many terms each has in all. */
export interface Postings { docs: number[]; freqs: number[]; lengths: number[] }

/** The documents of each value of a tag. */
export type Tag = Map<string, number[]>;

/** An index of all documents, or of those of some packs. Numbers of documents are global. */
export interface Source extends Vocabulary {
  postings(term: string): Promise<Postings>;
  tag(name: string): Promise<Tag>;
  row(doc: number): Promise<Row>;
  all(): number[];
}

/** m.json: format, documents, rows of a file, fences of the shards, first bytes of terms, and what it has of the lexicon. */
export interface Manifest extends Heads { v: number; n: number; c: number; s: string[]; d: string }

/** columns reads the postings of n documents, and their lengths if they are there. */
function columns(b: Bytes, n: number, limit: number, lengths: boolean): Postings {
  return { docs: b.gaps(n, limit), freqs: b.numbers(n, (f) => f + 1), lengths: lengths ? b.numbers(n, (l) => l) : [] };
}

/** values reads a tag, as the numbers from gaps mean them. */
function values(b: Bytes, limit: number, means: (n: number) => number): Tag {
  const heads = b.list(b.count(2), () => ({ value: b.text(), n: b.number() }));
  return new Map(heads.map(({ value, n }): [string, number[]] => [value, b.gaps(n, limit).map(means)]));
}

/** rowsOf checks that a JSON text is a list of rows. */
export function rowsOf(bytes: Uint8Array): Row[] {
  const list = json(bytes) as Row[];
  const right = Array.isArray(list) && list.every((r) => r && typeof r.u === "string" && typeof r.t === "string");
  if (!right) throw new DecodeError("a file has no rows");
  return list;
}

const hex = (character: string): string => new TextEncoder().encode(character)[0].toString(16).padStart(2, "0");

/** The whole index, of which each file is loaded when it is needed. */
export class Shards implements Source {
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor(private readonly load: Load, private readonly manifest: Manifest) {}

  async documents(term: string): Promise<number> {
    const entry = await this.entry(term);
    return entry ? entry.df : 0;
  }

  async postings(term: string): Promise<Postings> {
    const entry = await this.entry(term);
    if (!entry) return { docs: [], freqs: [], lengths: [] };
    const read = (b: Bytes): Postings => columns(b, entry.df, this.manifest.n, true);
    return entry.columns ? read(new Bytes(entry.columns)) : this.file(`t/${entry.large}.bin`, read);
  }

  async beginning(character: string): Promise<[string, number][]> {
    const letter = hex(character);
    for (let at = 0; at < this.manifest.d.length; at += 2) {
      if (this.manifest.d.substr(at, 2) === letter) {
        const all = await this.file(`d/${letter}.bin`, (b) => b.list(b.count(3), (): [string, number] => [b.term(), b.number()]));
        return all.filter(([term]) => term.startsWith(character));
      }
    }
    return [];
  }

  tag(name: string): Promise<Tag> {
    return this.file(`f/${name}.bin`, (b) => values(b, this.manifest.n, (doc) => doc));
  }

  async row(doc: number): Promise<Row> {
    const { c } = this.manifest;
    const rows = await this.file(`r/${Math.floor(doc / c)}.json`, (b) => rowsOf(b.rest()));
    if (!rows[doc % c]) throw new DecodeError("no row " + doc);
    return rows[doc % c];
  }

  all(): number[] { return []; } // nothing asked, nothing found

  private async entry(term: string): Promise<Entry | undefined> {
    const at = fenced(this.manifest.s, term);
    return this.manifest.s.length ? (await this.file(`s/${at}.bin`, (b) => shard(b, at))).get(term) : undefined;
  }

  private file<T>(path: string, read: (b: Bytes) => T): Promise<T> {
    return once(this.kept, path, async () => read(new Bytes(await this.load(path))));
  }
}

/** A term of a shard. Its postings are in the shard, or in a file of their own. */
interface Entry { df: number; columns?: Uint8Array; large: string }

function shard(b: Bytes, name: number): Map<string, Entry> {
  const n = b.count(4), head = new Bytes(b.take(b.number()));
  const entries = head.list(n, (i): [string, Entry] => {
    const term = head.term(), df = head.number(), size = head.number();
    return [term, { df, columns: size ? b.take(size) : undefined, large: `${name}-${i}` }];
  });
  return new Map(entries);
}

/** One pack, all of it in memory. */
export class Pack {
  readonly docs: number[];
  readonly terms = new Map<string, Postings & { df: number }>();
  readonly tags = new Map<string, Tag>();
  readonly rows: Row[];

  constructor(bytes: Uint8Array, limit: number) {
    const b = new Bytes(bytes), size = b.count(2);
    this.docs = b.gaps(size, limit);
    const lengths = b.numbers(size, (l) => l), doc = (place: number): number => this.docs[place];
    const entries = b.count(5), head = new Bytes(b.take(b.number()));
    for (let i = 0; i < entries; i++) {
      const term = head.term(), df = head.number(), n = head.number();
      const p = columns(b, n, size, false);
      this.terms.set(term, { df, docs: p.docs.map(doc), freqs: p.freqs, lengths: p.docs.map((place) => lengths[place]) });
    }
    for (const name of TAGS) this.tags.set(name, values(b, size, doc));
    this.rows = rowsOf(b.rest());
    if (this.rows.length !== size) throw new DecodeError("rows are missing");
  }
}

/** Some packs together. A document that is in several is listed as often, and has one score. */
export class Packs implements Source {
  private readonly rows = new Map<number, Row>();

  constructor(private readonly packs: Pack[]) {
    for (const pack of packs) pack.docs.forEach((doc, i) => this.rows.set(doc, pack.rows[i]));
  }

  async documents(term: string): Promise<number> {
    const pack = this.packs.find((p) => p.terms.has(term));
    return pack ? pack.terms.get(term)!.df : 0;
  }

  async postings(term: string): Promise<Postings> {
    const all: Postings = { docs: [], freqs: [], lengths: [] };
    for (const pack of this.packs) {
      const p = pack.terms.get(term);
      if (!p) continue;
      all.docs = all.docs.concat(p.docs);
      all.freqs = all.freqs.concat(p.freqs);
      all.lengths = all.lengths.concat(p.lengths);
    }
    return all;
  }

  async beginning(character: string): Promise<[string, number][]> {
    const found = new Map<string, number>();
    for (const pack of this.packs) {
      for (const [term, p] of pack.terms) if (term.startsWith(character)) found.set(term, p.df);
    }
    return Array.from(found);
  }

  async tag(name: string): Promise<Tag> {
    const all = new Map<string, Set<number>>();
    for (const pack of this.packs) {
      for (const [value, docs] of pack.tags.get(name)!) {
        const set = all.get(value) || new Set();
        docs.forEach((doc) => set.add(doc));
        all.set(value, set);
      }
    }
    return new Map(Array.from(all, ([value, docs]): [string, number[]] => [value, Array.from(docs)]));
  }

  async row(doc: number): Promise<Row> { return this.rows.get(doc)!; }

  all(): number[] { return Array.from(this.rows.keys()); }
}
