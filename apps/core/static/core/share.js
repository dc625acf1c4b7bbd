/** <share-button data-url data-title data-copied>: the phone's own share sheet, else the clipboard. */
import { toast } from "core/toast";

class ShareButton extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", () => this.share());
  }

  async share() {
    const url = new URL(this.dataset.url, location.href).href;
    try {
      if (navigator.share) {
        await navigator.share({ title: this.dataset.title, url });
      } else {
        await navigator.clipboard.writeText(url);
        toast(this.dataset.copied);
      }
    } catch (error) {
      if (error.name === "AbortError") return; // the person closed the share sheet
      prompt(this.dataset.title, url); // the clipboard needs TLS; the address still must be reachable
    }
  }
}

customElements.define("share-button", ShareButton);
