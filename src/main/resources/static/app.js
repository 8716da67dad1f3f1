// What every page does: theme, keys, the line that says that something is being fetched.
// Nothing of the page is kept in variables: after a swap it is another element.
const root = document.documentElement;
const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* May be forbidden. */ } };
const kept = (name) => { try { return localStorage.getItem(name); } catch { return null; } };

const say = (words) => { document.getElementById("said").textContent = words; };

const actions = {
  theme() {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    keep("theme", root.dataset.theme);
    document.dispatchEvent(new Event("theme"));
  },
  keys() { document.getElementById("keys").showModal(); },
  rail() {
    root.dataset.rail = root.dataset.rail === "folded" ? "" : "folded";
    keep("rail", root.dataset.rail);
  },
  async copy() {
    await navigator.clipboard.writeText(location.href);
    say("Link copied");
  },
  async text(button) {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.of).textContent);
    say("Copied");
    button.textContent = "Copied";
  },
  unfold(button) {
    const more = document.getElementById(button.getAttribute("aria-controls"));
    more.hidden = !more.hidden;
    button.setAttribute("aria-expanded", String(!more.hidden));
  },
  search() { document.querySelector("[data-search]")?.focus(); },
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action]");
  if (button && actions[button.dataset.action]) actions[button.dataset.action](button);
});

const singles = { "?": "keys", "[": "rail", "y": "copy", "/": "search" };
let going = -Infinity;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || kept("keys") === "off") return;
  if (event.target.closest("input, select, textarea, dialog[open]")) return;
  const go = performance.now() - going < 1200;
  going = -Infinity;
  if (go) {
    const place = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (place) { event.preventDefault(); place.click(); }
  } else if (event.key === "g") {
    going = performance.now();
  } else if (singles[event.key]) {
    event.preventDefault();
    actions[singles[event.key]]();
  } else if (/^[1-9]$/.test(event.key)) {
    document.querySelectorAll("[data-numbered] a")[Number(event.key) - 1]?.click();
  }
});

const keysOff = document.getElementById("keys-off");
keysOff.checked = kept("keys") === "off";
keysOff.addEventListener("change", () => keep("keys", keysOff.checked ? "off" : "on"));

const busy = (is) => document.getElementById("progress").classList.toggle("is-busy", is);
document.addEventListener("htmx:before:request", () => busy(true));
document.addEventListener("htmx:finally:request", () => busy(false));
// Changes carry the token of the page. Reading needs none.
document.addEventListener("htmx:config:request", (event) => {
  const token = document.querySelector("meta[name=csrf]");
  const request = event.detail.ctx.request;
  if (request.method !== "GET") request.headers[token.dataset.header] = token.content;
});
