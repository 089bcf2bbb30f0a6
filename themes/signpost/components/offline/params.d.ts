// What the template gives the service worker: the site's base path, and what
// it keeps from the start.
declare module "@params" {
  export const base: string;
  export const first: { files: string[]; pages: string[] };
}
