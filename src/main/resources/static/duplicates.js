// The queue of duplicates by keys: j and k move, as everywhere, and m merges where one is.
function keysAreOff() {
  try { return localStorage.getItem("keys") === "off"; } catch { return false; }
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "m" || event.ctrlKey || event.metaKey || event.altKey || keysAreOff()) return;
  if (event.target.closest("input:not([type=radio]), select, textarea, dialog[open]")) return;
  document.activeElement?.closest?.(".pair")?.querySelector("[data-merge]")?.click();
});
