// The curve of a measure: drawn over the accounts of today, changed by mouse, by arrow keys and in a
// table of numbers. It tells nobody but the page: `curve-change` with the kind and the points.
const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 240;
const FULL = 100;

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
const tidy = (value) => Number(value.toPrecision(6));

function node(name, attributes, text) {
  const it = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, value);
  if (text !== undefined) it.textContent = text;
  return it;
}

function element(name, attributes = {}, ...children) {
  const it = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) it.setAttribute(key, "");
    else if (value !== false && value != null) it.setAttribute(key, value);
  }
  it.append(...children);
  return it;
}

// The points that a curve gives for a value; null where it has no answer. The server judges; this
// only draws.
function points(curve, x) {
  const { kind, knots } = curve;
  if (kind === "identity") return clamp(x, 0, FULL);
  if (kind === "category") return knots.find((it) => it.x === x)?.y ?? null;
  if (kind === "steps") return knots.find((it) => it.x === null || x >= it.x)?.y ?? null;
  if (x <= knots[0].x) return knots[0].y;
  for (let i = 1; i < knots.length; i++) {
    const [a, b] = [knots[i - 1], knots[i]];
    if (x <= b.x) return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
  }
  return knots.at(-1).y;
}

class CurveEditor extends HTMLElement {
  connectedCallback() {
    if (this.curve) return;
    const { metric, kind, knots, unit, factor, isOfValues } = JSON.parse(this.querySelector("script").textContent);
    Object.assign(this, { metric, unit, factor, isOfValues, curve: { kind, knots }, spread: null, tested: null });
    this.svg = this.querySelector("svg");
    this.table = this.querySelector(".curve-table");
    const kinds = this.querySelector("[data-curve-kind]");
    kinds.value = kind;
    kinds.addEventListener("change", () => this.become(kinds.value));
    this.querySelector("[data-curve-shape]")?.addEventListener("change", (it) => {
      if (it.target.value) this.shape(it.target.value);
      it.target.value = "";
    });
    this.querySelector("[data-curve-account]").addEventListener("input", (it) => this.test(it.target.value));
    this.measure();
    this.draw();
    if (this.isOfValues) this.load();
    new ResizeObserver(() => this.draw()).observe(this.svg);
  }

  // One unit is one pixel, so that letters are as large as elsewhere.
  get box() {
    const width = Math.max(240, Math.round(this.svg.clientWidth) || 600);
    return { width, left: 32, right: width - 14, top: 12, bottom: HEIGHT - 36 };
  }

  get open() { return this.dataset.open === "yes"; }

  async load() {
    const answer = await fetch(`/api/v1/models/distributions/${this.metric}`);
    if (!answer.ok) return;
    this.spread = await answer.json();
    const { known, accounts, quantiles } = this.spread;
    this.querySelector("[data-curve-caption]").textContent = quantiles
      ? `Grey bars: the ${known.toLocaleString("en-GB")} of ${accounts.toLocaleString("en-GB")} accounts that have a value today. A tenth lie below ${this.text(quantiles.p10)}, half below ${this.text(quantiles.p50)}, nine tenths below ${this.text(quantiles.p90)}.`
      : "No account has a value of this metric today.";
    this.measure();
    this.draw();
  }

  // The stretch of values on the axis: all bends of the curve and the middle of the accounts.
  measure() {
    const xs = this.curve.knots.map((it) => it.x).filter((it) => it !== null);
    if (this.curve.kind === "identity") xs.push(0, FULL);
    const spread = this.spread;
    if (spread?.quantiles) {
      const reach = spread.quantiles.p90 - spread.quantiles.p10;
      xs.push(Math.max(spread.lowest, spread.quantiles.p10 - reach), Math.min(spread.highest, spread.quantiles.p90 + reach));
    }
    const low = Math.min(...xs);
    const high = Math.max(...xs);
    const air = (high - low || Math.abs(high) || 1) / 12;
    const isRound = low >= 0 && low - air < 0;
    this.range = { low: isRound ? Math.min(0, low) : low - air, high: high + air };
  }

  get step() {
    const rough = (this.range.high - this.range.low) / 100;
    const power = 10 ** Math.floor(Math.log10(rough));
    return power * (rough / power >= 5 ? 5 : rough / power >= 2 ? 2 : 1);
  }

  at(x, y) {
    const share = (x - this.range.low) / (this.range.high - this.range.low);
    const { left, right, top, bottom } = this.box;
    return [left + share * (right - left), bottom - y / FULL * (bottom - top)];
  }

  under(event) {
    const place = this.svg.getBoundingClientRect();
    const { left, right, top, bottom } = this.box;
    const px = event.clientX - place.left;
    const py = event.clientY - place.top;
    const x = this.range.low + (px - left) / (right - left) * (this.range.high - this.range.low);
    return { x, y: (bottom - py) / (bottom - top) * FULL };
  }

