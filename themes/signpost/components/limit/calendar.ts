// Counts the last days that the law's limits give, exactly as the room
// generator/calendar does in Go: its package comment explains the rules. It
// knows no limit itself; the page brings them, with the bank holidays and the
// words. Nothing typed leaves the page.

/** A limb is a stretch of time that begins on a day the family knows. */
export interface Limb { id: string; asks: string; amount: number; unit: string; start: string; verified: boolean }

/** A limit that the law sets, with one limb or more. */
export interface Limit { id: string; what: string; by: string; join: string; note: string; limbs: Limb[] }

/** What the page brings. Days are written 2026-11-03; years are the first and the last whose bank holidays are known. */
export interface Rules { limits: Limit[]; years: [number, number]; holidays: string[]; words: Words }

type Sentence = "date" | "headline" | "begins" | "beginsNext" | "ends" | "same" | "weeks" | "working" | "holiday" | "twoWays" |
  "after" | "before" | "short" | "reading" | "ofYear" | "year" | "birthday" | "schoolYear" | "leaving" | "later" | "earlier" |
  "atLeast" | "closed" | "always" | "unreadable" | "needed" | "unlikely" | "unchecked" | "noHolidays";

/** The sentences, with {places} for what is filled in. */
export type Words = Record<Sentence, string> & { weekdays: string[]; months: string[]; units: { [unit: string]: string } };

/** How one limb was counted. A day that is not known is "". */
export interface Counting { limb: string; start: string; first: string; date: string; other: string; steps: string[] }

/** The last day, or why there is none: "unreadable", "needed", "unlikely", "unchecked" or "holidays". */
export interface Answer { refused: string; says: string; date: string; other: string; limbs: Counting[]; steps: string[] }

/** A day as days since 1 January 1970: no hours, so no clock can move it. */
type Day = number;

interface Span { first?: Day; last: Day }

const FIRST_YEAR = 1990, LAST_YEAR = 2099, LONGEST = 40, MS = 864e5;

const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / MS;
const parts = (d: Day): [number, number, number] => {
  const t = new Date(d * MS);
  return [t.getUTCFullYear(), t.getUTCMonth() + 1, t.getUTCDate()];
};
const weekday = (d: Day): number => new Date(d * MS).getUTCDay();
const weekend = (d: Day): boolean => weekday(d) % 6 === 0;
const iso = (d: Day | undefined): string => (d === undefined ? "" : new Date(d * MS).toISOString().slice(0, 10));
const lower = (text: string): string => text.replace(/[A-Z]/g, (c) => c.toLowerCase());

/** The same day of the month, n months on; where that month is too short, its last day. */
function plusMonths(d: Day, n: number): Day {
  const [year, month, day] = parts(d);
  const next = dayOf(year, month + n + 1, 1);
  return Math.min(dayOf(year, month + n, 1) + day - 1, next - 1);
}

/** The last Friday in June of the school year, counted from 1 September, in which an age is reached. */
function leavingDay(born: Day, age: number): Day {
  const [year, month] = parts(born);
  const june = dayOf(year + age + (month >= 9 ? 1 : 0), 6, 30);
  return june - ((weekday(june) + 2) % 7);
}

/** A Calendar counts by the rules of a page. */
export class Calendar {
  private readonly holidays: Set<Day>;

  constructor(private readonly rules: Rules) {
    this.holidays = new Set(rules.holidays.map((h) => Date.parse(h) / MS));
  }

