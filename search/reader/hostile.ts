// Feeds the reader with broken files. It must say so, or answer in the right
// shape; it must not hang, and not fail in another way.
import { DecodeError, Index, Load } from "./index";

/** What to break: which of the files that are read and where, as shares from 0 to 1. Without a byte, the file ends there. */
export interface Damage { file: number; at: number; byte?: number }

/** run lists the damages at which the reader went wrong, and counts those that it noticed. */
export async function run(load: Load, damages: Damage[], texts: string[], packs: string[]): Promise<{ wrong: string[]; noticed: number }> {
  const files = new Map<string, Uint8Array>(), wrong: string[] = [];
  let noticed = 0;
  const keep: Load = async (path) => {
    files.set(path, await load(path).catch(() => { throw new DecodeError("there is no file " + path); }));
    return files.get(path)!;
  };
  await answer(keep, texts, packs);
  const read = Array.from(files);
  for (const damage of damages) {
    const [path, bytes] = read[Math.floor(damage.file * read.length)];
    try {
      await answer(async (p) => (p === path ? broken(bytes, damage) : files.get(p) || keep(p)), texts, packs);
    } catch (e) {
      if (e instanceof DecodeError) noticed++;
      else wrong.push(`${path} ${JSON.stringify(damage)}: ${(e as Error).stack || e}`);
    }
  }
  return { wrong, noticed };
}

function broken(bytes: Uint8Array, { at, byte }: Damage): Uint8Array {
  const place = Math.floor(at * bytes.length);
  if (byte === undefined) return bytes.slice(0, place);
  const copy = bytes.slice();
  copy[place] = byte;
  return copy;
}

async function answer(load: Load, texts: string[], packs: string[]): Promise<void> {
  const index = await Index.open(load);
  for (const among of [[], packs]) {
    for (const text of texts) {
      const plan = await index.plan({ text, packs: among });
      const { hits, total } = await index.find(plan, { packs: among, tags: { needs: ["autism"] } }, 10);
      const shaped = total >= hits.length && hits.every((h) => h.doc >= 0 && typeof h.score === "number" && typeof h.row.t === "string");
      if (!shaped) throw new Error("an answer of another shape: " + JSON.stringify(hits));
      await index.counts(plan, { packs: among });
    }
  }
}
