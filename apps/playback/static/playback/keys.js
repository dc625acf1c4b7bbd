/** The player's keys; letters typed with a modifier, or into a field, are not ours. */
export function setUpKeys(act) {
  const keys = {
    " ": act.toggle,
    k: act.toggle,
    ArrowLeft: () => act.seek(-5),
    ArrowRight: () => act.seek(5),
    ArrowDown: () => act.step(1),
    ArrowUp: () => act.step(-1),
    n: () => act.step(1),
    c: act.captions,
    m: act.mute,
    f: act.full,
    "?": act.help,
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const focus = document.activeElement;
    const presses = event.key === " " && focus?.matches("button, a");
    const slides = event.key.startsWith("Arrow") && focus?.matches("input[type=range]");
    const action = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action || presses || slides) return;
    event.preventDefault();
    action();
  });
}
