// What the script of the box, which every page has, lends to the page of
// answers, so that no phone fetches it twice.
import type { Atlas } from "search/place";
import type { Site } from "./site";

export interface Shared { Atlas: typeof Atlas; Site: typeof Site }

declare global {
  interface Window { signpost: Shared }
}
