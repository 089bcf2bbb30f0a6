// Compares the reader's answers with those of the index that was exported. It
// knows neither Node nor a page, so that any browser can run it too.
import { analyze } from "./analyze";
import { Counts, Filter, Index, Load, Plan, Question } from "./index";

/** What the index answered: written by the tests of search. */
export interface Golden {
  analysis?: [string, string[] | null][];
  crisis?: [string, string][];
  queries: Query[];
}

interface Query {
  question: Question;
  filter: Filter;
  plan: Partial<Plan>;
  hits: { address: string; score: number }[] | null;
  total: number;
  counts?: Counts;
}

/** The greatest difference between two scores, as a share: sums of floating point numbers on two machines. */
const NEARLY = 1e-12;

/** run lists how the reader's answers differ from what they should be. */
export async function run(load: Load, golden: Golden): Promise<string[]> {
  let index = await Index.open(load);
  const wrong: string[] = [];
  const same = (what: string, got: unknown, want: unknown): void => {
    const [a, b] = [JSON.stringify(got), JSON.stringify(want)];
    if (a !== b) wrong.push(`${what}: ${a}; want ${b}`);
  };
  for (const [text, terms] of golden.analysis || []) same("terms of " + JSON.stringify(text), analyze(text), terms || []);
  for (const [text, kind] of golden.crisis || []) same("crisis in " + text, index.lexicon.crisis(text), kind);
  for (const q of golden.queries) {
    if (q.plan.replaced) index = await Index.open(load); // which knows no phrases from other questions
    const what = JSON.stringify([q.question, q.filter]), plan = await index.plan(q.question);
    same(what + " plan", whole(plan), whole(q.plan));
    const found = await index.find(plan, q.filter, 10), hits = q.hits || [];
    same(what + " total", found.total, q.total);
    same(what + " order", found.hits.map((h) => h.row.u), hits.map((h) => h.address));
    hits.forEach((h, i) => {
      const got = found.hits[i] ? found.hits[i].score : NaN;
      if (!(Math.abs(got - h.score) <= NEARLY * h.score)) wrong.push(`${what} score ${i}: ${got}; want ${h.score}`);
    });
    if (q.counts) same(what + " counts", sorted(await index.counts(plan, q.filter)), sorted(q.counts));
  }
  return wrong;
}

/** whole is a plan with all its lists, in one order. */
function whole(p: Partial<Plan>): unknown {
  const targets = (list: Plan["synonyms"] = []): unknown => list.map((s) => [s.typed, s.means, s.targets || []]);
  return [p.clauses || [], p.replaced || [], p.offered || [], targets(p.synonyms), targets(p.maybe), p.near || [], p.missing || []];
}

/** sorted is an object as lists in the order of their names. */
function sorted(o: unknown): unknown {
  if (typeof o !== "object" || o === null) return o;
  return Object.keys(o).sort().map((key) => [key, sorted((o as { [key: string]: unknown })[key])]);
}
