// A draft on the desk: every change goes to the server, which changes the text in that place, and
// what comes back is shown. The text is the truth; nothing of it is computed here.
// Not imported from app.js: under its other name that would run a second time.
const say = (words) => { document.getElementById("said").textContent = words; };
const keysAreOff = () => {
  try { return localStorage.getItem("keys") === "off"; } catch { return false; /* May be forbidden. */ }
};

const DEBOUNCE = 250;
const UNDO_MOST = 50;

async function ask(method, path, body, revision) {
  const token = document.querySelector("meta[name=csrf]");
  const headers = { "Content-Type": "application/json", [token.dataset.header]: token.content };
  if (revision !== undefined) headers["If-Match"] = `"${revision}"`;
  const answer = await fetch("/api/v1/models" + path, { method, headers, body: body && JSON.stringify(body) });
  const json = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Error(json.detail ?? json.title ?? `The server answered ${answer.status}.`);
  return json;
}

// `0, 50` and nothing else than numbers.
const numbers = (text) => text.split(/[,\s]+/).filter(Boolean).map(Number);

class ModelEditor extends HTMLElement {
  connectedCallback() {
    if (this.started) return;
    this.started = true;
    this.undone = [];
    this.waiting = Promise.resolve();
    this.path = `/health/models/${this.dataset.model}`;
    this.addEventListener("click", (event) => this.click(event));
    this.addEventListener("change", (event) => this.change(event));
    this.addEventListener("input", (event) => this.input(event));
    this.addEventListener("submit", (event) => this.submit(event));
    this.addEventListener("curve-change", (event) => this.bend(event.detail));
    document.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("popstate", () => this.look(new URLSearchParams(location.search).get("node") ?? "", false));
    if (!this.draft) return;
    if (this.querySelector("#desk-parts").dataset.broken) this.pause(); else this.foretell();
  }

  get draft() { return this.dataset.draft; }
  get open() { return this.dataset.open === "yes"; }
  get text() { return this.querySelector("#text"); }
  get node() { return this.querySelector("#desk-part")?.dataset.node ?? ""; }

  // One change after the other: each needs the revision that the one before it made.
  queue(work) {
    this.waiting = this.waiting.then(work).catch((failure) => this.refuse(failure.message));
    return this.waiting;
  }

  refuse(words) {
    const place = this.querySelector("[data-refusal]");
    place.textContent = words;
    place.hidden = !words;
    if (words) say(words);
  }

  edit(edits, keepPart = false) {
    return this.queue(async () => {
      const before = this.text.value;
      try {
        const answer = await ask("POST", `/drafts/${this.draft}/edits`, { edits }, this.dataset.revision);
        if (answer.yaml !== before) this.remember(before);
        this.took(answer);
      } finally {
        await this.redraw(keepPart);
      }
    });
  }

  took(answer) {
    this.dataset.revision = answer.draft.revision;
    this.refuse("");
    this.querySelector("[data-saved]").textContent = "Saved";
    // Whoever types on is ahead of the answer.
    if (document.activeElement !== this.text) this.text.value = answer.yaml;
    this.written = answer.yaml;
    // What is no model foretells nothing; the pane says so.
    if (answer.form) this.foretell(); else this.pause();
  }

  remember(before) {
    this.undone.push(before);
    if (this.undone.length > UNDO_MOST) this.undone.shift();
    this.querySelector("[data-undo]").disabled = false;
  }

  write(yaml, isUndo = false) {
    return this.queue(async () => {
      const before = this.written ?? this.text.value;
      const answer = await ask("PUT", `/drafts/${this.draft}`, { yaml }, this.dataset.revision);
      if (!isUndo) this.remember(before);
      this.took(answer);
      await this.redraw(false);
    });
  }

  undo() {
    const before = this.undone.pop();
    if (before === undefined) return;
    this.querySelector("[data-undo]").disabled = this.undone.length === 0;
    this.write(before, true).then(() => say("Undone"));
  }

  // Takes over what the server drew, and puts the focus back where it was.
  async redraw(keepPart, node = this.node) {
    const answer = await fetch(`${this.path}/edit/desk?draft=${this.draft}&node=${encodeURIComponent(node)}`);
    if (!answer.ok) return;
    const drawn = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("desk-parts");
    const finding = this.querySelector("#text-finding");
    finding.textContent = drawn.dataset.broken ?? "";
    finding.hidden = !drawn.dataset.broken;
    const focused = document.activeElement?.id;
    if (keepPart && drawn.querySelector("#desk-tree") && this.querySelector("#desk-tree")) {
      this.querySelector("#desk-tree").replaceWith(drawn.querySelector("#desk-tree"));
    } else {
      this.querySelector("#desk-parts").replaceWith(drawn);
    }
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
    this.note();
  }

