// Runs before the first paint, so that nobody is dazzled: the chosen theme, or else the system's.
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("theme"); } catch { /* Storage may be forbidden. */ }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => { document.documentElement.dataset.theme = chosen ?? (dark.matches ? "dark" : "light"); };
  apply();
  dark.addEventListener("change", apply);
  try { if (localStorage.getItem("rail") === "folded") document.documentElement.dataset.rail = "folded"; } catch { /* As above. */ }
})();
