/** Says something in passing; screen readers hear it too. */
const STAYS_MS = 3200;
const notes = document.getElementById("toasts");

export function toast(text) {
  const note = document.createElement("p");
  note.className = "toast";
  note.textContent = text;
  // Beside an open sheet it would be dimmed, on a phone covered, and read to nobody.
  const place = document.querySelector("dialog:modal") ?? document.body;
  if (notes.parentElement !== place) place.append(notes);
  notes.append(note);
  setTimeout(() => note.remove(), STAYS_MS);
}
