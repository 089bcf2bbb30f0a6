// Folds what families type, as fold.go and guess.go in package search/place do.

/** A word of a text: plain without case and accents, word as names write it. */
export interface Token { start: number; end: number; plain: string; word: string }

const TOKENS = 400; // of a text that are looked at

const TOKEN = "[\\p{L}\\p{M}\\p{N}]+(?:['’‘ʼ`][\\p{L}\\p{M}\\p{N}]+)*|&";
const UNFOLDED = new RegExp("[\\p{M}'’‘ʼ`]", "gu");
const WRITTEN: Record<string, string> = { "&": "and", st: "saint", upon: "on" };

export function tokens(text: string): Token[] {
  const list: Token[] = [];
  const form = new RegExp(TOKEN, "gu");
  for (let m; list.length < TOKENS && (m = form.exec(text)); ) {
    const plain = m[0].normalize("NFKD").replace(UNFOLDED, "").toLowerCase();
    const word = Object.prototype.hasOwnProperty.call(WRITTEN, plain) ? WRITTEN[plain] : plain;
    if (plain) list.push({ start: m.index, end: form.lastIndex, plain, word });
  }
  return list;
}

export const key = (name: string): string =>
  tokens(name).map((t) => t.word).filter((w, i, all) => w !== "the" || all.slice(0, i).some((v) => v !== "the")).join(" ");
