// Finds places in what families type: the twin of package search/place, whose
// doc.go describes the files and the rules.
import { Load, Manifest, read, Speller } from "./atlas";
import { key, tokens } from "./fold";
import type { Mention, Suggestion } from "./mention";
import { fileOf, parseOut, parsePostcode, Postcode, unpack, written } from "./postcode";

export { areaOf } from "./postcode";
export type { Load, Speller } from "./atlas";
export type { Mention, Suggestion } from "./mention";

interface Entry { key: string; name: string; areas: string[]; first: boolean; wide: boolean; manner: string }
interface Letter { entries: Entry[]; byKey: Map<string, Entry>; guessable: number }
interface Sector { places: string[]; listed?: number[] }
interface Finding {
  m: Mention; all: string[]; from: number; to: number; cut: number; code: boolean; wide: boolean; letters: number; shy?: boolean;
}

// Limits, as in the package.
const WORDS = 6, LETTERS = 8, CODES = 8, ALSO = 5, GUESSED = 20, LEAST = 5, LONG = 8;

const GAP = /^[ \t\u00A0\u2009\u202F._\u2010-\u2015-]{0,3}$/;
const PIECE = /^[a-z0-9]{1,7}$/;

/** An Atlas finds places. It fetches only the files that a text needs. */
export interface Atlas {
  /** The place that a text names, and what else it names. */
  find(text: string, speller?: Speller): Promise<Mention>;

  /** Up to n names that begin with the letters typed. */
  suggest(typed: string, n: number): Promise<Suggestion[]>;

  /** The name of an area or of a nation, or "". */
  areaName(slug: string): string;

  /** Whether a slug is that of a nation beside England. */
  abroad(slug: string): boolean;
}

/** What the files hold. */
interface Files {
  manifest: Manifest;
  sectors: Map<string, Sector>;
  outcodes: Map<string, string[]>;
  letters: Map<string, Letter>;
  need: (name: string) => Promise<void>;
  abroad: (slug: string) => boolean;
}

/** open reads places.json; load fetches it and the other files by their paths. */
async function open(load: Load): Promise<Atlas> {
  const manifest: Manifest = JSON.parse(await read(load, "places.json"));
  if (manifest.format !== 1) throw new Error("places: places.json has another format");
  const names = new Map(manifest.areas), fetched = new Map<string, Promise<void>>();
  const slugs = manifest.areas.map((a) => a[0]), held = new Set<string>();
  for (const name of manifest.files) {
    const [, stem, numbers] = /^(.*?)(\d*)$/.exec(name)!;
    for (const n of numbers || " ") held.add((stem + n).trim());
  }
  const files: Files = {
    manifest, sectors: new Map(), outcodes: new Map(), letters: new Map(),
    abroad: (slug) => slugs.indexOf(slug) >= manifest.england,
    need(name) {
      let got = fetched.get(name);
      if (!got) {
        got = held.has(name) ? read(load, name + ".txt").then((text) => (name[0] === "p" ? readCodes(files, text) : readNames(files, name[2], text))) : Promise.resolve();
        fetched.set(name, got);
        got.catch(() => fetched.delete(name)); // to be tried again
      }
      return got;
    },
  };
  return {
    find: (text, speller) => find(files, text, speller),
    suggest: (typed, n) => suggest(files, typed, n),
    areaName: (slug) => names.get(slug) || "",
    abroad: files.abroad,
  };
}

/** Atlas.open opens the atlas of a folder. */
export const Atlas = { open };

function places({ manifest }: Files, numbers: string): string[] {
  return (numbers.match(/../g) || []).map((n) => {
    const area = manifest.areas[parseInt(n, 36)];
    if (!area) throw new Error("places: " + n + " is not the number of an area");
    return area[0];
  });
}

function readCodes(files: Files, text: string): void {
  let out = "", sectors: string[] = [];
  for (const line of text.split("\n")) {
    const f = line.split(" ");
    if (f[0] === "=") continue;
    if (!f[1]) {
      out = f[0];
      files.outcodes.set(out, (sectors = []));
      continue;
    }
    const sector = { places: places(files, f[1]), listed: f[2] ? unpack(f[2], f[3] || "") : undefined };
    for (const digit of f[0]) {
      files.sectors.set(out + " " + digit, sector);
      sectors.push(out + " " + digit);
    }
  }
}

