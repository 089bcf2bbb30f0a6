// Reads postcodes, and the lists of them in the atlas's files: the twin of
// postcode.go and bits.go in package search/place.
import { Load, read } from "./atlas";

/** A whole postcode or the beginning of one; what is not given is -1. */
export interface Postcode { area: string; out: string; digit: number; ending: number }

const ENDS = "ABDEFGHJLNPQRSTUWXYZ";
const SIX_BITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** parsePostcode reads a whole postcode without spaces, in capitals. */
export function parsePostcode(s: string, area: (a: string) => boolean, repairs: number): Postcode | undefined {
  if (s.length < 5 || s.length > 7) return undefined;
  const n = s.length - 3, digit = asDigit(s[n]), first = ENDS.indexOf(s[n + 1]), second = ENDS.indexOf(s[n + 2]);
  if (digit < 0 || first < 0 || second < 0) return undefined;
  if (!/\d/.test(s.slice(0, n))) repairs = Math.min(repairs, 1); // "hull 2nd" and "writing" are no postcodes
  const p = parseOut(s.slice(0, n), area, repairs - (s[n] === String(digit) ? 0 : 1));
  return p && { ...p, digit, ending: first * ENDS.length + second };
}

/** parseOut reads the first half, with the fewest repairs; no two readings may be as good. */
export function parseOut(s: string, area: (a: string) => boolean, repairs: number): Postcode | undefined {
  let best: Postcode | undefined, least = -1, same = false;
  for (let n = 1; n <= 2 && n < s.length; n++) {
    const rest = outDigits(s.slice(n));
    if (!rest) continue;
    for (const a of asArea(s.slice(0, n))) {
      const fixed = differ(a + rest, s);
      if (!area(a) || fixed > repairs || (best && fixed > least)) continue;
      same = fixed === least;
      best = { area: a, out: a + rest, digit: -1, ending: -1 };
      least = fixed;
    }
  }
  return same || !/[A-Z]/.test(s) ? undefined : best;
}

function asArea(s: string): string[] {
  const o = s.replace(/0/g, "O"), i = o.replace(/1/g, "I"), l = o.replace(/1/g, "L");
  return (i === l ? [i] : [i, l]).filter((a) => /^[A-Z]+$/.test(a));
}

function outDigits(s: string): string {
  if (s.length > 2) return "";
  let read = "";
  for (let i = 0; i < s.length; i++) {
    const d = asDigit(s[i]);
    if (d < 0 && (i === 0 || s[i] < "A")) return "";
    read += d < 0 ? s[i] : d;
  }
  return /^0./.test(read) ? "" : read;
}

const asDigit = (c: string): number => (c >= "0" && c <= "9" ? +c : c === "O" ? 0 : c === "I" || c === "L" ? 1 : -1);

const differ = (a: string, b: string): number => Array.from(a).filter((c, i) => c !== b[i]).length;

/** unpack reads which endings are listed, and whose they are. */
export function unpack(bits: string, runs: string): number[] {
  const whose: number[] = [];
  runs.replace(/(\d*)([a-z])/g, (_, n, place) => {
    for (let i = Math.min(+n || 1, 400); i > 0; i--) whose.push(place.charCodeAt(0) - 96);
    return "";
  });
  const listed: number[] = [];
  let next = 0;
  for (const c of bits === "-" ? "" : bits) {
    for (let i = 0, digit = SIX_BITS.indexOf(c); i < 6; i++) listed.push((digit >> i) & 1 ? whose[next++] : 0);
  }
  if (next !== whose.length) throw new Error("places: a sector does not say where its postcodes lie");
  return listed;
}

/** written is a postcode as Royal Mail writes it. */
export function written(p: Postcode): string {
  return p.out + (p.digit < 0 ? "" : " " + p.digit) + (p.ending < 0 ? "" : ENDS[Math.floor(p.ending / 20)] + ENDS[p.ending % 20]);
}

/** fileOf is the file that holds a postcode. */
export const fileOf = (p: Postcode): string => "p/" + p.area.toLowerCase() + p.out[p.area.length];

/** areaOf is the slug of the one area in which a postcode lies that is all of the text, or "". It needs one file. */
export async function areaOf(load: Load, text: string): Promise<string> {
  const whole = /^\s*([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\s*$/i.exec(text);
  const p = whole && parsePostcode((whole[1] + whole[2]).toUpperCase(), () => true, 0);
  if (!p) return "";
  const content = await read(load, fileOf(p) + ".txt"), slugs = new Map<string, string>();
  (/^=(.*)/.exec(content) || ["", ""])[1].replace(/(\w\w) (\S+)/g, (_, n, slug) => { slugs.set(n, slug); return ""; });
  let out = "";
  for (const line of content.split("\n")) {
    const f = line.split(" ");
    if (!f[1]) out = f[0];
    else if (out === p.out && f[0].includes(String(p.digit))) {
      const listed = f[2] ? unpack(f[2], f[3] || "")[p.ending] : 0;
      return f[2] ? (listed ? slugs.get(f[1].slice(2 * listed - 2, 2 * listed)) || "" : "") : (f[1].length === 2 && slugs.get(f[1])) || "";
    }
  }
  return "";
}
