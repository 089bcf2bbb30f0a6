// Answers the forms that work out last days, in the page: nothing typed leaves
// it. The server's half fills the same places (generator/dates/fill.go).

import { Calendar, type Answer } from "./calendar";

/** show fills the place of a limit. */
function show(place: HTMLElement, a: Answer): void {
  place.querySelector("[data-says]")!.textContent = a.says;
  const list = place.querySelector("[data-steps]")!;
  list.textContent = "";
  for (const step of a.limbs.flatMap((limb) => limb.steps).concat(a.steps)) {
    list.appendChild(document.createElement("li")).textContent = step;
  }
  list.toggleAttribute("hidden", !list.firstChild);
  place.hidden = false;
}

function answer(form: HTMLFormElement, calendar: Calendar): void {
  const typed: { [limb: string]: string } = {};
  for (const input of Array.from(form.querySelectorAll<HTMLInputElement>("input:not([type=hidden])"))) {
    typed[input.name] = input.value;
    if (Number.isNaN(calendar.readDay(input.value))) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
  for (const place of places(form)) show(place, calendar.answer(place.dataset.answer!, typed));
  form.dataset.answered = "";
}

const places = (form: HTMLFormElement): HTMLElement[] => Array.from(form.querySelectorAll<HTMLElement>("[data-answer]"));

/** clear takes away answers to a day that stands there no more. */
function clear(form: HTMLFormElement): void {
  for (const place of places(form)) place.hidden = true;
  delete form.dataset.answered;
}

const section = document.querySelector<HTMLElement>("[data-rules]");
if (section) {
  const calendar = new Calendar(JSON.parse(section.dataset.rules!));
  for (const form of Array.from(section.querySelectorAll<HTMLFormElement>("form[data-sum]"))) {
    form.addEventListener("input", () => clear(form));
    form.addEventListener("submit", (event) => { event.preventDefault(); answer(form, calendar); });
  }
}
