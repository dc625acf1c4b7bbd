/** Says something in passing; screen readers hear it too. */
const STAYS_MS = 3200;

export function toast(text) {
  const note = document.createElement("p");
  note.className = "toast";
  note.textContent = text;
  document.getElementById("toasts").append(note);
  setTimeout(() => note.remove(), STAYS_MS);
}
