// Shortens the list of areas while somebody types. Nothing typed leaves the
// page. Without this script the whole list is there.

const form = document.getElementById("filter") as HTMLFormElement | null;
const words = document.getElementById("filter-words") as HTMLInputElement | null;
const count = document.getElementById("filter-count");
const none = document.getElementById("filter-none");
const unsure = document.getElementById("unsure"); // in the way of somebody who types

/** fold drops what people leave out: accents, marks, "the" and "city of". */
function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’.]/g, "")
    .replace(/&/g, " and ").replace(/[^a-z0-9;]+/g, " ").trim();
}

interface Area { item: HTMLElement; link: HTMLAnchorElement; why: HTMLElement; names: string[]; folded: string[] }

/** areas reads the list: each area with its names, its own name first. */
function areas(): Area[] {
  return Array.from(document.querySelectorAll<HTMLElement>(".sp-regions__area"), (item) => {
    const link = item.querySelector("a")!;
    const why = item.appendChild(document.createElement("span"));
    why.className = "sp-regions__why";
    const names = [link.textContent!, ...(item.dataset.also || "").split("; ").filter(Boolean)];
    return { item, link, why, names, folded: names.map(fold) };
  });
}

/** match is the number of the first name that holds the words at the start of a word, or -1. */
function match(area: Area, wanted: string): number {
  return area.folded.findIndex((name) => (" " + name).includes(" " + wanted));
}

function show(list: Area[], wanted: string): Area[] {
  const left = list.filter((area) => {
    const found = match(area, wanted);
    area.item.hidden = found < 0;
    area.why.textContent = wanted && found > 0 ? area.names[found] : "";
    return found >= 0;
  });
  document.querySelectorAll<HTMLElement>(".sp-regions__one").forEach((region) => {
    region.hidden = !region.querySelector(".sp-regions__area:not([hidden])");
  });
  return left;
}

if (form && words && count && none) {
  const list = areas();
  const update = (): Area[] => {
    const wanted = fold(words.value);
    const left = show(list, wanted);
    none.hidden = left.length > 0;
    if (unsure) unsure.hidden = wanted !== "";
    count.textContent = wanted ? (left.length === 1 ? "1 area" : left.length + " areas") : "";
    return left;
  };
  form.hidden = false;
  words.addEventListener("input", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const left = update();
    if (left.length === 1) left[0].link.click();
    else if (left.length > 1) left[0].link.focus();
  });
  if (words.value) update(); // the browser kept it when somebody came back
}
