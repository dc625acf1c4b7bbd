/** The script page: saves without leaving, says so, and leads from a problem to its line. */
import { toast } from "core/toast";
import { openEditor } from "studio/editor";

const LOOK_AGAIN_MS = 1500;
const form = document.querySelector(".script-text");
const field = form.elements.text;
const file = form.elements.file;
const state = document.querySelector("[data-saved]");
const words = JSON.parse(document.getElementById("editor-words").textContent);
let kept = document.querySelector("[data-difference]") ? null : field.value;
let isSaving = false;

const isChanged = () => field.value !== kept;

function showState() {
  state.classList.toggle("is-unsaved", isChanged());
  state.querySelector("[data-unsaved]").hidden = !isChanged();
  state.querySelector("[data-kept]").hidden = isChanged();
  // What comes next stands out: saving, and once that is done the board.
  const next = document.querySelector("[data-next] a");
  document.querySelector("[data-saves]").classList.toggle("button-main", isChanged() || !next);
  next?.classList.toggle("button-main", !isChanged());
}

/** The moment of the last save, on the clock of whoever reads it. */
function tellTime() {
  const time = state.querySelector("time");
  if (!time) return;
  const then = new Date(time.dateTime);
  const isToday = then.toDateString() === new Date().toDateString();
  const clock = { timeStyle: "short", hourCycle: "h23" };
  const form = isToday ? clock : { dateStyle: "medium", ...clock };
  time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, form).format(then);
}

/** Takes over what the server says beside the text; the text itself stays as it is typed. */
function adopt(page) {
  for (const part of ["[data-notices]", ".script-side", "[data-kept]", "[data-next]"]) {
    document.querySelector(part).replaceWith(page.querySelector(part));
  }
  tellTime();
  showState();
  follow();
}

/** `button` is the one that was pressed: the one that saves over another's revision says which. */
async function save(button = null) {
  if (isSaving) return;
  isSaving = true;
  const sent = field.value;
  try {
    const answer = await fetch(location.pathname, { method: "POST", body: new FormData(form, button), credentials: "same-origin" });
    if (!answer.ok && ![400, 409].includes(answer.status)) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector(".script-side")) throw new Error("signed out");
    if (answer.ok) {
      kept = sent;
      history.replaceState(null, "", location.pathname);
    }
    adopt(page);
  } catch {
    toast(state.dataset.refused); // the network is away, or somebody signed out
  } finally {
    isSaving = false;
  }
}

/** While shots are being listed, looks what the change will cost and what was not understood. */
function follow() {
  if (document.querySelector("[data-ahead][data-working]")) setTimeout(lookAhead, LOOK_AGAIN_MS);
}

async function lookAhead() {
  try {
    const address = document.querySelector("[data-ahead]").dataset.ahead;
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["[data-ahead]", "[data-notes]"]) {
      const old = document.querySelector(part);
      const isRead = old.contains(document.activeElement) || old.querySelector("details[open]");
      if (!isRead) old.replaceWith(found.querySelector(part));
    }
  } catch {
    // The network is away; the next look may find it back.
  }
  follow();
}

const editor = openEditor(field, words, showState);

/** An address may end in #line-12: a tile of the board leads to its line. */
function goToAddressed() {
  const line = Number(/^#line-(\d+)$/.exec(location.hash)?.[1]);
  if (line) editor.goTo(line);
}

form.addEventListener("submit", (event) => {
  if (file.files.length) {
    kept = field.value; // the page is drawn anew with what the file holds
    return;
  }
  event.preventDefault();
  save(event.submitter);
});
addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  save();
});
addEventListener("beforeunload", (event) => {
  if (isChanged()) event.preventDefault();
});
addEventListener("hashchange", goToAddressed);
file.addEventListener("change", () => file.files.length && form.requestSubmit());
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-line]");
  if (!link) return;
  event.preventDefault();
  editor.goTo(Number(link.dataset.line));
});
tellTime();
showState();
goToAddressed();
follow();
