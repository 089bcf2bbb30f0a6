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
