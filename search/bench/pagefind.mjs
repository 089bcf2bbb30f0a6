// Answers with Pagefind, without its user interface. It runs on the page
// itself: a worker would be one more file to fetch.
const pagefind = await import("/pagefind/pagefind.js");
await pagefind.options({ noWorker: true });
await pagefind.init();
const found = await pagefind.search(decodeURIComponent(location.hash.slice(1)));
const rows = document.getElementById("results");
const shown = found.results.slice(0, 10).map(async (result, place) => {
  const { url, meta, excerpt } = await result.data();
  const row = document.createElement("li");
  row.dataset.place = place;
  row.innerHTML = `<a href="${url}">${meta.title}</a><p>${excerpt}</p>`;
  rows.append(row);
});
await Promise.all(shown);
rows.append(...Array.from(rows.children).sort((a, b) => a.dataset.place - b.dataset.place));
document.body.dataset.done = "yes";
