/** Marks what this browser has watched and turns "watch" into "go on". */
import { recall } from "core/store";

const button = document.getElementById("go-on");
if (button) {
  const { last, watched = [] } = recall(`series.${button.dataset.series}`, {});
  for (const link of document.querySelectorAll(".episode")) {
    const number = Number(link.dataset.number);
    if (watched.includes(number)) link.dataset.watched = "";
    if (number === last) {
      button.href = link.href;
      button.querySelector("span").textContent = button.dataset.label.replace("{number}", last);
    }
  }
}
