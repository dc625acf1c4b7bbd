/** The take room: a sheet with all takes of one shot, to pick, re-take and reject. */
import { toast } from "core/toast";
import { setUpPrompts } from "studio/prompts";

const LOOK_AGAIN_MS = 1000;

/** `dialog` holds the sheet; `settings` has the csrf token and what to say; `changed` hears news. */
export function setUpTakes(dialog, settings, changed) {
  const room = dialog.querySelector("[data-takes]");
  let timer = 0;
  setUpPrompts(room, settings);

  /** While somebody types a reason or watches a take, what changed elsewhere can wait. */
  const isBusy = () =>
    room.querySelector("[data-rejects]:not([hidden]), [data-prompts][open]") ||
    [...room.querySelectorAll("video")].some((video) => !video.paused);

  async function show(answer) {
    const held = document.activeElement?.closest?.("[data-take]")?.dataset.take;
    room.innerHTML = await answer.text();
    // Keys are heard where the focus is, so it never falls out of the room.
    (room.querySelector(`[data-take="${held}"] button`) ?? room).focus();
    follow();
    changed();
  }

  /** Looks again as long as a take is being made. */
  function follow() {
    clearTimeout(timer);
    const waiting = room.querySelector("[data-waits]");
    if (waiting && dialog.open) timer = setTimeout(() => lookAgain(waiting), LOOK_AGAIN_MS);
  }

  async function lookAgain(waiting) {
    if (isBusy()) {
      follow();
      return;
    }
    await ask(waiting.dataset.waits);
  }

  async function ask(url, options = {}) {
    try {
      const answer = await fetch(url, { credentials: "same-origin", ...options });
      const isRoom = answer.ok || answer.status === 400;
      if (isRoom) await show(answer);
      else toast(settings.refused);
      return answer.ok;
    } catch {
      toast(settings.refused); // the network is away
      return false;
    }
  }

  function post(url, fields = {}) {
    const body = new URLSearchParams(fields);
    return ask(url, { method: "POST", headers: { "X-CSRFToken": settings.csrf }, body });
  }

  async function retake() {
    const button = room.querySelector("[data-retakes]");
    if (button && (await post(button.dataset.posts))) toast(settings.asked);
  }

  async function open(shot) {
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
    else if (on("[data-posts]")) post(on("[data-posts]").dataset.posts);
    else if (on("[data-asks]")) askReason(on("[data-asks]"));
    else if (on("[data-together]")) playTogether();
    else if (on("[data-reason]")) on("form").elements.reason.value = on("[data-reason]").dataset.reason;
  });
  dialog.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-rejects]")) return;
    event.preventDefault();
    post(event.target.action, { reason: event.target.elements.reason.value });
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
