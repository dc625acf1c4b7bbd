/** Keeps the rows of the queue current while something waits or runs. */

const LOOK_AGAIN_MS = 1500;

class LiveRows extends HTMLElement {
  connectedCallback() {
    this.wait();
  }

  wait() {
    setTimeout(() => this.refresh(), this.querySelector("[data-active]") ? LOOK_AGAIN_MS : 6000);
  }

  async refresh() {
    if (!this.isConnected) return;
    try {
      const answer = await fetch(`${this.dataset.url}?part`, { credentials: "same-origin" });
      if (answer.ok && !this.contains(document.activeElement)) this.innerHTML = await answer.text();
    } catch {
      // The network is away; the rows stay as they were seen last.
    }
    this.wait();
  }
}

customElements.define("live-rows", LiveRows);