function readNames(files: Files, letter: string, text: string): void {
  const entries: Entry[] = [], byKey = new Map<string, Entry>();
  let guessable = -1;
  for (const line of text.split("\n")) {
    const [name, areas, marks] = line.split("|");
    if (line === "-") guessable = entries.length;
    if (marks === undefined) continue;
    const e = { key: key(name), name, areas: places(files, areas), first: marks.includes("1"), wide: marks.includes("w"), manner: marks.replace(/[1w]/g, "") };
    byKey.set(e.key, e);
    entries.push(e);
  }
  files.letters.set(letter, { entries, byKey, guessable: guessable < 0 ? entries.length : guessable });
}

/** answer says where a postcode, or all that begins so, may lie. */
function answer({ sectors, outcodes, manifest }: Files, p: Postcode): string[] {
  const s = p.digit < 0 ? undefined : sectors.get(p.out + " " + p.digit);
  if (s) {
    const place = s.listed && p.ending >= 0 && s.listed[p.ending];
    return place ? [s.places[place - 1]] : s.places;
  }
  const names = outcodes.get(p.out);
  if (!names) {
    const nation = manifest.codes[p.out] || manifest.codes[p.area];
    return nation ? [nation] : [];
  }
  const count = new Map<string, number>();
  for (const name of names) for (const place of sectors.get(name)!.places) count.set(place, (count.get(place) || 0) + 1);
  return Array.from(count).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map((c) => c[0]);
}

async function suggest(files: Files, typed: string, n: number): Promise<Suggestion[]> {
  const folded = key(typed), words = tokens(typed);
  if (!folded) return [];
  await files.need("n/" + folded[0]);
  const last = words[words.length - 1];
  const starts = [folded, folded.slice(0, folded.length - last.word.length) + last.plain];
  const l = files.letters.get(folded[0]);
  return (l ? l.entries : []).filter((e) => starts.some((p) => e.key.startsWith(p))).slice(0, n)
    .map((e) => ({ name: e.name, areas: e.areas, first: e.first || e.areas.length === 1 }));
}