  text(x) {
    const shown = tidy(x * this.factor);
    return `${shown.toLocaleString("en-GB", { maximumFractionDigits: 2 })}${this.unit ? " " + this.unit : ""}`;
  }

  draw() {
    const focused = this.svg.contains(document.activeElement) ? document.activeElement.dataset.knot : undefined;
    this.svg.setAttribute("viewBox", `0 0 ${this.box.width} ${HEIGHT}`);
    this.svg.replaceChildren(...this.axes(), ...this.bars(), ...this.line(), ...this.dot(), ...this.handles());
    if (focused !== undefined) this.focusKnot(focused);
    this.fill();
  }

  // Round values, about five of them.
  ticks() {
    const { low, high } = this.range;
    const rough = (high - low) * this.factor / 5;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = power * (rough / power > 5 ? 10 : rough / power > 2 ? 5 : rough / power > 1 ? 2 : 1);
    const ticks = [];
    for (let it = Math.ceil(low * this.factor / step) * step; it <= high * this.factor + step / 1e6; it += step) ticks.push(it / this.factor);
    return ticks;
  }

  axes() {
    const parts = [];
    const box = this.box;
    for (const y of [0, 25, 50, 75, 100]) {
      const [, py] = this.at(this.range.low, y);
      parts.push(node("path", { class: "curve-grid", d: `M${box.left} ${py}H${box.right}` }));
      parts.push(node("text", { class: "curve-tick end", x: box.left - 6, y: py + 4 }, y));
    }
    for (const x of this.ticks()) {
      const [px] = this.at(x, 0);
      const end = px > box.right - 16 ? "end" : "mid";
      parts.push(node("text", { class: `curve-tick ${end}`, x: px, y: box.bottom + 16 }, this.text(x)));
    }
    return parts;
  }

  bars() {
    const spread = this.spread;
    if (!spread?.quantiles) return [];
    const parts = [];
    const box = this.box;
    const most = Math.max(...spread.bins);
    const width = (spread.highest - spread.lowest) / spread.bins.length;
    spread.bins.forEach((count, i) => {
      const [from] = this.at(spread.lowest + i * width, 0);
      const [to] = this.at(spread.lowest + (i + 1) * width, 0);
      const left = clamp(from, box.left, box.right);
      const right = clamp(Math.max(to, from + 3), box.left, box.right);
      if (!count || right <= left) return;
      const height = Math.max(1, count / most * (box.bottom - box.top) * .6);
      parts.push(node("rect", { class: "curve-bar", x: left, y: box.bottom - height, width: Math.max(1, right - left - 1), height }));
    });
    for (const [name, value] of Object.entries(spread.quantiles)) {
      const [px] = this.at(value, 0);
      parts.push(node("path", { class: "curve-quantile", d: `M${px} ${box.bottom}v6` }));
      parts.push(node("text", { class: "curve-tick mid", x: px, y: box.bottom + 30 }, name));
    }
    return parts;
  }

  // Beyond the outermost points the line is dashed: there the points stay as they are.
  line() {
    const { kind, knots } = this.curve;
    if (kind === "category") return [];
    const known = knots.map((it) => it.x).filter((it) => it !== null);
    const first = kind === "identity" ? 0 : Math.min(...known);
    const last = kind === "identity" ? FULL : Math.max(...known);
    const inside = [];
    if (kind === "steps") {
      const upwards = knots.toReversed();
      upwards.forEach((it, i) => {
        const from = it.x ?? this.range.low;
        const to = upwards[i + 1]?.x ?? this.range.high;
        inside.push([from, it.y], [to, it.y]);
      });
    } else if (kind === "identity") inside.push([0, 0], [FULL, FULL]);
    else knots.forEach((it) => inside.push([it.x, it.y]));
    const path = (list) => "M" + list.map(([x, y]) => this.at(x, y).map((it) => it.toFixed(1)).join(" ")).join("L");
    const parts = [node("path", { class: "curve-line", d: path(inside) })];
    if (kind !== "steps") {
      parts.push(node("path", { class: "curve-beyond", d: path([[this.range.low, points(this.curve, this.range.low)], [first, points(this.curve, first)]]) }));
      parts.push(node("path", { class: "curve-beyond", d: path([[last, points(this.curve, last)], [this.range.high, points(this.curve, this.range.high)]]) }));
    }
    return parts;
  }

  dot() {
    if (!this.tested) return [];
    const y = points(this.curve, this.tested.x);
    const said = this.querySelector("[data-curve-test]");
    said.textContent = `${this.tested.name}: ${this.text(this.tested.x)} gives ${y === null ? "no points, the value is unknown to the scale" : y.toFixed(1) + " points"}.`;
    if (y === null) return [];
    const [px, py] = this.at(clamp(this.tested.x, this.range.low, this.range.high), y);
    return [node("circle", { class: "curve-dot", cx: px, cy: py, r: 5 })];
  }

