// Draws the charts of a page. What they show is in the page already, as a table and as data beside
// the place where the chart goes.
// Not imported from app.js: under its other name that would run a second time.
const say = (words) => { document.getElementById("said").textContent = words; };

const drawn = new WeakMap();

const colours = () => {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(name).trim();
};

const signed = (points) => (points < 0 ? "−" : "+") + Math.abs(points).toFixed(2);
const shortDay = (iso) => new Date(iso + "T00:00:00Z")
  .toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const longDay = (iso) => new Date(iso + "T00:00:00Z")
  .toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

const base = (c) => ({
  // A gap at either end has no place to animate from.
  animation: false,
  textStyle: { fontFamily: c("--font-ui"), fontSize: 11, color: c("--axis") },
});

const kinds = {
  score(spec, c) {
    const edge = (y, name) => ({
      yAxis: y,
      lineStyle: { color: c("--border-control"), width: 1, type: "dashed", opacity: .7 },
      label: { formatter: `${name} from ${y}`, position: "insideStartTop", color: c("--axis"), fontSize: 11, distance: 2 },
    });
    const scoreOf = (i) => spec.scores[i] == null ? "No score" : spec.scores[i].toFixed(1);
    const medianOf = (i) => spec.medians[i] == null ? [] : [`Median of ${spec.segment} ${spec.medians[i].toFixed(1)}`];
    const mark = (it) => ({
      xAxis: it.day,
      lineStyle: { color: c("--accent"), width: 1, type: "solid" },
      label: { formatter: it.label, position: "end", rotate: 0, color: c("--text-2"), fontSize: 11 },
    });
    return {
      ...base(c),
      grid: { left: 32, right: 40, top: 20, bottom: 24 },
      tooltip: {
        trigger: "axis", renderMode: "richText", confine: true,
        backgroundColor: c("--bg-raised"), borderColor: c("--border-1"),
        textStyle: { color: c("--text-1"), fontSize: 12 },
        formatter: ([{ dataIndex: i }]) => [longDay(spec.days[i]), scoreOf(i), ...medianOf(i)].join("\n"),
      },
      xAxis: {
        type: "category", data: spec.days, boundaryGap: false,
        axisLine: { lineStyle: { color: c("--grid") } }, axisTick: { show: false },
        axisLabel: { color: c("--axis"), formatter: shortDay, interval: Math.max(1, Math.floor(spec.days.length / 5)) },
      },
      yAxis: {
        type: "value", min: 0, max: 100, interval: 25,
        splitLine: { lineStyle: { color: c("--grid") } }, axisLabel: { color: c("--axis") },
      },
      series: [{
        type: "line", data: spec.scores, showSymbol: false, symbol: "circle", symbolSize: 6, connectNulls: false,
        lineStyle: { color: c("--c1"), width: 2 }, itemStyle: { color: c("--c1") },
        endLabel: { show: true, formatter: (it) => it.value == null ? "" : Number(it.value).toFixed(1), color: c("--text-1"), fontWeight: 600, fontSize: 12 },
        markLine: {
          symbol: "none", silent: true, animation: false,
          data: [edge(spec.bands.yellow, "Yellow"), edge(spec.bands.green, "Green"), ...spec.marks.map(mark)],
        },
      }, {
        type: "line", data: spec.medians, showSymbol: false, silent: true, z: 1,
        // Over many accounts there is a median for each week only.
        connectNulls: true,
        lineStyle: { color: c("--c-other"), width: 1 }, itemStyle: { color: c("--c-other") },
      }],
      read: spec.days.map((day, i) => `${longDay(day)}: ${[scoreOf(i), ...medianOf(i)].join(", ")}`),
    };
  },

  trend(spec, c) {
    const last = spec.days.length - 1;
    const month = (iso) => new Date(iso + "T00:00:00Z").toLocaleDateString("en-GB", { month: "short", year: "2-digit", timeZone: "UTC" });
    const short = (value) => spec.unit === "fraction"
      ? `${Number((value * 100).toFixed(2))} %`
      : value.toLocaleString("en-GB", { notation: Math.abs(value) >= 10000 ? "compact" : "standard", maximumFractionDigits: 2 })
        + ({ percent: " %", days: " d" }[spec.unit] ?? "");
    const named = (line, i) => (line.name ? `${line.name}: ` : "") + line.texts[i];
    const dashes = ["solid", "dashed", "dotted", [8, 3, 2, 3], [2, 6], [12, 4]];
    // A month that is not over is hollow, so that nobody takes it for a fall.
    const point = (line, i, colour) => ({
      value: line.values[i],
      symbol: "circle",
      itemStyle: i === last && spec.isOpen ? { color: c("--bg-surface"), borderColor: colour, borderWidth: 2 } : { color: colour },
    });
    const labels = spec.lines.length > 1;
    return {
      ...base(c),
      grid: { left: 56, right: labels ? 16 : 84, top: labels ? 44 : 20, bottom: 24 },
      legend: { show: labels, top: 0, left: 0, itemWidth: 28, itemHeight: 6, textStyle: { color: c("--text-2"), fontSize: 12 } },
      tooltip: {
        trigger: "axis", renderMode: "richText", confine: true,
        backgroundColor: c("--bg-raised"), borderColor: c("--border-1"),
        textStyle: { color: c("--text-1"), fontSize: 12 },
        formatter: ([it]) => [longDay(spec.days[it.dataIndex]) + (it.dataIndex === last && spec.isOpen ? ", not over" : ""),
          ...spec.lines.map((line) => named(line, it.dataIndex))].join("\n"),
      },
      xAxis: {
        type: "category", data: spec.days, boundaryGap: false,
        axisLine: { onZero: false, lineStyle: { color: c("--grid") } }, axisTick: { show: false },
        axisLabel: { color: c("--axis"), formatter: month, hideOverlap: true },
      },
      yAxis: {
        type: "value", scale: true, splitNumber: 4,
        splitLine: { lineStyle: { color: c("--grid") } }, axisLabel: { color: c("--axis"), formatter: short },
      },
      series: spec.lines.map((line, i) => {
        const colour = c(`--c${i + 1}`);
        return {
          type: "line", name: line.name, connectNulls: false, symbolSize: 6, showAllSymbol: true,
          data: line.values.map((_, at) => point(line, at, colour)),
          lineStyle: { color: colour, width: 2, type: dashes[i] }, itemStyle: { color: colour },
          endLabel: {
            show: !labels, color: c("--text-1"), fontWeight: 600, fontSize: 12, distance: 8,
            formatter: () => line.values[last] == null ? "" : line.texts[last],
          },
        };
      }),
      read: spec.days.map((day, i) => `${longDay(day)}: ${spec.lines.map((line) => named(line, i)).join(", ")}`),
    };
  },

  fall(spec, c) {
    let level = spec.start;
    const bars = spec.points.map((points) => {
      const from = level;
      level += points;
      return { low: Math.min(from, level), size: Math.abs(points), points };
    });
    const names = ["Before", ...spec.names, "Now"];
    const edges = [spec.start, spec.end, ...bars.flatMap((it) => [it.low, it.low + it.size])];
    const room = Math.max(1, (Math.max(...edges) - Math.min(...edges)) * .25);
    const lowest = Math.min(...edges) - room, highest = Math.max(...edges) + room;
    const step = [1, 2, 5, 10, 25].find((it) => (highest - lowest) / it <= 6) ?? 25;
    const min = Math.max(0, Math.floor(lowest / step) * step);
    const max = Math.min(100, Math.ceil(highest / step) * step);
    const lines = [["Before", spec.start], ["Now", spec.end]];
    const isNarrow = innerWidth < 768;
    const gain = c("--c1"), loss = c("--hr-fill");
    return {
      ...base(c),
      grid: { left: 40, right: 16, top: 28, bottom: isNarrow ? 88 : 40 },
      xAxis: {
        type: "category", data: names, axisTick: { show: false },
        axisLine: { lineStyle: { color: c("--grid") } },
        axisLabel: { color: c("--text-2"), interval: 0, width: 92, overflow: isNarrow ? "truncate" : "break", fontSize: 11, rotate: isNarrow ? 60 : 0 },
      },
      yAxis: {
        type: "value", min, max, interval: step,
        name: `from ${min}`, nameTextStyle: { color: c("--axis"), align: "right" },
        splitLine: { lineStyle: { color: c("--grid") } }, axisLabel: { color: c("--axis") },
      },
      series: [
        { type: "bar", stack: "fall", silent: true, itemStyle: { color: "transparent" }, data: [null, ...bars.map((it) => it.low), null], tooltip: { show: false } },
        {
          type: "bar", stack: "fall", barMaxWidth: 56,
          data: [null, ...bars.map((it) => ({
            value: it.size,
            itemStyle: { color: it.points < 0 ? loss : gain, borderRadius: 2 },
            label: { show: true, position: it.points < 0 ? "bottom" : "top", color: c("--text-1"), fontSize: 11, formatter: `${it.points < 0 ? "▼" : "▲"} ${signed(it.points)}` },
          })), null],
        },
        {
          type: "scatter", symbol: "rect", symbolSize: [56, 3], itemStyle: { color: c("--text-1") }, data: lines,
          label: { show: true, position: "top", color: c("--text-1"), fontWeight: 600, fontSize: 12, formatter: (it) => it.value[1].toFixed(1) },
        },
      ],
      read: [`Before: ${spec.start.toFixed(1)}`, ...spec.names.map((name, i) => `${name}: ${signed(spec.points[i])}`), `Now: ${spec.end.toFixed(1)}`],
    };
  },
};

function draw(place) {
  drawn.get(place)?.chart.dispose();
  const spec = JSON.parse(place.parentElement.querySelector("[data-spec]").textContent);
  const { read, ...option } = kinds[place.dataset.chart](spec, colours());
  const chart = echarts.init(place, null, { renderer: "svg" });
  chart.setOption(option);
  drawn.set(place, { chart, read, at: read.length });
}

const drawAll = () => document.querySelectorAll("[data-chart]").forEach(draw);

document.addEventListener("keydown", (event) => {
  const place = event.target.closest?.("[data-chart]");
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!place || !step) return;
  event.preventDefault();
  const it = drawn.get(place);
  it.at = Math.min(it.read.length - 1, Math.max(0, it.at + step));
  say(it.read[it.at]);
  it.chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: it.at });
});
// A part that arrives later brings its charts with it.
document.addEventListener("htmx:after:swap", () =>
  document.querySelectorAll("[data-chart]").forEach((it) => { if (!drawn.has(it)) draw(it); }));
document.addEventListener("theme", drawAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
addEventListener("resize", () => document.querySelectorAll("[data-chart]").forEach((it) => drawn.get(it)?.chart.resize()));
drawAll();
