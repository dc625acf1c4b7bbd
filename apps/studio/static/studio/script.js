/** The script page: line numbers beside the text, and problems that lead to their line. */

const text = document.querySelector(".numbered textarea");
const numbers = document.querySelector(".numbered-lines");
const file = document.querySelector('.script-actions input[type="file"]');

function number() {
  const count = text.value.split("\n").length;
  numbers.textContent = Array.from({ length: count }, (_, index) => index + 1).join("\n");
  follow();
}

function follow() {
  numbers.scrollTop = text.scrollTop;
}

/** Selects line `line` (from 1) and brings it to the upper third. */
function goTo(line) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  const height = text.scrollHeight / lines.length;
  text.scrollTop = Math.max(0, (line - 1) * height - text.clientHeight / 3);
}

/** An address may end in #line-12: a tile of the board leads to its line. */
function goToAddressed() {
  const line = Number(/^#line-(\d+)$/.exec(location.hash)?.[1]);
  if (line) goTo(line);
}

let isSaved = true;
text.addEventListener("input", () => {
  isSaved = false;
  number();
});
text.form.addEventListener("submit", () => {
  isSaved = true;
});
addEventListener("beforeunload", (event) => {
  if (!isSaved) event.preventDefault();
});
addEventListener("hashchange", goToAddressed);
text.addEventListener("scroll", follow, { passive: true });
file.addEventListener("change", () => file.files.length && file.form.requestSubmit());
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-line]");
  if (!link) return;
  event.preventDefault();
  goTo(Number(link.dataset.line));
});
number();
goToAddressed();
