/** The take room: a sheet with all takes of one shot, to pick, re-take and reject. */
import { toast } from "core/toast";
import { setUpPrompts } from "studio/prompts";
import { adoptRoom, adoptWaits, markStrip } from "studio/room";

const LOOK_AGAIN_MS = 1000;

/** `dialog` holds the sheet; `settings` has the csrf token and what to say; `changed` hears news. */
export function setUpTakes(dialog, settings, changed) {
  const room = dialog.querySelector("[data-takes]");
  let timer = 0;
  const keepWords = setUpPrompts(room, settings);
  room.addEventListener("load", markStrip, true); // of pictures; it does not bubble

  /** Looks again as long as a take is being made. */
  function follow() {
    clearTimeout(timer);
    if (dialog.open && room.querySelector("[data-waits]")) timer = setTimeout(lookAgain, LOOK_AGAIN_MS);
  }

  /** The room itself is asked for only when more than how far the take is has changed. */
  async function lookAgain() {
    const waiting = room.querySelector("[data-waits]");
    try {
      const answer = await fetch(`${waiting.dataset.waits}?part`, { credentials: "same-origin" });
      // Signed out meanwhile, the answer is another page.
      if (answer.ok && !answer.redirected) {
        const fresh = await parsed(answer);
        if (!waiting.isConnected) return; // the room is another one by now
        const isNews = !(await adoptWaits(waiting, fresh.querySelector("[data-waits]")));
        if (isNews) await ask(waiting.dataset.waits);
      }
    } catch {
      // The network is away; the next look may find it back.
    }
    follow();
  }

  async function ask(url, options = {}) {
    try {
      const answer = await fetch(url, { credentials: "same-origin", ...options });
      const isRoom = (answer.ok && !answer.redirected) || [400, 409].includes(answer.status);
      if (isRoom) adopt(await parsed(answer));
      else toast(settings.refused);
      return isRoom && answer.ok;
    } catch {
      toast(settings.refused); // the network is away
      return false;
    }
  }

  function adopt(fresh) {
    adoptRoom(room, fresh);
    // Keys are heard where the focus is, so it never falls out of the room.
    if (!dialog.contains(document.activeElement)) room.focus({ preventScroll: true });
    follow();
    changed();
  }

  async function post(url, { fields = {}, says = "" } = {}) {
    const body = new URLSearchParams(fields);
    const isDone = await ask(url, { method: "POST", headers: { "X-CSRFToken": settings.csrf }, body });
    if (isDone && says) toast(says);
  }

  function retake() {
    const button = room.querySelector("[data-retakes]");
    if (button) return post(button.dataset.posts, { says: settings.asked });
  }

  /** What the room shows of the shot. */
  const seen = () => room.querySelector("[name=seen]").value;

  /** What somebody else picked since the room was drawn is told, not replaced. */
  function pick(button) {
    const fields = { seen: seen() };
    if (button.dataset.rejected) fields.rejected = button.dataset.rejected;
    return post(button.dataset.posts, { fields });
  }

  /** By the words that stand there, also where nobody has kept them yet. */
  async function makeFinal(button) {
    if (await keepWords()) await post(button.dataset.posts, { says: button.dataset.says });
  }

  async function open(shot) {
    room.replaceChildren(); // of the shot before
    if (!dialog.open) dialog.showModal();
    // By then the board may have drawn the tile anew.
    const back = () => document.querySelector(`[data-shot="${shot.dataset.shot}"]`)?.focus();
    dialog.addEventListener("close", back, { once: true });
    await ask(shot.dataset.url);
  }

  function askReason(button) {
    if (!button) return;
    const form = document.getElementById(button.dataset.asks);
    form.hidden = !form.hidden;
    button.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) form.elements.reason.focus();
  }

  function playTogether() {
    for (const [index, video] of room.querySelectorAll("video").entries()) {
      video.currentTime = 0;
      video.muted = index > 0; // one voice is enough
      video.play();
    }
  }

  dialog.addEventListener("click", (event) => {
    const on = (selector) => event.target.closest(selector);
    if (on("[data-retakes]")) retake();
    else if (on("[data-finals]")) makeFinal(on("[data-finals]"));
    else if (on("[data-picks]")) pick(on("[data-picks]"));
    else if (on("[data-posts]")) post(on("[data-posts]").dataset.posts, { says: on("[data-posts]").dataset.says });
    else if (on("[data-asks]")) askReason(on("[data-asks]"));
    else if (on("[data-together]")) playTogether();
    else if (on("[data-reason]")) on("form").elements.reason.value = on("[data-reason]").dataset.reason;
  });
  dialog.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-rejects]")) return;
    event.preventDefault();
    post(event.target.action, { fields: { reason: event.target.elements.reason.value, seen: seen() } });
  });
  dialog.addEventListener("close", () => {
    clearTimeout(timer);
    for (const video of room.querySelectorAll("video")) video.pause();
    changed();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("video, input, textarea")) return;
    const take = room.querySelectorAll("[data-take]")[Number(event.key) - 1];
    if (take) take.querySelector("[data-picks]")?.click();
    if (event.key === "r") retake();
    if (event.key === "p") playTogether();
    if (event.key === "x") {
      event.preventDefault(); // the letter is not part of the reason
      const held = document.activeElement?.closest("[data-take]");
      askReason((held ?? room.querySelector(".take-circled"))?.querySelector("[data-asks]"));
    }
  });

  return { open, retake };
}

async function parsed(answer) {
  return new DOMParser().parseFromString(await answer.text(), "text/html").body;
}