  async look(node, push = true) {
    if (push) {
      const address = new URL(location.href);
      address.searchParams.set("node", node);
      history.pushState(null, "", address);
    }
    if (!this.draft) { location.reload(); return; }
    await this.redraw(false, node);
    if (!this.querySelector("#desk-part").contains(document.activeElement)) this.querySelector("#part-title")?.focus();
  }

  // Consequences

  foretell(exact = false) {
    clearTimeout(this.foretelling);
    this.foretelling = setTimeout(() => this.fetchPane(exact), this.seen ? DEBOUNCE : 0);
  }

  async fetchPane(exact) {
    const pane = this.querySelector("[data-pane]");
    if (!pane) return;
    const turn = this.turn = (this.turn ?? 0) + 1;
    const { revision } = this.dataset;
    pane.setAttribute("aria-busy", "true");
    const answer = await fetch(`${this.path}/edit/consequences?draft=${this.draft}&exact=${exact}`, { headers: { Accept: "text/html, application/problem+json" } });
    const words = await answer.text();
    if (turn !== this.turn) return;
    pane.setAttribute("aria-busy", "false");
    if (!answer.ok) { this.pause(); return; }
    const open = [...pane.querySelectorAll("details")].map((it) => it.open);
    pane.replaceChildren(...new DOMParser().parseFromString(words, "text/html").body.children);
    pane.querySelectorAll("details").forEach((it, i) => { it.open = open[i] ?? false; });
    pane.dataset.revision = revision;
    this.seen = true;
    const { said } = pane.querySelector("[data-said]").dataset;
    const brief = this.querySelector("[data-brief]");
    brief.textContent = said;
    brief.hidden = false;
    say(said);
    this.note();
  }

  pause() {
    const pane = this.querySelector("[data-pane]");
    clearTimeout(this.foretelling);
    this.turn = (this.turn ?? 0) + 1;
    pane.setAttribute("aria-busy", "false");
    pane.querySelector("[data-outdated]")?.remove();
    const note = document.createElement("p");
    note.className = "notice notice-bad";
    note.dataset.outdated = "";
    note.textContent = this.seen ? "The text is no model at present. This is what it was before." : "The text is no model at present, so nothing can be foretold.";
    if (!this.seen) pane.replaceChildren();
    pane.prepend(note);
  }

  // Puts what the consequences say about a part beside the part.
  note() {
    const cautions = [...this.querySelectorAll(".cautions [data-place]")];
    for (const place of this.querySelectorAll("[data-caution]")) {
      const words = cautions.filter((it) => it.dataset.place === place.dataset.caution).map((it) => it.textContent);
      place.textContent = words.join(" ");
      place.hidden = words.length === 0;
    }
    const caps = JSON.parse(this.querySelector("[data-caps]")?.dataset.caps ?? "{}");
    for (const place of this.querySelectorAll("[data-capped]")) {
      const count = caps[place.dataset.capped] ?? 0;
      place.textContent = count === 1 ? "holds 1 account down" : `holds ${count} accounts down`;
      place.hidden = !this.seen;
    }
    for (const place of this.querySelectorAll("[data-profiled]")) {
      const count = this.querySelector(`[data-profile="${place.dataset.profiled}"]`)?.dataset.count ?? "0";
      place.textContent = count === "1" ? "1 account" : `${count} accounts`;
      place.hidden = !this.seen;
    }
  }

  filter(button) {
    const way = button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.filter;
    this.querySelectorAll("[data-filter]").forEach((it) => it.setAttribute("aria-pressed", String(it.dataset.filter === way)));
    this.querySelectorAll("#movers tbody tr").forEach((it) => { it.hidden = way !== "" && it.dataset.way !== way; });
    if (way) this.querySelector("[data-movers]").scrollIntoView({ block: "nearest" });
  }

  // Form

  change(event) {
    const field = event.target;
    if (!this.open || field.closest("curve-editor, dialog")) return;
    if (field.dataset.switch) { this.toggle(field); return; }
    if (field.dataset.twin) { document.getElementById(field.dataset.twin).value = field.value; }
    const form = field.closest("form[data-edit]");
    if (form) { this.changeForm(form, field); return; }
    if (!field.dataset.edit || field.value === "" || !field.checkValidity()) return;
    const { edit, group, metric, field: name } = field.dataset;
    const value = field.type === "number" ? Number(field.value) : field.value;
    this.edit([{ edit, ...(group && { group }), ...(metric && { metric }), [name]: value }]);
  }

