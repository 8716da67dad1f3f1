// The list of accounts by keyboard, and the look at one beside it.
// The link in a row has the focus, so that Enter needs no help.
// Not imported from app.js: under its other name that would run a second time.
const say = (words) => { document.getElementById("said").textContent = words; };

const keysAreOff = () => {
  try { return localStorage.getItem("keys") === "off"; } catch { return false; /* May be forbidden. */ }
};
const links = () => [...document.querySelectorAll("[data-row] .row-link")];
const peek = () => document.getElementById("peek");
const rowOf = (element) => element?.closest?.("[data-row]");

function move(step) {
  const all = links();
  const at = all.indexOf(rowOf(document.activeElement)?.querySelector(".row-link"));
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  if (!peek().hidden) look(rowOf(next));
}

function look(row) {
  row?.querySelector(".peek-button").click();
}

function close() {
  const row = document.querySelector("[data-row].is-peeked");
  peek().hidden = true;
  row?.classList.remove("is-peeked");
  row?.querySelector(".row-link").focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    const menu = event.target.closest("details[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
    else if (!peek().hidden) close();
    return;
  }
  if (keysAreOff()) return;
  if (event.target.closest("input, select, textarea, button, summary, dialog[open]")) return;
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  const row = rowOf(event.target);
  if (step && (row || event.key.length === 1)) {
    event.preventDefault();
    move(step);
  } else if (event.key === " " && row) {
    event.preventDefault();
    if (row.classList.contains("is-peeked") && !peek().hidden) close(); else look(row);
  } else if (event.key === "o" && row) {
    window.open(row.querySelector(".row-link").href, "_blank", "noopener");
  }
});

// With the shift key a column sorts after the others.
document.addEventListener("click", (event) => {
  const also = event.shiftKey && event.target.closest("[data-also]");
  if (also) {
    event.preventDefault();
    event.stopPropagation();
    window.htmx.ajax("GET", also.dataset.also, { source: also, target: "#list", push: "true" });
  }
  if (event.target.closest("[data-close-peek]")) close();
  const open = document.querySelector("details.menu[open]");
  if (open && !open.contains(event.target)) open.open = false;
}, true);

document.addEventListener("htmx:after:swap", (event) => {
  const source = event.detail.ctx.sourceElement;
  if (source.matches(".peek-button")) {
    document.querySelectorAll(".is-peeked").forEach((it) => it.classList.remove("is-peeked"));
    rowOf(source)?.classList.add("is-peeked");
    peek().hidden = false;
    say(peek().querySelector("h2").textContent);
  } else if (event.detail.ctx.target.id === "list") {
    peek().hidden = true;
    const said = document.querySelector("#list [data-said]");
    if (said) say(said.dataset.said);
  }
});
