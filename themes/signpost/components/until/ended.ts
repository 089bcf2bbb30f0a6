// Hides what has a last day when that day is over, and shows what is true then:
// a page that was kept, or built yesterday, must not go on saying it. Without
// a script its last day stands there in words, and the next build drops it.

// The day where the reader is: in England, the day by which it was meant.
const now = new Date();
const today = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);

/** ended looks through a page, or a part of one. */
export function ended(root: ParentNode): void {
  for (const e of Array.from(root.querySelectorAll<HTMLElement>("[data-until]"))) {
    if ((e.dataset.until || today) < today) e.hidden = true;
  }
  for (const e of Array.from(root.querySelectorAll<HTMLElement>("[data-after]"))) {
    if ((e.dataset.after || today) < today) e.hidden = false;
  }
}
