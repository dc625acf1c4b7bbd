/** The take room: a sheet with all takes of one shot, to pick, re-take and reject. */
import { toast } from "core/toast";

const LOOK_AGAIN_MS = 1000;

/** `dialog` holds the sheet; `settings` has csrf and the question for a reason. */
export function setUpTakes(dialog, settings, changed) {
  const room = dialog.querySelector("[data-takes]");
  let timer = 0;

  async function show(answer) {
    room.innerHTML = await answer.text();
    clearTimeout(timer);
    const waiting = room.querySelector("[data-waits]");
    if (waiting && dialog.open) {
      timer = setTimeout(async () => show(await fetch(waiting.dataset.waits)), LOOK_AGAIN_MS);
    } else {
      changed();
    }
  }

  async function post(url, fields = {}) {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "X-CSRFToken": settings.csrf },
      body: new URLSearchParams(fields),
    });
    if (answer.ok) await show(answer);
    else toast(`${answer.status} ${answer.statusText}`);
  }

  async function open(shot) {
    if (!dialog.open) dialog.showModal();
    await show(await fetch(shot.dataset.url));
    dialog.addEventListener("close", () => shot.isConnected && shot.focus(), { once: true });
  }

  function press(button) {
    if (!button) return;
    if (!("asks" in button.dataset)) {
      post(button.dataset.posts);
      return;
    }
    const reason = window.prompt(settings.reason);
    if (reason) post(button.dataset.posts, { reason });
  }

  dialog.addEventListener("click", (event) => press(event.target.closest("[data-posts]")));
  dialog.addEventListener("close", () => {
    clearTimeout(timer);
    for (const video of room.querySelectorAll("video")) video.pause();
    changed();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("video")) return;
    const take = room.querySelectorAll("[data-take]")[Number(event.key) - 1];
    if (take) press(take.querySelector("[data-picks]"));
    if (event.key === "r") press(room.querySelector("[data-retakes]"));
    if (event.key === "x") press(document.activeElement?.closest("[data-take]")?.querySelector("[data-asks]"));
  });

  return { open, retake: () => press(room.querySelector("[data-retakes]")) };
}
