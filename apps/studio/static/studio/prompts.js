/** The prompt panel of the take room: fetched when it is opened, kept when it is sent. */
import { toast } from "core/toast";

/**
 * `room` holds the take room; `settings` has the csrf token and what to say when refused. Gives what
 * keeps words that were typed and not sent; false where they were refused.
 */
export function setUpPrompts(room, settings) {
  async function ask(panel, url, options = {}) {
    const body = panel.querySelector("[data-prompts-body]");
    try {
      const answer = await fetch(url, { credentials: "same-origin", ...options });
      const isPanel = answer.ok || answer.status === 400;
      if (isPanel) body.innerHTML = await answer.text();
      else toast(settings.refused);
      return answer.ok;
    } catch {
      toast(settings.refused); // the network is away
      return false;
    }
  }

  function send(form) {
    const body = new URLSearchParams(new FormData(form));
    const headers = { "X-CSRFToken": settings.csrf };
    return ask(form.closest("[data-prompts]"), form.action, { method: "POST", headers, body });
  }

  // A toggle does not bubble.
  room.addEventListener(
    "toggle",
    ({ target }) => {
      if (target.matches("[data-prompts]") && target.open) ask(target, target.dataset.prompts);
    },
    true,
  );
  room.addEventListener("click", (event) => {
    const button = event.target.closest("[data-resets]");
    if (!button) return;
    const field = document.getElementById(button.dataset.resets);
    field.value = field.dataset.composed;
    field.form.requestSubmit();
  });
  room.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-writes]")) return;
    event.preventDefault();
    send(event.target);
  });

  return async () => {
    const form = room.querySelector("[data-writes]");
    const isTyped = form && [...form.querySelectorAll("textarea")].some((one) => one.value !== one.defaultValue);
    return isTyped ? send(form) : true;
  };
}
