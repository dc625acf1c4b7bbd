/** Follows the pictures that are being made, and shows them when they are there. */

const LOOK_AGAIN_MS = 1500;

class SheetProgress extends HTMLElement {
  connectedCallback() {
    this.wait();
  }

  wait() {
    if (this.querySelector("[data-active]")) setTimeout(() => this.refresh(), LOOK_AGAIN_MS);
  }

  async refresh() {
    if (!this.isConnected) return;
    try {
      const answer = await fetch(`${this.dataset.url}?part`, { credentials: "same-origin" });
      if (answer.ok) this.innerHTML = await answer.text();
      if (answer.ok && !this.querySelector("[data-active], [role=alert]")) {
        location.reload(); // the pictures are there; the browser keeps the place on the page
        return;
      }
    } catch {
      // The network is away; the bar stays as it was seen last.
      setTimeout(() => this.refresh(), LOOK_AGAIN_MS);
      return;
    }
    this.wait();
  }
}

customElements.define("sheet-progress", SheetProgress);
