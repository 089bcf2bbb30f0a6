// Makes MiniSearch's index: from the file of documents, to standard output.
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { options } from "./options.mjs";

const index = new MiniSearch(options);
index.addAll(JSON.parse(readFileSync(process.argv[2], "utf8")));
process.stdout.write(JSON.stringify(index));
