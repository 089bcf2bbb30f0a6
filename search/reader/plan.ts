// Makes a question ready for the index: the twin of planner.go.
import { analyze } from "./analyze";
import { compare } from "./bytes";
import { hasSmall, isAcronym, Lexicon, Meaning, split, typed, whole, Word } from "./lexicon";

/** What to look for. See Question in plan.go. */
export interface Question { text: string; whole?: string; exact?: boolean; packs?: string[] }

export interface Term { term: string; documents: number; boost: number }
export interface Clause { word: string; terms: Term[] }
export interface Replacement { typed: string; means: string }
export interface Recognised extends Replacement { targets?: string[] }
export interface NearWord { word: string; terms: string[] }

/** A question made ready. See Plan in plan.go. */
export interface Plan {
  clauses: Clause[];
  replaced: Replacement[];
  offered: Replacement[];
  synonyms: Recognised[];
  maybe: Recognised[];
  near: NearWord[];
  missing: string[];
}

/** What a plan needs to know of an index. */
export interface Vocabulary {
  /** The number of documents that have the term, of the whole index always. */
  documents(term: string): Promise<number>;
  /** The terms that begin with a character, with the numbers of their documents. */
  beginning(character: string): Promise<[string, number][]>;
}

// Limits and weights, as in plan.go.
const CHARACTERS = 1000, TERMS = 10, NEAR = 8, MEANT = 4, MEANT_BOOST = 0.5, WHOLE_BOOST = 10;

const NUMBER = new RegExp("\\p{N}", "u");

export const cut = (text: string): string => Array.from(text).slice(0, CHARACTERS).join("");

