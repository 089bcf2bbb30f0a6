// What families' words mean here: the twin of lexicon.go and fold.go.
import { small } from "./analyze";
import { DecodeError, fenced, json, Load, once } from "./bytes";

/** A word, as it was typed and folded. */
export interface Word { raw: string; folded: string; sure?: boolean }

/** What a phrase means: a synonym or, without targets, a slip that is an offer. */
export interface Meaning { means: string; targets?: string[]; everyday?: boolean }

/** What the manifest has of the lexicon. */
export interface Heads {
  y: string[]; // fences of the files of phrases
  a: string; // acronyms
  k: [string, string][]; // crisis: phrase, kind
}

/** A file of phrases. */
interface Spoken {
  y: [string, string, string[]?, number?][]; // phrase, means, targets, 1 if it is an everyday word too
  m: [string, string][]; // slips: phrase, means
}

const OUTSIDE = new RegExp("[^\\p{L}\\p{N}\\p{M}\\p{Cf}.'\u2018\u2019\uff07`]+", "u");
const DROPPED = new RegExp("[\\p{M}\\p{Cf}.'\u2018\u2019\uff07`]", "gu");
const LOWER = new RegExp("\\p{Ll}", "u");
const UPPER = new RegExp("\\p{Lu}", "gu");

export const hasSmall = (text: string): boolean => LOWER.test(text);

/** A word in capitals: two at least, and no small letter. */
export const isAcronym = (raw: string): boolean => !hasSmall(raw) && (raw.match(UPPER) || []).length > 1;

/** split cuts a text into words. Apostrophes and dots stay within a word. */
export function split(text: string): Word[] {
  return text.split(OUTSIDE).map((raw) => ({ raw, folded: fold(raw) })).filter((w) => w.folded);
}

/** fold is a word without case, accents, dots, apostrophes and a plural's s. */
function fold(raw: string): string {
  const folded = small(raw.normalize("NFD").replace(DROPPED, ""));
  return /[^]{2}[^s]s$/.test(folded) ? folded.slice(0, -1) : folded;
}

export const phrase = (words: Word[]): string => words.map((w) => w.folded).join(" ");

export const typed = (words: Word[]): string => words.map((w) => w.raw).join(" ");

/** whole is the term of a text that is a name as a whole; "" if it has no word. */
export function whole(name: string): string {
  const folded = phrase(split(name));
  return folded && new TextEncoder().encode(folded).length < 256 ? "=" + folded : "";
}

/** The lexicon, of which files of phrases are loaded for the words of questions. */
export class Lexicon {
  readonly slips = new Map<string, string>();
  readonly meanings = new Map<string, Meaning>();
  readonly acronyms: Set<string>;
  private readonly crises: [string, string][];
  private readonly kept = new Map<string, Promise<unknown>>();
  private longest = 0; // words of the longest phrase

  constructor(private readonly load: Load, private readonly heads: Heads) {
    this.acronyms = new Set(heads.a.split(" "));
    this.crises = heads.k.map(([said, kind]): [string, string] => [` ${said} `, `${kind}`]);
  }

  /** The kind of the first phrase that asks for urgent help, or "". */
  crisis(text: string): string {
    const words = ` ${phrase(split(text))} `;
    const found = this.crises.find(([said]) => words.includes(said));
    return found ? found[1] : "";
  }

  /** The paths of all files of phrases. */
  files(): string[] { return this.heads.y.map((_, n) => `y/${n}.json`); }

  /** learn loads the phrases that begin with the words. Without a connection their plain words are looked for. */
  async learn(words: Word[]): Promise<void> {
    const files = this.files();
    await Promise.all(files.length ? words.map((w) => {
      const path = files[fenced(this.heads.y, w.folded)];
      const learnt = once(this.kept, path, async () => this.enter(json(await this.load(path)) as Spoken));
      return learnt.catch((e) => { if (e instanceof DecodeError) throw e; });
    }) : []);
  }

  /** recognise calls back for each phrase of a text: the longest first, none overlapping. */
  recognise<E>(words: Word[], entries: Map<string, E>, each: (from: number, to: number, entry: E) => void): void {
    for (let at = 0; at < words.length; at++) {
      for (let n = Math.min(this.longest, words.length - at); n > 0; n--) {
        const entry = entries.get(phrase(words.slice(at, at + n)));
        if (entry !== undefined) {
          each(at, at + n, entry);
          at += n - 1;
          break;
        }
      }
    }
  }

  private enter(file: Spoken): void {
    const right = file && [file.y, file.m].every((list) => Array.isArray(list) && list.every((entry: unknown) => {
      return Array.isArray(entry) && entry.slice(0, 2).every((text) => typeof text === "string") && entry.length > 1 && Array.isArray(entry[2] || []);
    }));
    if (!right) throw new DecodeError("a file has no phrases");
    for (const [said, means, targets, everyday] of file.y) this.meanings.set(said, { means, targets, everyday: !!everyday });
    for (const [said, means] of file.m) this.slips.set(said, means);
    for (const [said] of [...file.y, ...file.m]) this.longest = Math.max(this.longest, said.split(" ").length);
  }
}
