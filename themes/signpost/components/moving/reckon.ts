// The days of a move to another council's area: the twin of move.go in
// generator/calendar, which says how they are counted.
import { Calendar, Rules } from "../limit/calendar";

/** What the page brings. */
export interface Move { rules: Rules; words: { inTime: string; thatDay: string; after: string; how: string } }

/** What one way in which a move can go gives. */
export interface Reckoning { head: string; says: string[]; steps: string[] }

const EARLY = 35, MS = 864e5;
const iso = (day: number): string => new Date(day * MS).toISOString().slice(0, 10);

export class Mover {
  private readonly calendar = new Calendar(this.move.rules);

  constructor(private readonly move: Move) {}

  reckon(moved: string, knew: string): Reckoning[] {
    const day = this.calendar.readDay(moved), typed = this.calendar.readDay(knew);
    if (day === undefined) return [];
    if (Number.isNaN(day) || typed !== undefined) return [this.one("", moved, knew)];
    const inTime = this.calendar.answer("plan-moves", { moved, knew: iso(day - EARLY) });
    const first = { head: this.move.words.inTime, says: [inTime.says], steps: [] };
    if (!inTime.refused) first.says.push(this.letter(inTime.date).says);
    return [first, this.one(this.move.words.thatDay, moved, moved)];
  }

  private one(head: string, moved: string, knew: string): Reckoning {
    const a = this.calendar.answer("plan-moves", { moved, knew }), r: Reckoning = { head, says: [a.says], steps: [] };
    if (a.refused) return r;
    const after = this.calendar.answer("plan-moves", { moved, knew: iso(this.calendar.readDay(knew)! + 1) });
    if (!after.refused && after.date !== a.date) r.says.push(this.move.words.after.replace("{day}", this.calendar.say(Date.parse(after.date) / MS)));
    const written = this.letter(a.date);
    r.says.push(written.says);
    for (const c of [...a.limbs, ...written.limbs]) r.steps.push(...c.steps);
    r.steps.push(...a.steps);
    return r;
  }

  private letter(sent: string): ReturnType<Calendar["answer"]> { return this.calendar.answer("new-council-letter", { sent }); }
}
