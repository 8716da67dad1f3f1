// Puts a CSV of every table beside it, and so of every chart, for each has its table. A table that
// is one page of more names its whole with data-csv, and then that is what comes.
const done = new WeakSet();

// The same rule as in exports of the server; one list of cells tests both.
const BEGINS = "=+-@\t\r|%＝＋－＠｜％";
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const BREAK = /(?<=[\n\r\v\f\x85\u2028\u2029])/;
const isBlank = (sign) => !BEGINS.includes(sign) && /[\s\p{Z}\p{Cc}\p{Cf}]/u.test(sign);
const beginsFormula = (line) => BEGINS.includes([...line].find((it) => !isBlank(it)) ?? "none");
const isFormula = (text) => !NUMBER.test(text) && text.split(BREAK).some(beginsFormula);
// A mark that was there before gets another, so that taking one away gives back what was there.
const needsMark = (text) =>
  isFormula(text) || (text.startsWith("'") && isFormula(text.replace(/^'+/, "")));
const guarded = (text) => (needsMark(text) ? "'" + text : text);

const quoted = (text) => `"${guarded(text).replaceAll('"', '""')}"`;
const written = (text) => (text === "" ? "" : NUMBER.test(text) ? text : quoted(text));

// The words of a cell in their order, without those that a filter leaves out.
function words(cell, leftOut) {
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(leftOut) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const found = [];
  while (walk.nextNode()) found.push(walk.currentNode.data);
  return found.join(" ").replace(/\s+/g, " ").trim();
}

const NOISE = "svg, button, script, template";

// What is seen and read; else what is only seen, such as a score; else what is only read.
const seen = (cell) => words(cell, `${NOISE}, .visually-hidden, [aria-hidden=true]`)
  || words(cell, `${NOISE}, .visually-hidden`)
  || words(cell, NOISE);

// 1,204 and −5.3 are for people.
const plain = (text) => (/^[+−-]?\d{1,3}(,?\d{3})*(\.\d+)?$/.test(text)
  ? text.replaceAll(",", "").replace("−", "-").replace("+", "") : text);

function exact(cell) {
  if (cell.dataset.value !== undefined) return cell.dataset.value;
  return cell.matches("td.num") ? plain(seen(cell)) : seen(cell);
}

const line = (row, write) =>
  [...row.cells].flatMap((it) => [write(exact(it)), ...Array(it.colSpan - 1).fill("")]).join(",");

function csv(table) {
  const head = table.tHead ? [...table.tHead.rows].slice(-1) : [];
  const body = [...table.rows].filter((it) => it.parentElement !== table.tHead && !it.hidden);
  return [...head.map((it) => line(it, quoted)), ...body.map((it) => line(it, written))]
    .map((it) => it + "\r\n").join("");
}

const label = (table) => table.caption?.textContent.split(".")[0]
  || table.closest("[aria-label]")?.getAttribute("aria-label")
  || "table";

function fileName(table) {
  const title = document.title.replace(/ · Keepwell$/, "");
  const slug = `${title} ${label(table)}`.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return `${slug}-${new Date().toISOString().slice(0, 10)}.csv`;
}

function download(table) {
  const link = document.createElement("a");
  // Without the mark Excel takes every letter beyond ASCII for two others.
  link.href = URL.createObjectURL(new Blob(["\ufeff", csv(table)], { type: "text/csv" }));
  link.download = fileName(table);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  document.getElementById("said").textContent = "CSV downloaded";
}

function button(table) {
  const whole = table.dataset.csv;
  const it = document.createElement(whole ? "a" : "button");
  if (whole) it.href = whole;
  else {
    it.type = "button";
    it.addEventListener("click", () => download(table));
  }
  it.className = "csv";
  it.textContent = "CSV";
  it.setAttribute("aria-label", `CSV: ${label(table)}`);
  return it;
}

function offer() {
  for (const table of document.querySelectorAll("main table.table")) {
    // The list of accounts has its own beside its columns.
    if (!done.has(table) && table.dataset.csv !== "none") {
      done.add(table);
      // The table of a chart is folded away, and its CSV is not.
      const place = table.closest("details.twin") ?? table.closest(".table-scroll") ?? table;
      place.after(button(table));
    }
  }
}

document.addEventListener("htmx:after:swap", offer);
offer();