  changeForm(form, field) {
    if (!form.checkValidity()) return;
    const { edit, cap } = form.dataset;
    if (edit === "cap") this.edit([this.put(`caps/${cap}/${field.name}`, field.value)], true);
    else if (edit === "legend") this.edit(this.legend(form), true);
    else if (edit === "compare") this.edit(this.compare(form));
    else this.edit([this.fromForm(form)], true);
  }

  fromForm(form) {
    const { edit, metric } = form.dataset;
    const given = new FormData(form);
    const number = (name) => (given.get(name) === "" ? null : Number(given.get(name)));
    if (edit === "fresh_for") return { edit, metric, days: number("days"), never_fades_at: number("days") === null ? [] : numbers(given.get("never")) };
    if (edit === "bands") return { edit, green: number("green"), yellow: number("yellow") };
    if (edit === "coverage_floor") return { edit, floor: number("floor") };
    if (edit === "missing") return { edit, metric, missing: given.get("missing") };
    return { edit: "cap", cap: given.get("cap"), when: given.get("when"), at_most: given.get("at_most"), says: given.get("says"), owner: given.get("owner"), expires_on: given.get("expires_on") || null };
  }

  // JSON is YAML, so a text in quotes is a value.
  put(path, value) {
    return value === "" ? { edit: "remove", path } : { edit: "put", path, yaml: JSON.stringify(value) };
  }

  legend(form) {
    const given = new FormData(form);
    const of = (what) => Object.fromEntries(["red", "yellow", "green", "grey"].map((it) => [it, given.get(`${what}_${it}`)]));
    return ["letters", "means"].map((it) => ({ edit: "put", path: `bands/${it}`, yaml: JSON.stringify(of(it === "letters" ? "letter" : it)) }));
  }

  compare(form) {
    const { place, was } = form.dataset;
    const given = new FormData(form);
    const now = given.get("with");
    const key = (it) => (it === "trend" ? "trend" : "percentile");
    const edits = was !== "value" && key(was) !== key(now) ? [{ edit: "remove", path: `${place}/${key(was)}` }] : [];
    if (now === "value" && was !== "value" && edits.length === 0) edits.push({ edit: "remove", path: `${place}/${key(was)}` });
    if (now === "trend") edits.push({ edit: "put", path: `${place}/trend`, yaml: given.get("days") || "30" });
    else if (now !== "value") edits.push({ edit: "put", path: `${place}/percentile`, yaml: now });
    return edits;
  }

  // Off means weight 0: the measure is watched and does not count. On again it weighs what it did.
  toggle(box) {
    const key = `weight ${this.draft} ${box.dataset.switch}`;
    if (!box.checked) sessionStorage.setItem(key, box.dataset.weight);
    const weight = box.checked ? Number(sessionStorage.getItem(key)) || 10 : 0;
    this.edit([{ edit: "measure_weight", metric: box.dataset.switch, weight }]);
  }

  bend({ metric, kind, knots }) {
    this.edit([{ edit: "curve", metric, kind, knots }], true);
  }

  async addMeasure(form) {
    const given = new FormData(form);
    const metric = given.get("metric");
    const spread = await (await fetch(`/api/v1/models/distributions/${metric}`)).json();
    const { p10, p90 } = spread.quantiles ?? { p10: 0, p90: 1 };
    const knots = [{ x: p10, y: 0 }, { x: p90 > p10 ? p90 : p10 + 1, y: 100 }];
    const says = form.querySelector(`option[value="${metric}"]`).textContent + " is good.";
    await this.edit([{ edit: "add_measure", group: form.dataset.addMeasure, measure: { metric, weight: Number(given.get("weight")), kind: "linear", knots, says } }]);
    this.look(`measure/${metric}`);
  }