  handles() {
    return this.curve.knots.map((it, i) => {
      const [px, py] = this.at(it.x ?? this.range.low, it.y);
      const handle = node("circle", {
        class: "curve-handle", cx: px, cy: py, r: 7, "data-knot": i,
        ...(this.open ? {
          tabindex: 0, role: "slider", "aria-label": `Point ${i + 1}`, "aria-valuemin": 0, "aria-valuemax": FULL,
          "aria-valuenow": it.y, "aria-valuetext": `${it.x === null ? "otherwise" : this.text(it.x)}, ${it.y} points`,
        } : {}),
      });
      if (this.open) {
        handle.addEventListener("pointerdown", (event) => this.grab(event, i));
        handle.addEventListener("keydown", (event) => this.nudge(event, i));
      }
      return handle;
    });
  }

  // A point stays between its neighbours, so that values rise from left to right.
  place(i, x, y) {
    const knots = this.curve.knots;
    const it = knots[i];
    it.y = clamp(Math.round(y * 10) / 10, 0, FULL);
    if (it.x === null) return;
    const way = this.curve.kind === "steps" ? -1 : 1;
    const low = knots[i - way]?.x ?? -Infinity;
    const high = knots[i + way]?.x ?? Infinity;
    const step = this.step;
    const snapped = tidy(Math.round(x / step) * step);
    if (this.curve.kind !== "category" && snapped > low && snapped < high) it.x = snapped;
  }

  grab(event, i) {
    event.preventDefault();
    this.svg.setPointerCapture(event.pointerId);
    const move = (it) => {
      const { x, y } = this.under(it);
      this.place(i, x, y);
      this.draw();
    };
    const drop = () => {
      this.svg.removeEventListener("pointermove", move);
      this.measure();
      this.draw();
      this.focusKnot(i);
      this.tell();
    };
    this.svg.addEventListener("pointermove", move);
    this.svg.addEventListener("pointerup", drop, { once: true });
  }