/** find looks at one text. */
async function find(files: Files, text: string, speller?: Speller): Promise<Mention> {
  const { manifest } = files, list = tokens(text), wanted: string[] = [];
  const set = (words: string) => new Set(words.split(" ")), phrases = (all: string[]) => all.map((p) => p.split(" "));
  const cues = set(manifest.cues), signs = set(manifest.signs), stops = set(manifest.stops), joined = set(manifest.joined);
  const counted = set(manifest.counted), leading = phrases(manifest.leading), trailing = phrases(manifest.trailing);

  function has(words: Set<string>, i: number): boolean {
    return !!list[i] && words.has(list[i].plain);
  }

  function follows(first: number, i: number): boolean {
    return PIECE.test(list[i].plain) && (i === first || GAP.test(text.slice(list[i - 1].end, list[i].start)));
  }

  /** codes finds the postcodes. */
  async function codes(): Promise<Finding[]> {
    const found: Finding[] = [];
    for (let i = 0, tried = 0; i < list.length && tried < CODES; i++) {
      const read = wholeCode(i) || outCode(i);
      if (!read) continue;
      tried++;
      await files.need(fileOf(read.p));
      const f = code(read.p, i, read.to);
      if (f) {
        found.push(f);
        i = f.to - 1;
      }
    }
    return found;
  }

  const area = (letters: string): boolean => manifest.codes[letters] !== undefined;

  function wholeCode(i: number): { p: Postcode; to: number } | undefined {
    if (has(joined, i)) return undefined;
    let code = "";
    for (let to = i + 1; to <= Math.min(i + 4, list.length) && follows(i, to - 1); to++) {
      code += list[to - 1].plain;
      const p = parsePostcode(code.toUpperCase(), area, 2);
      if (p && plausible(i, to)) return { p, to };
    }
    return undefined;
  }

  function plausible(i: number, to: number): boolean {
    if (to - i > 1 && has(joined, to - 1)) return false;
    return !(/yr$/.test(list[to - 1].plain) && to < list.length && list[to].plain === "old");
  }

  function outCode(i: number): { p: Postcode; to: number } | undefined {
    if (!follows(i, i) || has(counted, i - 1)) return undefined;
    const p = parseOut(list[i].plain.toUpperCase(), area, 0), to = i + 1;
    if (!p) return undefined;
    if (to === list.length - 1 && follows(i, to) && /^\d$/.test(list[to].plain)) {
      return { p: { ...p, digit: +list[to].plain }, to: to + 1 };
    }
    return { p, to };
  }

  function code(p: Postcode, from: number, to: number): Finding | undefined {
    const places = answer(files, p);
    const typed = list.slice(from, to).map((t) => t.plain).join("").toUpperCase();
    if (!places.length && (p.ending < 0 || typed !== written(p).replace(" ", ""))) return undefined;
    const start = cut(from), soft = p.ending < 0 && /^S\d+$/.test(p.out) && start === from;
    return finding(written(p), places, places.length === 1 && (!soft || (from === 0 && to === list.length)), soft, from, to, start, true, false, 0);
  }

  function finding(name: string, all: string[], sure: boolean, soft: boolean, from: number, to: number, cut: number, code: boolean, wide: boolean, letters: number): Finding {
    const f = { m: { typed: text.slice(list[from].start, list[to - 1].end), name, soft }, all, from, to, cut, code, wide, letters };
    lie(f, all, sure);
    return f;
  }

  function lie(f: Finding, all: string[], sure: boolean): void {
    f.all = all;
    f.m.areas = all.filter((p) => !files.abroad(p));
    f.m.nations = all.filter((p) => files.abroad(p));
    f.m.sure = sure;
  }

  function cut(from: number): number {
    const before = from > 0 && list[from - 1].plain === "the" ? from - 2 : from - 1;
    return has(cues, before) ? before : from;
  }

  /** nameList finds the names beside what was found. */
  function nameList(beside: Finding[]): Finding[] {
    const found: Finding[] = [];
    for (let i = 0; i < list.length; i++) {
      const f = nameAt(i);
      if (f && !beside.some((o) => f.from < o.to && o.from < f.to)) {
        found.push(f);
        i = f.to - 1;
      }
    }
    return found;
  }

  function nameAt(i: number): Finding | undefined {
    let best: Finding | undefined;
    for (const p of [...leading, []]) {
      const f = says(i, p) ? bareName(i, i + p.length) : undefined;
      if (f && (!best || f.to >= best.to)) best = f;
    }
    return best;
  }

  function join(at: number, n: number): string {
    return list.slice(at, at + n).map((t) => t.word).join(" ");
  }

  function says(i: number, phrase: string[]): boolean {
    return i + phrase.length <= list.length && phrase.every((w, j) => list[i + j].plain === w);
  }

  function letter(c: string | undefined): Letter | undefined {
    return c && wanted.includes(c) ? files.letters.get(c) : undefined;
  }

  function bareName(from: number, at: number): Finding | undefined {
    for (let n = Math.min(WORDS, list.length - at); n > 0; n--) {
      const k = join(at, n), l = letter(k[0]), e = l && l.byKey.get(k);
      if (e) return named(e, from, at, at + n);
    }
    return undefined;
  }

  /** named judges a name by the words around it. */
  function named(e: Entry, from: number, at: number, end: number): Finding {
    const after = trailing.find((p) => says(end, p));
    const to = end + (after ? after.length : 0), start = cut(from);
    const shown = start < from || (at > from && list[from].plain !== "the") || to > end || has(signs, to) || has(signs, start - 1);
    const whole = (from === 0 && to === list.length), soft = !!e.manner && !shown;
    const sure = (e.areas.length === 1 || e.first) && (!soft || whole);
    const f = finding(e.name, e.areas, sure, soft, from, to, start, false, e.wide, Array.from(e.key).length);
    f.shy = e.manner === "y" && !whole;
    return f;
  }

  /** guess finds the name that is spelt most like words that nobody knows. */
  async function guess(): Promise<Finding[]> {
    let best: Finding | undefined, least = 1, of = 0;
    for (let i = 0, tried = 0; i < list.length && tried < GUESSED; i++) {
      const runs = await guessable(i);
      if (runs.length) tried++;
      for (const n of runs) {
        const typed = join(i, n), letters = Array.from(typed).length, hit = likest(typed, letters);
        if (!hit || (best && hit.d * of >= least * letters)) continue;
        best = finding(hit.e.name, hit.e.areas, false, false, i, i + n, cut(i), false, false, 0);
        best.m.guess = true;
        least = hit.d;
        of = letters;
      }
    }
    return best ? [best] : [];
  }

  async function guessable(i: number): Promise<number[]> {
    const known = await isKnown(i), runs: number[] = [];
    if (i + 1 < list.length && !stops.has(list[i].word) && !(known && (await isKnown(i + 1)))) runs.push(2);
    if (!known) runs.push(1);
    return runs;
  }

  async function isKnown(i: number): Promise<boolean> {
    const t = list[i];
    return stops.has(t.word) || cues.has(t.word) || (await speller!.known(t.plain));
  }

  function likest(typed: string, letters: number): { e: Entry; d: number } | undefined {
    const l = letter(typed[0]);
    if (letters < LEAST || !l) return undefined;
    let best: Entry | undefined, most = letters >= LONG ? 2 : 1;
    for (const e of l.entries.slice(0, l.guessable)) {
      if (e.manner || e.key.length < LEAST - 1) continue;
      const d = speller!.distance(Array.from(typed), Array.from(e.key), most);
      if (d > most) continue;
      best = e;
      most = d - 1;
    }
    return best && { e: best, d: most + 1 };
  }

  /** choose makes one Mention of all that was found. */
  function choose(found: Finding[]): Mention {
    for (const f of found) for (const g of found) if (f.m.soft && f.to === g.from && g.wide) narrow(f, g);
    found = found.filter((f) => !f.shy || !f.m.soft);
    if (!found.length) return { rest: rest([]) };
    const best = found.reduce((a, b) => (before(b, a) ? b : a));
    const also = found.filter((f) => f !== best && !narrow(best, f)).sort((a, b) => a.from - b.from);
    const told = also.map((f) => f.m).filter((m, i, all) => all.findIndex((o) => o.name === m.name) === i).slice(0, ALSO);
    return { ...best.m, also: told, rest: rest(found.filter((f) => !f.m.soft)) };
  }

  /** narrow tells by another place which of several is meant. */
  function narrow(a: Finding, b: Finding): boolean {
    const both = a.all.filter((p) => b.all.includes(p));
    if (!both.length) return false;
    if (both.length < a.all.length) lie(a, both, both.length === 1);
    if (!b.m.soft) {
      a.m.soft = false;
      a.m.sure = a.m.sure || both.length === 1;
    }
    return true;
  }

  function rest(found: Finding[]): string {
    let kept = "", at = 0;
    list.forEach((t, i) => {
      if (!found.some((f) => f.cut <= i && i < f.to)) return;
      kept += text.slice(at, t.start) + " ";
      at = t.end;
    });
    return (kept + text.slice(at)).split(/[ \t\n\r\u00A0]+/).filter(Boolean).join(" ").replace(/^[ ,.;:!?()'"_/&|-]+|[ ,.;:!?()'"_/&|-]+$/g, "");
  }

  for (const cued of [true, false]) {
    list.forEach((t, i) => {
      const c = t.word[0];
      if ((cued && !(i > 0 && cues.has(list[i - 1].word))) || stops.has(t.word) || c < "a" || c > "z") return;
      if (t.word.length < 2 && !(list[i + 1] && list[i + 1].plain === "&")) return; // B&NES
      if (wanted.length < LETTERS && !wanted.includes(c)) wanted.push(c);
    });
  }
  let found = await codes();
  await Promise.all(wanted.map((letter) => files.need("n/" + letter)));
  found = found.concat(nameList(found));
  return choose(found.length || !speller ? found : await guess());
}

/** before reports whether a is the better answer. */
function before(a: Finding, b: Finding): boolean {
  const says = (f: Finding) => [!f.m.soft, f.all.length > 0, f.code, !f.wide];
  const x = says(a), y = says(b), i = x.findIndex((v, j) => v !== y[j]);
  if (i >= 0) return x[i];
  return a.letters !== b.letters && !a.code ? a.letters > b.letters : a.from < b.from;
}
