// The files of the atlas. See package search/place, whose doc.go describes them.

/** Load fetches a file of the atlas by its path. */
export type Load = (path: string) => Promise<Uint8Array | string>;

/** places.json. See manifest in atlas.go. */
export interface Manifest {
  format: number; areas: [string, string][]; england: number; codes: Record<string, string>; files: string[];
  leading: string[]; trailing: string[]; cues: string; signs: string; stops: string; joined: string; counted: string;
}

export async function read(load: Load, path: string): Promise<string> {
  const content = await load(path);
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

/** A Speller takes words that are not known for misspelt names. The box of a page has none: only the page of answers guesses. */
export interface Speller {
  /** Whether a word is none to be taken for a name. */
  known(word: string): boolean | Promise<boolean>;
  /** The letters missing, added, changed or swapped, up to most + 1. */
  distance(a: string[], b: string[], most: number): number;
}
