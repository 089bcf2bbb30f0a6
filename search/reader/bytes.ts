// Reads the files of an export. The package comment of search specifies them.

/** load fetches a file of the export by its path. */
export type Load = (path: string) => Promise<Uint8Array>;

/** A file is cut short, or holds what the format does not allow. */
export class DecodeError extends Error {}

/** The longest term of an index, in bytes. */
const LONGEST = 256;

const utf8 = new TextDecoder();

/**
 * Bytes reads one file from its beginning. It never reads past the end, and
 * believes no number that says more is to come than the file can hold.
 */
export class Bytes {
  private at = 0;
  private last = new Uint8Array(0);

  constructor(private readonly bytes: Uint8Array) {}

  /** A number in base 128, below 2^35. */
  number(): number {
    let n = 0;
    for (let weight = 1; weight < 2 ** 35; weight *= 128) {
      const b = this.take(1)[0];
      n += (b & 127) * weight;
      if (b < 128) return n;
    }
    throw new DecodeError("a long number");
  }

  /** The number of things that follow, each of at least some bytes. */
  count(least: number): number {
    const n = this.number();
    if (n * least > this.bytes.length - this.at) throw new DecodeError(n + " things do not follow");
    return n;
  }

  /** The next n bytes. */
  take(n: number): Uint8Array {
    if (n > this.bytes.length - this.at) throw new DecodeError("the file is cut short");
    return this.bytes.subarray(this.at, (this.at += n));
  }

  text(): string { return utf8.decode(this.take(this.number())); }

  /** A term, of which the beginning is that of the term before. */
  term(): string {
    const shared = this.number(), rest = this.take(this.number());
    if (shared > this.last.length || shared + rest.length > LONGEST) throw new DecodeError("a long term");
    const term = new Uint8Array(shared + rest.length);
    term.set(this.last.subarray(0, shared));
    term.set(rest, shared);
    this.last = term;
    return utf8.decode(term);
  }

  /** n increasing numbers below a limit. */
  gaps(n: number, limit: number): number[] {
    let next = 0;
    return this.numbers(n, (gap) => {
      next += gap + 1;
      if (next > limit) throw new DecodeError("no document " + (next - 1));
      return next - 1;
    });
  }

  /** n numbers, each turned to what it means. */
  numbers(n: number, means: (n: number) => number): number[] { return this.list(n, () => means(this.number())); }

  /** n things. Each reads on, so that a false n ends with the file. */
  list<T>(n: number, read: (i: number) => T): T[] {
    const list: T[] = [];
    for (let i = 0; i < n; i++) list.push(read(i));
    return list;
  }

  rest(): Uint8Array { return this.take(this.bytes.length - this.at); }
}

/** json is the value of a JSON text. What it holds is the caller's to check. */
export function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (e) {
    throw new DecodeError("a file is no JSON: " + e);
  }
}

/** once keeps what was made for a key. What failed is tried again. */
export function once<T>(kept: Map<string, Promise<unknown>>, key: string, make: () => Promise<T>): Promise<T> {
  const before = kept.get(key);
  if (before) return before as Promise<T>;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

/** The order of two texts by characters, which is that of their bytes. */
export function compare(a: string, b: string): number {
  const x = Array.from(a), y = Array.from(b);
  for (let i = 0; i < x.length && i < y.length; i++) {
    if (x[i] !== y[i]) return x[i].codePointAt(0)! - y[i].codePointAt(0)!;
  }
  return x.length - y.length;
}

/** The number of the file that has a text, by what the files do not begin before. */
export function fenced(fences: string[], text: string): number {
  let at = 0, end = fences.length;
  while (end - at > 1) {
    const middle = (at + end) >> 1;
    if (compare(fences[middle], text) <= 0) at = middle;
    else end = middle;
  }
  return at;
}
