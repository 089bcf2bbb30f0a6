// Says until when somebody answers today, beside the hours as they were told.
// Without it those stand there alone. It compares them with the time in
// England, wherever the reader is, and says nothing after the last day for
// which the bank holidays are known.

interface Shift { days: string; from: number; to: number }

const names = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function read(code: string): Shift[] {
  return code.split(";").map((part) => {
    const [days, times] = part.split(" ");
    const [from, to] = times.split("-").map(Number);
    return { days, from, to };
  });
}

// clock is a time of day as people write it: 4.30pm.
function clock(minutes: number): string {
  const hour = Math.floor(minutes / 60), rest = minutes % 60;
  if (hour === 12 && !rest) return "12 noon";
  return ((hour + 11) % 12 + 1) + (rest ? "." + String(rest).padStart(2, "0") : "") + (hour < 12 ? "am" : "pm");
}

// inEngland is a moment as clocks there show it.
function inEngland(moment: Date): { day: string; week: number; minutes: number } {
  const parts: Record<string, string> = {};
  for (const p of new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hourCycle: "h23",
    year: "numeric", month: "2-digit", day: "2-digit", weekday: "long", hour: "2-digit", minute: "2-digit" }).formatToParts(moment)) parts[p.type] = p.value;
  return { day: parts.year + "-" + parts.month + "-" + parts.day, week: names.indexOf(parts.weekday), minutes: Number(parts.hour) * 60 + Number(parts.minute) };
}

function says(shifts: Shift[], closed: string[], last: string): string {
  const now = inEngland(new Date());
  if (now.day > last) return "";
  if (closed.indexOf(now.day) >= 0) return "Today is a bank holiday. They may not answer.";
  const today = shifts.filter((s) => s.days.indexOf(String(now.week)) >= 0).sort((a, b) => a.from - b.from);
  const next = today.filter((s) => s.to > now.minutes)[0];
  if (next) return next.from > now.minutes ? "Today they answer from " + clock(next.from) + " to " + clock(next.to) + "." : "Today they answer until " + clock(next.to) + ".";
  return today.length ? "Their hours for today are over." : "They give no hours for a " + names[now.week] + ".";
}

for (const e of Array.from(document.querySelectorAll<HTMLElement>("[data-open]"))) {
  let words = "";
  try {
    words = says(read(e.dataset.open || ""), (e.dataset.closed || "").split(" "), e.dataset.last || "");
  } catch (_) {
    // a browser that does not know the time in England says nothing
  }
  if (!words) continue;
  const p = document.createElement("p");
  p.className = e.className + " sp-today";
  p.textContent = (e.dataset.seen ? "If these hours are right: " : "") + words;
  e.after(p);
}

export {};
