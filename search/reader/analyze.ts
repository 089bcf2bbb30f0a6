// The twin of the index's analysis of text: words (UAX #29), possessives off,
// lower case, stop words out, Porter's stems. A browser that does not know the
// classes of characters used here throws while this file loads, and the page
// stays as it works without script.

const STOP = new Set("i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself they them their theirs themselves what which who whom this that these those am is are was were be been being have has had having do does did doing would should could ought i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll we'll they'll isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't shan't shouldn't can't cannot couldn't mustn't let's that's who's what's here's there's when's where's why's how's a an the and but if or because as until while of at by for with about against between into through during before after above below to from up down in out on off over under again further then once here there when where why how all any both each few more most other some such no nor not only own same so than too very".split(" "));

/** Words whose stem would be SEND, the name of a thing here. */
const UNSTEMMED = "sending sends";

/** The longest word that the index has, in characters. */
const LONGEST = 64;

// A letter is one of an alphabet: scripts written without spaces have words of
// one character (Han, Hiragana), of a run (Katakana), or none (Thai, Lao, …).
const MARK = "[\\p{M}\\p{Cf}]*";
const LETTER = `(?:(?![\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}])[\\p{L}\\p{Nl}]${MARK})`;
const DIGIT = `(?:\\p{Nd}${MARK})`;
const RUN = `(?:(?:${LETTER}+(?:[:\\u00b7.\\u2018\\u2019\\uff07']${MARK}${LETTER}+)*|${DIGIT}+(?:[.,;\\u2018\\u2019\\uff07']${MARK}${DIGIT}+)*)+|(?:\\p{sc=Katakana}${MARK})+)`;
const JOINT = `\\p{Pc}${MARK}${RUN}?`; // an underscore joins what is on its sides
const WORD = new RegExp(`(?:${RUN}|${JOINT})(?:${JOINT})*|\\p{sc=Han}${MARK}|\\p{sc=Hiragana}${MARK}`, "gu");

/** small is a text in lower case, character by character, whatever stands beside it. */
export const small = (s: string): string => Array.from(s, (c) => (c === "\u0130" ? "i" : c.toLowerCase())).join("");

/** analyze is the terms of a text, in order, as the index has them. */
export function analyze(text: string): string[] {
  const terms: string[] = [];
  for (const found of text.match(WORD) || []) {
    const word = small(found.replace(/['\u2019\uff07][sS]$/, ""));
    if (!word || STOP.has(word) || Array.from(word).length > LONGEST) continue;
    terms.push(UNSTEMMED.split(" ").includes(word) ? word : stem(word));
  }
  return terms;
}

// Porter's rules, in the order of his paper of 1980. Each list is tried until
// an ending fits; "ational ate" turns -ational to -ate.
const pairs = (s: string): string[][] => s.split(",").map((pair) => pair.split(" "));
const STEP2 = pairs("ational ate,tional tion,enci ence,anci ance,izer ize,bli ble,alli al,entli ent,eli e,ousli ous,ization ize,ation ate,ator ate,alism al,iveness ive,fulness ful,ousness ous,aliti al,iviti ive,biliti ble,logi log");
const STEP3 = pairs("icate ic,ative ,alize al,iciti ic,ical ic,ful ,ness ");
const STEP4 = "al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize".split(" ");

const consonant = (s: string, i: number): boolean =>
  !"aeiou".includes(s[i]) && (s[i] !== "y" || i === 0 || !consonant(s, i - 1));
const shape = (s: string): string => Array.from(s.split(""), (_, i) => (consonant(s, i) ? "c" : "v")).join("");
/** How often a vowel is followed by a consonant. */
const measure = (s: string): number => (shape(s).match(/vc/g) || []).length;
const vowel = (s: string): boolean => shape(s).includes("v");
const ends = (s: string, ending: string): boolean => s.length > ending.length && s.endsWith(ending);
const short = (s: string): boolean => shape(s).endsWith("cvc") && !/[wxy]$/.test(s);
const without = (s: string, ending: string): string => s.slice(0, -ending.length);

function stem(s: string): string {
  if (Array.from(s).length < 3) return s;
  if (ends(s, "sses") || ends(s, "ies")) s = s.slice(0, -2);
  else if (ends(s, "s") && !ends(s, "ss")) s = s.slice(0, -1);
  s = past(s);
  if (s.length > 1 && s.endsWith("y") && vowel(s.slice(0, -1))) s = s.slice(0, -1) + "i";
  s = swap(swap(s, STEP2), STEP3);
  const ending = STEP4.find((x) => ends(s, x));
  if (ending) {
    const root = without(s, ending);
    if (measure(root) > 1 && (ending !== "ion" || /[st]$/.test(root))) s = root;
  }
  if (s.endsWith("e")) {
    const root = s.slice(0, -1), m = measure(root);
    if (m > 1 || (m === 1 && !short(root))) s = root;
  }
  return s.length > 2 && s.endsWith("ll") && measure(s.slice(0, -1)) > 1 ? s.slice(0, -1) : s;
}

/** past takes -eed, -ed and -ing off, and mends what is left. */
function past(s: string): string {
  if (ends(s, "eed")) return measure(without(s, "eed")) ? s.slice(0, -1) : s;
  const ending = ["ed", "ing"].find((x) => ends(s, x));
  if (!ending || !vowel(without(s, ending))) return s;
  const root = without(s, ending);
  if (["at", "bl", "iz"].some((x) => ends(root, x))) return root + "e";
  if (/([^aeiou])\1$/.test(root) && consonant(root, root.length - 1) && !/[lsz]$/.test(root)) return root.slice(0, -1);
  return measure(root) === 1 && short(root) ? root + "e" : root;
}

function swap(s: string, list: string[][]): string {
  const pair = list.find(([ending]) => ends(s, ending));
  return pair && measure(without(s, pair[0])) ? without(s, pair[0]) + pair[1] : s;
}
