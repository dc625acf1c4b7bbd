/** The card at the end: counts down into the next episode, and can be stopped. */
const COUNTS_S = 6;

export class EndCard {
  constructor(stage, onNext) {
    this.card = stage.querySelector(".endcard");
    this.finale = stage.querySelector(".finale");
    this.ring = this.card.querySelector(".ring");
    this.onNext = onNext;
    this.frame = 0;
  }

  show(next) {
    if (!next) {
      this.finale.hidden = false;
      this.finale.querySelector("a").focus();
      return;
    }
    this.card.querySelector("img").src = next.still;
    this.card.querySelector("[data-show=next-number]").textContent = next.number;
    this.card.querySelector("[data-show=next-title]").textContent = next.title;
    this.card.hidden = false;
    this.card.querySelector("[data-do=next]").focus();
    this.count(0, performance.now());
  }

  /** `gone`: the share that has passed; it waits while a sheet is open. */
  count(gone, since) {
    const now = performance.now();
    const passed = document.querySelector("dialog[open]") ? 0 : (now - since) / 1000 / COUNTS_S;
    const share = Math.min(1, gone + passed);
    this.ring.style.setProperty("--share", share);
    if (share === 1) this.onNext();
    else this.frame = requestAnimationFrame(() => this.count(share, now));
  }

  /** The countdown ends here; the card stays for as long as the viewer wants. */
  stop() {
    cancelAnimationFrame(this.frame);
    this.ring.style.setProperty("--share", 0);
  }

  hide() {
    this.stop();
    this.card.hidden = true;
    this.finale.hidden = true;
  }
}
