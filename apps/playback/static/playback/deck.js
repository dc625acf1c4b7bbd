/** Two <video> elements, one upon the other: the upper plays, the lower holds the next episode with its
    first frame drawn. They swap places, because phones let an element play with sound only after it was
    touched once. */
import { load } from "playback/source";

const SLIDE_MS = 240;
const AHEAD_S = 15; // so much of this episode must be there before the next one may load fully

export class Deck {
  constructor([current, spare]) {
    this.current = current;
    this.spare = spare;
    this.held = null;
    current.controls = false;
    addEventListener("pointerup", () => this.held && spare.readyState < 3 && spare.load(), { once: true });
  }

  /** Listens to whichever element is playing. */
  on(type, listener) {
    for (const video of [this.current, this.spare]) {
      video.addEventListener(type, () => video === this.current && listener());
    }
  }

  show(playable, choice, at) {
    load(this.current, playable, { choice, at, preload: "auto" });
  }

  hold(playable, choice) {
    this.held = playable;
    new Image().src = playable.still; // there if the film is not, when its turn comes
    load(this.spare, playable, { choice, preload: "metadata" });
  }

  release() {
    this.held = null;
    this.spare.removeAttribute("src");
    this.spare.load();
  }

  /** Lets the next episode load fully once this one cannot run dry. */
  hurry() {
    if (!this.held || this.spare.preload === "auto") return;
    const { current } = this;
    if (bufferedTo(current) - current.currentTime >= AHEAD_S || bufferedTo(current) >= current.duration - 0.5) {
      this.spare.preload = "auto";
    }
  }

  /** The held episode takes the stage. */
  advance() {
    const { current, spare } = this;
    [spare.muted, spare.playbackRate] = [current.muted, current.playbackRate];
    spare.play().catch(() => {}); // the player asks again, and silently where it must
    spare.inert = false;
    current.inert = true;
    current.pause();
    [this.current, this.spare, this.held] = [spare, current, null];
    slide(current, "none", "translateY(-100%)");
    slide(spare, "translateY(100%)", "none");
  }
}

function slide(video, from, to) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  video.animate([{ transform: from }, { transform: to }], { duration: SLIDE_MS, easing: "cubic-bezier(0.2, 0.7, 0.2, 1)" });
}

export function bufferedTo(video) {
  const { buffered, currentTime } = video;
  for (let i = 0; i < buffered.length; i += 1) {
    if (buffered.start(i) <= currentTime + 0.1 && buffered.end(i) >= currentTime) return buffered.end(i);
  }
  return currentTime;
}