  input(event) {
    const field = event.target;
    if (field.dataset.twin) document.getElementById(field.dataset.twin).value = field.value;
    if (field !== this.text || !this.open) return;
    this.querySelector("[data-saved]").textContent = "";
    this.written ??= this.text.defaultValue;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.write(this.text.value), DEBOUNCE);
  }

  submit(event) {
    const form = event.target;
    if (form.matches("[data-publish-form]")) { event.preventDefault(); this.publish(form); return; }
    if (!form.closest("model-editor")) return;
    event.preventDefault();
    if (form.dataset.addMeasure) this.addMeasure(form);
    else if (form.hasAttribute("data-add-cap")) this.edit([this.fromForm(form)]);
  }

  click(event) {
    const link = event.target.closest("a[data-node]");
    if (link && this.draft && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.look(link.dataset.node);
      return;
    }
    const download = event.target.closest("[data-download]");
    if (download) download.href = "data:text/yaml;charset=utf-8," + encodeURIComponent(this.text.value);
    const button = event.target.closest("button");
    if (!button) return;
    const { remove, group, metric, cap, evenly, show, filter, rollback } = button.dataset;
    if (remove) this.edit([{ edit: remove, ...(group && { group }), ...(metric && { metric }), ...(cap && { cap }) }]);
    else if (evenly) this.spreadEvenly();
    else if (show) this.show(show);
    else if (filter) this.filter(button);
    else if (rollback) this.rollBack(button, rollback);
    else this.press(button.dataset);
  }

  press(data) {
    if ("undo" in data) this.undo();
    else if ("exact" in data) this.foretell(true);
    else if ("publish" in data) this.openPublish();
    else if ("publishClose" in data) this.querySelector("[data-publish-sheet]").close();
    else if ("begin" in data) this.begin({});
    else if ("fork" in data) this.begin({ draft: data.fork });
    else if ("discard" in data) this.discard();
    else if ("rebase" in data) this.queue(async () => { this.took(await ask("POST", `/drafts/${this.draft}/rebase`, {}, this.dataset.revision)); location.reload(); });
    else if ("copyText" in data) navigator.clipboard.writeText(this.text.value).then(() => say("Copied"));
  }

  spreadEvenly() {
    const leaves = [...this.querySelectorAll("#desk-part tbody [data-node]")].map((it) => it.dataset.node.slice("measure/".length));
    const weight = Math.round(1000 / leaves.length) / 10;
    this.edit(leaves.map((metric) => ({ edit: "measure_weight", metric, weight })));
  }

  show(face) {
    this.querySelectorAll("[data-face]").forEach((it) => { it.hidden = it.dataset.face !== face; });
    this.querySelectorAll("[data-show]").forEach((it) => it.setAttribute("aria-pressed", String(it.dataset.show === face)));
  }

  // Life of a draft

  begin(from) {
    const name = `Draft of ${new Date().toLocaleDateString("en-GB", { day: "numeric", month: "short" })}`;
    this.queue(async () => {
      const { draft } = await ask("POST", "/drafts", { name, ...from });
      location.href = `${this.path}/edit?draft=${draft.id}`;
    });
  }

  discard() {
    this.queue(async () => {
      await ask("DELETE", `/drafts/${this.draft}`);
      location.href = this.path;
    });
  }

  rollBack(button, to) {
    button.disabled = true;
    this.queue(async () => {
      const done = await ask("POST", "/rollbacks", { to: Number(to), note: `Back to version ${to}.` });
      say(`Version ${done.version} is in force`);
      location.reload();
    });
  }

  openPublish() {
    const sheet = this.querySelector("[data-publish-sheet]");
    if (!sheet || !this.open || sheet.open) return;
    sheet.querySelector("[data-publish-says]").textContent = this.querySelector("[data-said]")?.dataset.said ?? "";
    sheet.querySelector("[data-publish-refusal]").hidden = true;
    sheet.showModal();
  }

  publish(form) {
    const given = new FormData(form);
    const terms = {
      note: given.get("note"),
      effective_on: given.get("effective_on") || null,
      recompute_history: given.get("recompute_history") === "on",
    };
    this.queue(async () => {
      try {
        const done = await ask("POST", `/drafts/${this.draft}/publish`, terms, this.dataset.revision);
        location.href = `/health/models/${done.name ?? this.dataset.model}`;
      } catch (failure) {
        const place = form.querySelector("[data-publish-refusal]");
        place.textContent = failure.message;
        place.hidden = false;
      }
    });
  }

  // Keys

  key(event) {
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") { event.preventDefault(); this.openPublish(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || keysAreOff()) return;
    if (event.target.closest("input, select, textarea, dialog[open], curve-editor [data-knot]")) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && event.target.closest("#desk-tree")) { event.preventDefault(); this.walk(step); return; }
    const keys = {
      w: () => this.querySelector("[aria-current=true]")?.closest(".tree-row").querySelector(".tree-weight")?.focus(),
      s: () => (this.querySelector("curve-editor [data-knot]") ?? this.querySelector("[data-curve-kind]"))?.focus(),
      m: () => this.querySelector("[data-movers]")?.focus(),
      z: () => this.undo(),
    };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  }

  walk(step) {
    const links = [...this.querySelectorAll("#desk-tree a[data-node]")];
    const row = document.activeElement.closest(".tree-row");
    const at = links.findIndex((it) => row?.contains(it));
    links[Math.min(links.length - 1, Math.max(0, at + step))].focus();
  }
}

customElements.define("model-editor", ModelEditor);
