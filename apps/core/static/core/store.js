/** What this browser remembers: choices and where one stopped. Works without storage too. */
const PREFIX = "dramabox.";
const session = new Map();

export function recall(key, otherwise) {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch {
    return session.has(key) ? session.get(key) : otherwise; // storage is off, e.g. private windows
  }
}

export function remember(key, value) {
  session.set(key, value);
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    return; // full or forbidden: this page still knows
  }
}