  /** readDay reads a day as people type it. Empty is undefined; what is no day is NaN. */
  readDay(typed: string): Day | undefined {
    const text = lower(typed.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""));
    if (!text) return undefined;
    let m = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/.exec(text);
    let asked = m ? [+m[1], +m[2], +m[3]] : [0, 0, 0];
    m = /^([0-9]{1,2})(?:st|nd|rd|th)?[ ./-]+(?:of +)?([0-9]{1,2}|[a-z]{3,9})[ ./,-]+([0-9]{4})$/.exec(text);
    if (m) asked = [+m[3], this.month(m[2]), +m[1]];
    const [year, month, day] = asked;
    if (year < FIRST_YEAR || year > LAST_YEAR) return NaN;
    const d = dayOf(year, month, day);
    return parts(d).join() === asked.join() ? d : NaN;
  }

  private month(text: string): number {
    if (text.length < 3) return +text;
    return this.rules.words.months.findIndex((name) => lower(name).startsWith(text)) + 1;
  }

  /** answer counts a limit from what was typed, by the ids of its limbs. */
  answer(id: string, typed: { [limb: string]: string }): Answer {
    const w = this.rules.words, limit = this.rules.limits.find((l) => l.id === id)!;
    if (limit.limbs.some((b) => !b.verified)) return refuse("unchecked", w.unchecked);
    const starts: (Day | undefined)[] = [];
    for (const b of limit.limbs) {
      const text = typed[b.id] || "", start = this.readDay(text);
      if (Number.isNaN(start)) return refuse("unreadable", fill(w.unreadable, { text: Array.from(text).slice(0, LONGEST).join("") }));
      starts.push(start);
    }
    const missing = starts.indexOf(undefined), known = starts.filter((s) => s !== undefined).length;
    if (missing >= 0 && (limit.by !== "family" || limit.join !== "later" || known === 0)) {
      return refuse("needed", fill(w.needed, { asks: limit.limbs[missing].asks }));
    }
    if (limit.by === "family" && limit.join === "later" && !likely(starts)) return refuse("unlikely", w.unlikely);
    return this.whole(limit, starts);
  }

  private whole(limit: Limit, starts: (Day | undefined)[]): Answer {
    const w = this.rules.words, pick = limit.join === "later" ? Math.max : Math.min;
    const limbs: Counting[] = [], dates: Day[] = [], others: Day[] = [];
    for (const [i, b] of limit.limbs.entries()) {
      const start = starts[i], counting: Counting = { limb: b.id, start: iso(start), first: "", date: "", other: "", steps: [] };
      limbs.push(counting);
      if (start === undefined) continue;
      const ways = this.spans(b, start);
      if (!ways.length) return refuse("holidays", fill(w.noHolidays, { first: this.rules.years[0], last: this.rules.years[1] }));
      const date = ways[0].last, other = ways.length > 1 ? ways[1].last : undefined;
      dates.push(date);
      others.push(ways[ways.length - 1].last);
      Object.assign(counting, { first: iso(ways[0].first), date: iso(date), other: iso(other), steps: this.explain(b, start, ways[0].first, date, other) });
    }
    const date = pick(...dates), other = pick(...others);
    return {
      refused: "", says: fill(w.headline, { what: limit.what, day: this.say(date) }), date: iso(date), other: other === date ? "" : iso(other),
      limbs, steps: this.steps(limit, dates.length, date),
    };
  }

  /** The ways to count a limb, the earliest first; none where bank holidays are not known. */
  private spans(b: Limb, start: Day): Span[] {
    const ways: Span[] = [];
    for (const counted of [true, false]) {
      if ((b.start === "counted" && !counted) || (b.start === "not-counted" && counted)) continue;
      const way = this.span(b, start, counted);
      if (!way) return [];
      ways.push(way);
    }
    ways.sort((v, w) => v.last - w.last);
    return ways.length > 1 && ways[0].last === ways[1].last ? ways.slice(0, 1) : ways;
  }

  private span(b: Limb, start: Day, counted: boolean): Span | undefined {
    const first = counted ? start : start + 1;
    switch (b.unit) {
      case "days": return { first, last: first + b.amount - 1 };
      case "weeks": return { first, last: first + 7 * b.amount - 1 };
      case "working days": return this.workingSpan(first, b.amount);
      case "months": return { first, last: plusMonths(start, b.amount) - (counted ? 1 : 0) };
      case "months before": return { last: plusMonths(start, -b.amount) };
      case "day of the year": return { last: dayOf(parts(start)[0], Math.floor(b.amount / 100), b.amount % 100) - (counted ? 0 : 1) };
      default: return { last: leavingDay(start, b.amount) };
    }
  }

  private workingSpan(from: Day, n: number): Span | undefined {
    let first: Day | undefined;
    for (let day = from; ; day++) {
      const year = parts(day)[0];
      if (year < this.rules.years[0] || year > this.rules.years[1]) return undefined;
      if (this.closed(day)) continue;
      if (first === undefined) first = day;
      if (--n === 0) return { first, last: day };
    }
  }

  private closed(d: Day): boolean { return weekend(d) || this.holidays.has(d); }

  /** say is a day with its weekday. */
  say(d: Day): string {
    const w = this.rules.words, [year, month, number] = parts(d);
    return fill(w.date, { weekday: w.weekdays[weekday(d)], number, month: w.months[month - 1], year });
  }

  private explain(b: Limb, start: Day, first: Day | undefined, date: Day, other: Day | undefined): string[] {
    const w = this.rules.words, n = b.amount, day = this.say(date);
    const said = { n, start: this.say(start), day, other: other === undefined ? "" : this.say(other), unit: w.units[(n === 1 ? "1 " : "") + b.unit] };
    switch (b.unit) {
      case "months":
      case "months before": {
        const back = b.unit === "months before", number = parts(start)[2];
        const steps = [other !== undefined ? fill(w.twoWays, said) : fill(back ? w.before : w.after, said)];
        if (parts(plusMonths(start, back ? -n : n))[2] !== number) steps.push(fill(w.short, { number }));
        return [...steps, w.reading];
      }
      case "day of the year": return [fill(other === undefined ? w.year : w.ofYear, said)];
      case "last Friday in June": return [fill(w.birthday, { n, day: this.say(plusMonths(start, 12 * n)) }), w.schoolYear, fill(w.leaving, { day })];
    }
    const steps: string[] = [];
    if (b.unit === "weeks") steps.push(fill(w.weeks, { n, unit: said.unit, days: 7 * n }));
    if (b.unit === "working days") {
      steps.push(w.working);
      for (const h of this.holidays) {
        if (h >= start && h <= (other === undefined ? date : other)) steps.push(fill(w.holiday, { day: this.say(h) }));
      }
    }
    if (other !== undefined) return [...steps, fill(w.twoWays, said)];
    if (date === start) return [...steps, fill(w.same, said)];
    const unit = w.units[b.unit === "working days" ? "1 working days" : "1 days"];
    if (first === start) steps.push(fill(w.begins, { start: said.start, unit }));
    else steps.push(fill(w.beginsNext, { start: said.start, day: this.say(first!), unit }));
    return [...steps, fill(w.ends, { unit, n: b.unit === "weeks" ? 7 * n : n, day })];
  }

  private steps(limit: Limit, known: number, date: Day): string[] {
    const w = this.rules.words, steps: string[] = [];
    if (limit.join) steps.push(limit.join === "later" ? w.later : w.earlier);
    if (known < limit.limbs.length) steps.push(w.atLeast);
    if (limit.by === "family" && this.closed(date)) steps.push(w.closed);
    if (limit.note) steps.push(limit.note);
    return [...steps, w.always];
  }
}

/** Whether days follow each other as their limbs do, within a year. */
function likely(starts: (Day | undefined)[]): boolean {
  let first: Day | undefined, before = -Infinity;
  for (const start of starts) {
    if (start === undefined) continue;
    if (first === undefined) first = start;
    if (start < before || start > plusMonths(first, 12)) return false;
    before = start;
  }
  return true;
}

function refuse(refused: string, says: string): Answer {
  return { refused, says, date: "", other: "", limbs: [], steps: [] };
}

/** fill puts values into the places of a sentence, and begins it with a capital letter. */
function fill(sentence: string, values: { [name: string]: string | number }): string {
  const filled = sentence.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
