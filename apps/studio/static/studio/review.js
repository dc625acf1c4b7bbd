/** Review finals: moves from row to row, plays both takes, decides by keys, looks again. */
import { toast } from "core/toast";
import { adoptItems, adoptParts } from "studio/room";
import { setUpTakes } from "studio/takes";
import { Versus } from "studio/versus";

const LOOK_AGAIN_MS = 2000;
const UNHEARD = -1;

class FinalReview extends HTMLElement {
  connectedCallback() {
    this.body = this.querySelector("#review-body");
    this.heard = UNHEARD;
    this.takes = setUpTakes(this.querySelector("#takes"), this.dataset, () => this.refresh());
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("submit", (event) => this.submitted(event));
    this.addEventListener("input", (event) => this.sought(event.target));
    this.addEventListener("focusin", (event) => this.mark(event.target.closest("[data-row]")));
    this.onKey = (event) => this.key(event);
    document.addEventListener("keydown", this.onKey);
    this.mark(this.rows[0]);
    this.wait();
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKey);
    clearTimeout(this.timer);
  }

  get list() {
    return this.body.querySelector("[data-rows]");
  }

  get rows() {
    return [...this.list.children];
  }

  wait() {
    clearTimeout(this.timer);
    const isWorking = this.querySelector("[data-working]").dataset.working === "yes";
    if (isWorking) this.timer = setTimeout(() => this.refresh(), LOOK_AGAIN_MS);
  }

  async refresh() {
    await this.ask(this.dataset.url);
    this.wait();
  }

  /** Whether the answer is this page, which says itself what it did not do. */
  async ask(url, options = {}) {
    try {
      const answer = await fetch(url, { credentials: "same-origin", ...options });
      const isPage = (answer.ok || answer.status === 409) && !answer.redirected;
      if (isPage) this.adopt(new DOMParser().parseFromString(await answer.text(), "text/html").body);
      return isPage;
    } catch {
      return false; // the network is away
    }
  }

  /** The row after the one that was decided is next. */
  adopt(fresh) {
    const place = this.rows.indexOf(this.now);
    const isPlaying = this.versus?.isPlaying;
    const hadFocus = this.body.contains(document.activeElement);
    adoptParts(this.body, fresh);
    this.querySelector("[data-working]").dataset.working = fresh.querySelector("[data-working]").dataset.working;
    adoptItems(this.list, fresh.querySelector("[data-rows]"));
    if (!this.now?.isConnected) {
      const next = this.rows[Math.min(Math.max(place, 0), this.rows.length - 1)];
      this.mark(next);
      if (next && isPlaying) this.play(next);
    }
    if (hadFocus && !this.body.contains(document.activeElement)) {
      this.goTo(this.now ?? this.querySelector("[data-working]"));
    }
  }

  mark(row) {
    if (row === null || row === this.now) return; // the focus is elsewhere, or stays
    if (row && row.parentElement !== this.list) return; // looked at before
    this.versus?.pause();
    this.versus = null;
    this.now?.removeAttribute("aria-current");
    this.now = row;
    row?.setAttribute("aria-current", "true");
  }

  move(step) {
    const rows = this.rows;
    const isPlaying = this.versus?.isPlaying;
    const row = rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(this.now) + step))];
    this.goTo(row);
    if (isPlaying && row) this.play(row);
  }

  goTo(row) {
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }

  pairOf(row) {
    if (this.versus?.row !== row) {
      this.versus?.pause();
      this.versus = new Versus(row, this.heard);
    }
    return this.versus;
  }

  play(row) {
    this.pairOf(row).play();
  }

  hear(row, place) {
    this.heard = place;
    this.pairOf(row).hear(place);
  }

  sought(target) {
    if (target.matches("[data-seeks]")) this.pairOf(target.closest("[data-row]")).seek(Number(target.value));
  }

  clicked(event) {
    const row = event.target.closest("[data-row]");
    if (!row) return;
    const speaker = event.target.closest("[data-sounds]");
    if (speaker) {
      const place = [...row.querySelectorAll("[data-sounds]")].indexOf(speaker);
      const isHeard = speaker.getAttribute("aria-pressed") === "true";
      this.hear(row, isHeard ? UNHEARD : place);
    } else if (event.target.closest("[data-opens-takes]")) this.takes.open(event.target.closest("[data-shot]"));
    else if (event.target.closest("video, [data-plays]")) this.pairOf(row).toggle();
  }

  async submitted(event) {
    const form = event.target.closest("[data-decides]");
    if (!form) return;
    event.preventDefault();
    if (this.isDeciding) return; // twice pressed is once meant
    this.isDeciding = true;
    const url = new URL(form.action);
    url.search = "part";
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const there = new Set(this.rows.map((row) => row.dataset.row));
    const isDone = await this.ask(url, { method: "POST", body });
    this.goTo(this.rows.find((row) => !there.has(row.dataset.row))); // taken back
    const refusal = this.querySelector("[role=alert]");
    refusal?.scrollIntoView({ block: "center" });
    // The page shows what was done; who does not see it hears it.
    const done = event.submitter?.dataset.done ?? this.querySelector("[data-says]")?.textContent;
    this.querySelector("[data-heard]").textContent = (isDone && !refusal && done) || "";
    if (!isDone) toast(this.dataset.refused);
    this.isDeciding = false;
  }

  /** The new one, the one that is used now, none; then the new one again. */
  hearNext() {
    const last = this.now.querySelectorAll("video").length - 1;
    this.hear(this.now, this.heard === UNHEARD ? last : this.heard - 1);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("dialog, textarea, input:not([type=range])")) return;
    const isOnControl = event.target.closest("button, a, summary, input");
    const row = this.now;
    const deeds = {
      j: () => this.move(1),
      k: () => this.move(-1),
      u: () => this.querySelector("[data-undoes]")?.click(),
      m: () => row && this.hearNext(),
      1: () => row?.querySelector('[data-key="1"]')?.click(),
      2: () => row?.querySelector('[data-key="2"]')?.click(),
      " ": () => row && this.pairOf(row).toggle(),
      Enter: () => row?.querySelector("[data-opens-takes]").click(),
    };
    const deed = deeds[event.key];
    if (!deed || ([" ", "Enter"].includes(event.key) && isOnControl)) return;
    event.preventDefault();
    deed();
  }
}

customElements.define("final-review", FinalReview);
