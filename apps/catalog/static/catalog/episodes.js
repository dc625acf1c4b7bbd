/** Shows in every list of episodes what was watched and which one is on. */
export function markEpisodes(watched, current) {
  for (const link of document.querySelectorAll(".episode")) {
    const number = Number(link.dataset.number);
    link.toggleAttribute("data-watched", watched.includes(number));
    link.querySelector(".episode-seen").hidden = !watched.includes(number);
    if (number === current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}
