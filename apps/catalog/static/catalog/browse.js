/** The shelf knows where one stopped. <hover-preview data-preview>: a poster comes alive under the mouse; touch and reduced motion keep the picture. */
import { recall } from "core/store";

const CALM_MS = 180; // a mouse passing by starts nothing

class HoverPreview extends HTMLElement {
  connectedCallback() {
    const mayMove = matchMedia("(hover: hover) and (prefers-reduced-motion: no-preference)").matches;
    if (!mayMove || !this.dataset.preview) return;
    this.addEventListener("pointerenter", () => {
      this.timer = setTimeout(() => this.play(), CALM_MS);
    });
    this.addEventListener("pointerleave", () => this.stop());
  }

  play() {
    const video = Object.assign(document.createElement("video"), {
      muted: true,
      loop: true,
      playsInline: true,
      src: this.dataset.preview,
    });
    video.setAttribute("aria-hidden", "true");
    this.querySelector("img").after(video);
    video.play().catch(() => video.remove()); // a preview that cannot play leaves the poster
    this.video = video;
  }

  stop() {
    clearTimeout(this.timer);
    this.video?.remove();
    this.video = null;
  }
}

customElements.define("hover-preview", HoverPreview);

/** Says on a poster which episode is next, in place of what is known by now. */
function goOn() {
  const words = document.getElementById("shelf").dataset.goOn;
  for (const link of document.querySelectorAll("#shelf [data-series]")) {
    const { last } = recall(`series.${link.dataset.series}`, {});
    const line = link.querySelector(".poster-go, .poster-line");
    if (last) line.textContent = words.replace("{number}", last);
  }
}

goOn();
document.addEventListener("htmx:afterSettle", goOn);
