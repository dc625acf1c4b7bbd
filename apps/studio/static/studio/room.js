/** What a room shows, brought up to date: only what changed is drawn anew, so that what is open,
 * typed, played and focused stays as it is. */

const CONTROLS = ["posts", "asks", "together", "closes"];
const TOKEN = /(?<=name="csrfmiddlewaretoken" value=")[^"]*/g;

/** Takes over all of a fresh room. */
export function adoptRoom(room, fresh) {
  const list = room.querySelector(".takes");
  if (!list) {
    room.replaceChildren(...fresh.childNodes);
    room.focus();
    return;
  }
  const held = focusIn(room);
  adoptParts(room, fresh);
  adoptItems(list, fresh.querySelector(".takes"));
  if (held && !room.contains(document.activeElement)) find(room, held)?.focus({ preventScroll: true });
}

/** Takes over how far a take is; false when the room has changed besides. */
export async function adoptWaits(waiting, fresh) {
  if (waiting.dataset.version !== fresh.dataset.version) return false;
  // Pictures are there before they are shown, or each look would flash.
  await Promise.all([...fresh.querySelectorAll("img")].map(loaded));
  adoptParts(waiting, fresh);
  return true;
}

/** A strip of pictures lies, a keyframe stands: they are framed differently. */
export function markStrip({ target }) {
  if (!target.matches?.("[data-preview]")) return;
  const isStrip = target.naturalWidth > target.naturalHeight;
  target.closest(".take-preview").classList.toggle("take-preview-strip", isStrip);
}

/** Also of a picture that is gone by now: the take may be whole. */
function loaded(picture) {
  const now = document.querySelector(`[data-waits] img[src="${CSS.escape(picture.getAttribute("src"))}"]`);
  if (now) return null;
  return picture.decode().then(
    () => markStrip({ target: picture }),
    () => null,
  );
}

/** Takes over the named parts of a page or of a take that is being made. */
export function adoptParts(old, fresh) {
  const parts = (root) => [...root.querySelectorAll("[data-part]")].filter((part) => isOf(part, root));
  const there = new Map(parts(old).map((part) => [part.dataset.part, part]));
  for (const part of parts(fresh)) {
    const before = there.get(part.dataset.part);
    // What is a status stays: drawn anew it would be read aloud again, or never.
    if (sense(before) !== sense(part)) before.replaceChildren(...part.childNodes);
  }
}

/** Of the room itself, not of the take in it that is being made. */
const isOf = (part, root) => !part.closest("[data-waits]") || root.matches("[data-waits]");

/** What a part says; how a picture is framed belongs to the picture, and a token says nothing. */
const sense = (part) => part.innerHTML.replace(" take-preview-strip", "").replace(TOKEN, "");

/** Takes over a list, each item only where its version is another one. */
export function adoptItems(list, fresh) {
  const name = (item) => item.dataset.take ?? item.dataset.row ?? "waits";
  const there = new Map([...list.children].map((item) => [name(item), item]));
  let last = null;
  for (const item of [...fresh.children]) {
    const before = there.get(name(item));
    there.delete(name(item));
    if (before && before.dataset.version === item.dataset.version) {
      if (before.matches("[data-waits]")) adoptParts(before, item);
      last = before;
      continue;
    }
    if (before) {
      carry(before, item);
      before.replaceWith(item);
    } else if (last) last.after(item);
    else list.prepend(item);
    last = item;
  }
  for (const gone of there.values()) gone.remove();
}

/** What a person has opened and typed in a take goes on in its fresh one. */
function carry(before, item) {
  for (const panel of before.querySelectorAll("details[open]")) {
    const same = item.querySelector(`[data-keeps="${panel.dataset.keeps}"]`);
    if (same) same.open = true;
  }
  const form = before.querySelector("[data-rejects]:not([hidden])");
  const same = form && item.querySelector("[data-rejects]");
  if (!same) return;
  same.hidden = false;
  same.elements.reason.value = form.elements.reason.value;
  item.querySelector("[data-asks]").setAttribute("aria-expanded", "true");
}

/** Which control of which take has the focus. */
function focusIn(room) {
  const held = document.activeElement;
  if (!room.contains(held) || held === room) return null;
  return { take: held.closest("[data-take]")?.dataset.take, control: selector(held) };
}

function selector(held) {
  if (held.matches("summary")) return `[data-keeps="${held.parentElement.dataset.keeps}"] > summary`;
  if (held.id) return `#${CSS.escape(held.id)}`;
  const name = CONTROLS.find((one) => one in held.dataset);
  return name ? `[data-${name}="${CSS.escape(held.dataset[name])}"]` : held.localName;
}

function find(room, { take, control }) {
  const item = take && room.querySelector(`[data-take="${take}"]`);
  return (item ?? room).querySelector(control) ?? item?.querySelector("button, summary");
}
