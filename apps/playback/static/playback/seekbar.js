/** The position in the episode: shown, dragged, read out. */
import { bufferedTo } from "playback/deck";

export function clock(seconds) {
  const whole = Math.floor(seconds || 0);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export class SeekBar {
  constructor(input, tell, onSeek) {
    this.input = input;
    this.tell = tell;
    this.dragging = false;
    input.addEventListener("input", () => {
      this.dragging = true;
      this.paint(Number(input.value));
    });
    input.addEventListener("change", () => {
      this.dragging = false;
      onSeek(Number(input.value));
    });
  }

  show(video) {
    if (Number.isFinite(video.duration)) this.input.max = video.duration;
    this.input.style.setProperty("--buffered", bufferedTo(video) / (video.duration || 1));
    if (this.dragging) return;
    this.input.value = video.currentTime;
    this.paint(video.currentTime);
  }

  paint(at) {
    const { input } = this;
    input.style.setProperty("--played", at / (Number(input.max) || 1));
    input.setAttribute(
      "aria-valuetext",
      input.dataset.of.replace("{at}", clock(at)).replace("{all}", clock(Number(input.max))),
    );
    this.tell(clock(at));
  }
}
