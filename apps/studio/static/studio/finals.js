/** An empty field of steps means the chosen model's own: it says how many those are. */

const steps = document.querySelector("[name=steps]");

document.querySelector(".finals")?.addEventListener("change", ({ target }) => {
  if (target.name === "video") steps.placeholder = target.dataset.steps ?? "";
});
