// Answers with MiniSearch from an index that was made beforehand.
import MiniSearch from "minisearch";
import { options, query } from "./options.mjs";

const index = MiniSearch.loadJSON(await (await fetch("index.json")).text(), options);
const rows = document.getElementById("results");
for (const { id, title, summary } of index.search(decodeURIComponent(location.hash.slice(1)), query).slice(0, 10)) {
  const row = rows.appendChild(document.createElement("li"));
  const link = row.appendChild(document.createElement("a"));
  link.href = id;
  link.textContent = title;
  row.append(summary);
}
document.body.dataset.done = "yes";
