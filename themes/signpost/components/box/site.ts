// Fetches the files from which the browser answers by itself. Their folders
// are named after their content; search/current.json says which are today's.

/** What search/current.json says: the format, and the folders of the index and of the places. */
interface Current { format: number; search: string; place: string }

const FORMAT = 1;

/** A loader of one build's files. When they are gone, a newer build has taken their place. */
export class Site {
  private current: Promise<Current> | undefined;

  constructor(readonly base: string) {}

  /** load makes a function that fetches files of a part. */
  load(part: "search" | "place"): (path: string) => Promise<Uint8Array> {
    return async (path) => this.fetch("search/" + FORMAT + "/" + (await this.now())[part] + "/" + path);
  }

  /** ready asks for the names of today's folders, before they are needed. */
  ready(): void { this.now().catch(() => undefined); }

  private now(): Promise<Current> {
    if (!this.current) {
      this.current = this.fetch("search/current.json").then((bytes) => {
        const current: Current = JSON.parse(new TextDecoder().decode(bytes));
        if (current.format !== FORMAT) throw new Error("the search is of another format");
        return current;
      });
      this.current.catch(() => { this.current = undefined; });
    }
    return this.current;
  }

  private async fetch(path: string): Promise<Uint8Array> {
    const response = await fetch(this.base + path);
    if (!response.ok) throw new Error(path + " is not there");
    return new Uint8Array(await response.arrayBuffer());
  }
}
