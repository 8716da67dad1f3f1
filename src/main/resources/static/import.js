// Sends a file as it is, with how far it has come. Not imported from app.js: under its other name
// that would run a second time.
const form = document.querySelector("[data-upload]");
const csrf = document.querySelector("meta[name=csrf]");
const headers = { [csrf.dataset.header]: csrf.content };
const keysAreOff = () => {
  try { return localStorage.getItem("keys") === "off"; } catch { return false; /* May be forbidden. */ }
};

function tell(words, isBad = false) {
  const state = form.querySelector("[data-upload-state]");
  state.textContent = words;
  state.classList.toggle("is-bad", isBad);
}

async function problem(answer) {
  try { return (await answer.json()).detail; } catch { return "The server refused it."; }
}

async function begin() {
  const source = new URLSearchParams({ source: form.elements.source.value });
  const answer = await fetch("/data/import", { method: "POST", headers, body: source });
  if (!answer.ok) throw new Error(await problem(answer));
  return (await answer.json()).id;
}

// Only this way of sending tells how far it is.
function send(id, file) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("PUT", `/data/import/${id}/files/${encodeURIComponent(file.name)}`);
    call.setRequestHeader(csrf.dataset.header, csrf.content);
    call.setRequestHeader("Content-Type", "application/octet-stream");
    call.upload.addEventListener("progress", (event) => {
      tell(`Sending ${file.name}: ${Math.floor((event.loaded / event.total) * 100)} %`);
    });
    call.addEventListener("load", () => {
      if (call.status < 300) resolve();
      else {
        let detail = "The server refused it.";
        try { detail = JSON.parse(call.responseText).detail; } catch { /* Not JSON. */ }
        reject(new Error(detail));
      }
    });
    call.addEventListener("error", () => reject(new Error("The connection broke. Try again.")));
    call.send(file);
  });
}

async function take(files) {
  if (files.length === 0) return;
  try {
    tell("Sending");
    const id = await begin();
    for (const file of files) await send(id, file);
    window.location.assign(`/data/import/${id}/upload`);
  } catch (error) {
    tell(error.message, true);
  }
}

if (form) {
  const field = form.querySelector("[data-file]");
  field.addEventListener("change", () => take([...field.files]));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const it of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(it, (event) => {
      event.preventDefault();
      form.classList.toggle("is-over", it === "dragover");
      if (it === "drop") take([...event.dataTransfer.files]);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keysAreOff()) return;
    if (event.target.closest("input, select, textarea, dialog[open]")) return;
    if (event.key === "u") { event.preventDefault(); field.click(); }
  });
}