/** The number of edits between two words, swapped neighbours being one; above most, most + 1. See distance.go. */
export function distance(a: string[], b: string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [], last = [0, ...a.map((_, i) => i + 1)];
  for (let j = 1; j <= b.length; j++) {
    const row = [j];
    for (let i = 1; i <= a.length; i++) {
      let n = Math.min(last[i] + 1, row[i - 1] + 1, last[i - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) n = Math.min(n, before[i - 2] + 1);
      row.push(n);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[a.length], most + 1);
}

/** plan makes a question ready. The vocabulary and the phrases are fetched at once. */
export async function plan(q: Question, lexicon: Lexicon, vocabulary: Promise<Vocabulary>): Promise<Plan> {
  const text = cut(q.text);
  const [words] = await Promise.all([vocabulary, q.exact || lexicon.learn(split(text))]);
  const p = new Planner(lexicon, words, !!q.exact, hasSmall(text));
  await p.text(text);
  await p.whole(cut(q.whole || q.text));
  return p.plan;
}

class Planner {
  readonly plan: Plan = { clauses: [], replaced: [], offered: [], synonyms: [], maybe: [], near: [], missing: [] };
  private readonly seen = new Set<string>();

  constructor(
    private readonly lexicon: Lexicon,
    private readonly words: Vocabulary,
    private readonly exact: boolean,
    private readonly mixed: boolean, // the text has small letters, so capitals mean an acronym
  ) {}

  async text(text: string): Promise<void> {
    let words = split(text);
    const steps: { words: Word[]; means?: Meaning }[] = [];
    let at = 0;
    if (!this.exact) {
      words = this.replace(words);
      await this.lexicon.learn(words);
      this.lexicon.recognise(words, this.lexicon.meanings, (from, to, m) => {
        const said = words.slice(from, to), sure = said.length === words.length || (this.mixed && isAcronym(typed(said)));
        steps.push({ words: words.slice(at, from) }, { words: said, means: { ...m, everyday: m.everyday && !sure } });
        at = to;
      });
    }
    steps.push({ words: words.slice(at) });
    await this.fetch(steps);
    for (const step of steps) await (step.means ? this.mean(step.words, step.means) : this.each(step.words));
  }

  async whole(text: string): Promise<void> {
    const term = whole(text);
    if (!term || this.plan.clauses.length === TERMS) return;
    const terms = await this.exactly(term, WHOLE_BOOST);
    if (terms.length) this.plan.clauses.push({ word: text, terms });
  }

  private replace(words: Word[]): Word[] {
    const right: Word[] = [];
    let at = 0;
    this.lexicon.recognise(words, this.lexicon.slips, (from, to, means) => {
      right.push(...words.slice(at, from), ...split(means).map((w) => ({ ...w, sure: true })));
      this.plan.replaced.push({ typed: typed(words.slice(from, to)), means });
      at = to;
    });
    return right.concat(words.slice(at));
  }

  /** fetch asks for all words at once, so that they are not waited for one by one. */
  private async fetch(steps: { words: Word[]; means?: Meaning }[]): Promise<void> {
    const terms = new Set<string>();
    for (const { words, means } of steps) {
      for (const w of words) analyze(w.raw).forEach((term) => terms.size < TERMS && terms.add(term));
      if (means) analyze(means.means).slice(0, MEANT).forEach((term) => terms.add(term));
    }
    await Promise.all(Array.from(terms, (term) => this.words.documents(term)));
  }

  private async each(words: Word[]): Promise<void> {
    for (const w of words) {
      for (const term of this.unseen(w)) {
        const terms = await this.stand(w, term);
        if (terms.length) this.plan.clauses.push({ word: w.raw, terms });
        else this.plan.missing.push(w.raw);
      }
    }
  }

  private unseen(w: Word): string[] {
    return analyze(w.raw).filter((term) => !this.seen.has(term) && this.seen.size < TERMS && this.seen.add(term));
  }

  private async stand(w: Word, term: string): Promise<Term[]> {
    const exactly = await this.exactly(term, 1);
    if (exactly.length) return exactly;
    const most = this.edits(w, term);
    const near = most ? await this.near(Array.from(term), most) : [];
    if (near.length) this.plan.near.push({ word: w.raw, terms: near.map((t) => t.term) });
    return near;
  }

  /** exactly is the term itself, if a document has it. */
  private async exactly(term: string, boost: number): Promise<Term[]> {
    const documents = await this.words.documents(term);
    return documents ? [{ term, documents, boost }] : [];
  }

  private edits(w: Word, term: string): number {
    const letters = Array.from(term).length;
    const acronym = this.lexicon.acronyms.has(term) || (this.mixed && isAcronym(w.raw));
    if (this.exact || w.sure || acronym || letters < 4 || NUMBER.test(term)) return 0;
    return letters < 6 ? 1 : 2;
  }

  private async near(term: string[], most: number): Promise<Term[]> {
    const all = await this.words.beginning(term[0]);
    return all
      .map(([other, documents]) => ({ term: other, documents, edits: distance(term, Array.from(other), most) }))
      .filter((c) => c.edits <= most && !this.lexicon.acronyms.has(c.term))
      .sort((a, b) => a.edits - b.edits || b.documents - a.documents || compare(a.term, b.term))
      .filter((c, _, best) => c.edits === best[0].edits)
      .slice(0, NEAR)
      .map((c) => ({ term: c.term, documents: c.documents, boost: 1 / (c.edits + 1) }));
  }

  private async mean(words: Word[], m: Meaning): Promise<void> {
    const said = typed(words), clauses = this.plan.clauses, first = clauses.length;
    if (!m.targets) this.plan.offered.push({ typed: said, means: m.means });
    else (m.everyday ? this.plan.maybe : this.plan.synonyms).push({ typed: said, means: m.means, targets: m.targets });
    for (const w of words) {
      for (const term of this.unseen(w)) {
        const terms = await this.exactly(term, 1);
        if (terms.length) clauses.push({ word: w.raw, terms });
      }
    }
    const meant = await this.meant(m.means);
    if (clauses.length > first) clauses[first].terms.push(...meant);
    else if (!meant.length) this.plan.missing.push(said);
    else if (first < TERMS) clauses.push({ word: said, terms: meant });
  }

  private async meant(means: string): Promise<Term[]> {
    const terms: Term[] = [];
    for (const term of new Set(analyze(means))) {
      if (!this.seen.has(term) && terms.length < MEANT) terms.push(...(await this.exactly(term, MEANT_BOOST)));
    }
    return terms;
  }
}
