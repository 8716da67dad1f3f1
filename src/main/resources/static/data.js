// The last calls, which come by themselves while nobody reads one, and the keys of both lists.
// Not imported from app.js: under its other name that would run a second time.
const say = (words) => { document.getElementById("said").textContent = words; };
const keysAreOff = () => {
  try { return localStorage.getItem("keys") === "off"; } catch { return false; /* May be forbidden. */ }
};
const lines = () => [...document.querySelectorAll("[data-line]")];
const calls = () => document.getElementById("calls");
const pause = document.querySelector("[data-pause]");

// Why the list stands still; empty when it does not.
function reason() {
  if (pause.getAttribute("aria-pressed") === "true") return "Paused";
  if (calls().querySelector("details[open]")) return "Paused while a row is open";
  if (window.scrollY > 40) return "Paused while you read below";
  if (calls().contains(document.activeElement)) return "Paused while you are in the list";
  return "";
}

function tell() {
  const why = reason();
  const state = document.querySelector("[data-live]");
  state.dataset.live = why ? "off" : "on";
  const text = state.querySelector("[data-live-text]");
  if (text.textContent !== (why || "Live")) text.textContent = why || "Live";
  return why;
}

function toggle() {
  const on = pause.getAttribute("aria-pressed") === "true";
  pause.setAttribute("aria-pressed", String(!on));
  pause.textContent = on ? "Pause" : "Go on";
  say(on ? "Live" : "Paused");
  tell();
}

if (pause && calls()) {
  pause.addEventListener("click", toggle);
  for (const it of ["scroll", "focusin", "focusout"]) {
    document.addEventListener(it, () => requestAnimationFrame(tell), { passive: true });
  }
  document.addEventListener("toggle", tell, true);
  setInterval(() => {
    if (!document.hidden && !tell()) window.htmx.trigger(calls(), "tick");
  }, 2000);
}

// What somebody asked for comes although a row is open; then the row is opened again.
let open = [];
let opening = "";
let isMending = false;
document.addEventListener("toggle", (event) => {
  if (event.target.open && event.target.matches(".letters .call")) opening = event.target.id;
}, true);
const isList = (event) => event.detail.ctx.target?.id === "calls";
document.addEventListener("htmx:before:swap", (event) => {
  // What was asked for before somebody opened a row would take it away again.
  if (isList(event) && event.detail.ctx.sourceElement.id === "calls" && tell()) {
    event.preventDefault();
    return;
  }
  if (isList(event)) open = [...calls().querySelectorAll(".call[open]")].map((it) => it.id);
});
document.addEventListener("htmx:after:swap", (event) => {
  if (event.detail.ctx.sourceElement.matches("[hx-post$='/test-events']")) say("Test event sent");
  for (const id of open) {
    const row = document.getElementById(id);
    if (row?.matches(".call")) row.open = true;
  }
  open = [];
  // A row that was swapped as it opened takes the focus with it.
  const row = document.getElementById(opening);
  if (row?.querySelector("[data-mend]") && document.activeElement === document.body) {
    row.querySelector(isMending ? "textarea" : "summary").focus();
    opening = "";
    isMending = false;
  }
  const done = document.querySelector("[data-done]:not([data-said])");
  if (done) {
    done.dataset.said = "yes";
    say(done.textContent);
    (done.nextElementSibling?.querySelector("[data-line]") ?? done).focus();
  }
  const wrong = document.querySelector("[data-mend] .notice-bad:not([data-said])");
  if (wrong) {
    wrong.dataset.said = "yes";
    wrong.parentElement.querySelector("textarea").focus();
  }
});

function move(step) {
  const all = lines();
  const row = document.activeElement?.closest?.("li, tr");
  const at = all.indexOf(row?.querySelector("[data-line]"));
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

// Opens the row to mend it; once it is open, sends it again.
function replay() {
  const row = document.activeElement?.closest?.("details.call");
  const form = row?.querySelector("[data-mend]");
  if (form) form.requestSubmit();
  else if (row) { isMending = true; row.open = true; }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.target.closest("[data-mend]")?.requestSubmit();
    return;
  }
  if (event.key === "Escape" && event.target.matches(".mend")) {
    event.target.closest("details").querySelector("summary").focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || keysAreOff()) return;
  if (event.target.closest("input, select, textarea, dialog[open]")) return;
  const step = { j: 1, k: -1 }[event.key];
  if (step) { event.preventDefault(); move(step); }
  else if (event.key === "r") replay();
  else if (event.key === "p" && pause) toggle();
});
