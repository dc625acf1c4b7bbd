/** Two films of one row play in step, again and again; at most one of them is heard. */

const APART_S = 0.08; // what nobody notices between two pictures

export class Versus {
  /** `heard` is the place of the film with sound, or -1. */
  constructor(row, heard) {
    this.row = row;
    this.videos = [...row.querySelectorAll("video")];
    this.lead = this.videos.at(-1);
    this.button = row.querySelector("[data-plays]");
    this.seeker = row.querySelector("[data-seeks]");
    this.hear(heard);
    this.lead.ontimeupdate = () => this.keepInStep();
    for (const video of this.videos) video.onended = () => this.again();
  }

  get isPlaying() {
    return this.button.getAttribute("aria-pressed") === "true";
  }

  play() {
    this.button.setAttribute("aria-pressed", "true");
    // Leaving in the middle of starting is no error.
    for (const video of this.videos) video.play().catch(() => {});
  }

  pause() {
    this.button.setAttribute("aria-pressed", "false");
    for (const video of this.videos) video.pause();
  }

  toggle() {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  hear(place) {
    const speakers = this.row.querySelectorAll("[data-sounds]");
    for (const [index, video] of this.videos.entries()) {
      video.muted = index !== place;
      speakers[index].setAttribute("aria-pressed", String(index === place));
    }
  }

  seek(seconds) {
    for (const video of this.videos) {
      if (video.preload === "none") video.preload = "auto"; // there is a picture to look at
      video.currentTime = seconds;
    }
  }

  keepInStep() {
    this.seeker.value = this.lead.currentTime;
    for (const video of this.videos) {
      const isBehind = Math.abs(video.currentTime - this.lead.currentTime) > APART_S;
      if (video !== this.lead && isBehind && !video.ended) video.currentTime = this.lead.currentTime;
    }
  }

  /** The shorter one waits at its end for the longer one. */
  again() {
    if (!this.isPlaying || !this.videos.every((video) => video.ended)) return;
    this.seek(0);
    this.play();
  }
}
