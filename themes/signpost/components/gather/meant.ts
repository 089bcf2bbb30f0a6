// Which area somebody means by a postcode, a place or a slug: as the server's
// half does (generator/gathering.go). It guesses nothing.
import type { Atlas } from "search/place";

export interface Area { slug: string; name: string }

/** One area, several to ask about, other nations by their names, or nothing that we know. */
export interface Meaning { area?: Area; choices: Area[]; nations: string[] }

type Places = Awaited<ReturnType<typeof Atlas.open>>;

export async function meant(atlas: Places, text: string): Promise<Meaning> {
  const name = atlas.areaName(text), named = (slug: string): Area => ({ slug, name: atlas.areaName(slug) });
  if (name) return atlas.abroad(text) ? { choices: [], nations: [name] } : { area: named(text), choices: [], nations: [] };
  const m = await atlas.find(text), areas = m.areas || [], nations = m.nations || [];
  if (areas.length && (m.sure || areas.length + nations.length === 1)) return { area: named(areas[0]), choices: [], nations: [] };
  return { choices: areas.map(named), nations: nations.map((slug) => atlas.areaName(slug)) };
}
