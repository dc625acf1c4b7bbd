/** Marks what this browser has watched and turns "watch" into "go on". */
import { markEpisodes } from "catalog/episodes";
import { recall } from "core/store";

const button = document.getElementById("go-on");
if (button) {
  const { last, watched = [] } = recall(`series.${button.dataset.series}`, {});
  markEpisodes(watched, null);
  const link = last && document.querySelector(`.episode[data-number="${last}"]`);
  if (link) {
    button.href = link.href;
    button.querySelector("span").textContent = button.dataset.label.replace("{number}", last);
  }
}