  nudge(event, i) {
    const much = event.shiftKey ? 10 : 1;
    const it = this.curve.knots[i];
    const step = this.step * much;
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, much], ArrowDown: [0, -much] };
    if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); this.remove(i); return; }
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    this.place(i, (it.x ?? 0) + move[0], it.y + move[1]);
    this.draw();
    this.focusKnot(i);
    this.tellSoon();
  }

  focusKnot(i) { this.svg.querySelector(`[data-knot="${i}"]`)?.focus(); }

  // The same numbers to type. Rebuilt only when their number changes, so that typing goes on.
  fill() {
    const { kind, knots } = this.curve;
    const rows = this.table.querySelectorAll("tbody tr");
    if (this.table.dataset.kind === kind && rows.length === knots.length) {
      rows.forEach((row, i) => {
        const [x, y] = row.querySelectorAll("input");
        const fields = knots[i].x === null ? [[x ?? y, knots[i].y]] : [[x, knots[i].x], [y, knots[i].y]];
        for (const [field, value] of fields) if (field !== document.activeElement) field.value = value;
      });
      return;
    }
    this.table.dataset.kind = kind;
    this.table.replaceChildren();
    if (kind === "identity") {
      this.table.append(element("p", { class: "meta" }, "From 0 to 100 the value itself is the points."));
      return;
    }
    const head = kind === "steps" ? "From value" : "Value";
    const hint = this.factor === FULL ? " (0.5 is 50 %)" : this.unit ? ` (${this.unit})` : "";
    const body = element("tbody");
    knots.forEach((it, i) => body.append(this.row(it, i)));
    this.table.append(element("table", { class: "table" },
      element("thead", {}, element("tr", {},
        element("th", { scope: "col" }, head + hint), element("th", { scope: "col" }, "Points"), element("th", {}, element("span", { class: "visually-hidden" }, "Remove")))),
      body));
    if (this.open) {
      const add = element("button", { type: "button", class: "button" }, "Add a point");
      add.addEventListener("click", () => this.add());
      this.table.append(element("p", {}, add));
    }
  }

  row(it, i) {
    const field = (name, value, label, rest) => {
      const input = element("input", { class: "field", type: "number", step: "any", id: `knot-${name}-${i}`, value, "aria-label": label, disabled: !this.open, ...rest });
      input.addEventListener("change", () => this.type(i, name, input));
      return input;
    };
    const x = it.x === null ? "otherwise" : field("x", it.x, `Value of point ${i + 1}`);
    const remove = element("button", { type: "button", class: "button", "aria-label": `Remove point ${i + 1}`, disabled: !this.open || !this.mayLose(i) }, "Remove");
    remove.addEventListener("click", () => this.remove(i));
    return element("tr", {}, element("td", {}, x), element("td", {}, field("y", it.y, `Points of point ${i + 1}`, { min: 0, max: FULL })), element("td", { class: "num" }, this.open ? remove : ""));
  }

  // What is typed is taken as it is: the server says what is wrong with it.
  type(i, name, input) {
    if (input.value === "") { input.value = this.curve.knots[i][name]; return; }
    this.curve.knots[i][name] = Number(input.value);
    this.measure();
    this.draw();
    this.tell();
  }

  mayLose(i) {
    const { kind, knots } = this.curve;
    return knots[i].x !== null && knots.length > (kind === "linear" ? 2 : 1);
  }

  remove(i) {
    if (!this.mayLose(i)) return;
    this.curve.knots.splice(i, 1);
    this.draw();
    this.focusKnot(Math.max(0, i - 1));
    this.tell();
  }

  // In the widest gap, where there is the most room.
  add() {
    const { kind, knots } = this.curve;
    if (kind === "category") {
      knots.push({ x: tidy(Math.max(...knots.map((it) => it.x)) + 1), y: 50 });
    } else if (kind === "steps") {
      const top = knots[0].x ?? this.range.low;
      knots.unshift({ x: tidy(top + this.step * 10), y: knots[0].y });
    } else {
      let at = 1;
      for (let i = 2; i < knots.length; i++) if (knots[i].x - knots[i - 1].x > knots[at].x - knots[at - 1].x) at = i;
      const x = tidy((knots[at - 1].x + knots[at].x) / 2);
      knots.splice(at, 0, { x, y: Math.round(points(this.curve, x) * 10) / 10 });
    }
    this.draw();
    this.tell();
  }

  // The other kind goes through the same points, as far as it has any.
  become(kind) {
    const rising = this.curve.knots.filter((it) => it.x !== null).toSorted((a, b) => a.x - b.x);
    const some = rising.length > 1 ? rising : this.ends().map((x, i) => ({ x, y: i * FULL }));
    if (kind === "identity") this.curve = { kind, knots: [] };
    else if (kind === "steps") this.curve = { kind, knots: [...some.slice(1).toReversed(), { x: null, y: some[0].y }] };
    else this.curve = { kind, knots: some };
    this.measure();
    this.draw();
    this.tell();
  }

  ends() {
    const quantiles = this.spread?.quantiles;
    return quantiles && quantiles.p10 < quantiles.p90 ? [tidy(quantiles.p10), tidy(quantiles.p90)] : [0, 1];
  }

  shape(name) {
    const [low, high] = this.ends();
    const third = (high - low) / 3;
    const at = (x, y) => ({ x: tidy(x), y });
    const shapes = {
      rising: [at(low, 0), at(high, FULL)],
      falling: [at(low, FULL), at(high, 0)],
      sweet: [at(low, 0), at(low + third, FULL), at(low + 2 * third, FULL), at(high, 0)],
    };
    this.curve = { kind: "linear", knots: shapes[name] };
    this.querySelector("[data-curve-kind]").value = "linear";
    this.measure();
    this.draw();
    this.tell();
  }

  async test(words) {
    const list = this.querySelector("datalist");
    clearTimeout(this.testing);
    if (words.length < 2) return;
    const chosen = [...list.options].find((it) => it.value === words);
    if (chosen) { this.stand(chosen.dataset.account, words); return; }
    this.testing = setTimeout(async () => {
      const answer = await fetch(`/api/v1/accounts?limit=8&q=${encodeURIComponent(words)}`);
      if (!answer.ok) return;
      const { data } = await answer.json();
      list.replaceChildren(...data.map((it) => element("option", { value: it.name, "data-account": it.id })));
      const exact = data.find((it) => it.name.toLowerCase() === words.toLowerCase());
      if (exact) this.stand(exact.id, exact.name);
    }, 200);
  }

  async stand(account, name) {
    const answer = await fetch(`/api/v1/accounts/${account}/health`);
    const health = answer.ok ? await answer.json() : { groups: [] };
    const measure = health.groups.flatMap((it) => it.measures).find((it) => it.id === this.metric);
    this.tested = measure?.value == null ? null : { name, x: measure.value };
    if (!this.tested) this.querySelector("[data-curve-test]").textContent = `${name} has no value of this measure.`;
    this.draw();
  }

  tellSoon() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.tell(), 250);
  }

  tell() {
    clearTimeout(this.telling);
    const { kind, knots } = this.curve;
    this.dispatchEvent(new CustomEvent("curve-change", {
      bubbles: true, detail: { metric: this.metric, kind, knots: knots.map((it) => ({ ...it })) },
    }));
  }
}

customElements.define("curve-editor", CurveEditor);
