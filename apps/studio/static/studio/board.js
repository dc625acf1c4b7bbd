/** The board: keeps its tiles current while something is made, plays them, moves by keys. */
import { screen } from "studio/screening";
import { setUpTakes } from "studio/takes";

const LOOK_AGAIN_MS = 1000;

class ShotBoard extends HTMLElement {
  connectedCallback() {
    this.body = this.querySelector("#board-body");
    this.takes = setUpTakes(this.querySelector("#takes"), this.dataset, () => this.refresh());
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("pointerover", (event) => this.preview(event.target.closest?.(".shot")));
    this.addEventListener("pointerout", (event) => {
      if (!event.relatedTarget?.closest?.(".shot")) this.preview(null);
    });
    this.onKey = (event) => this.key(event);
    document.addEventListener("keydown", this.onKey);
    this.addEventListener("focusin", () => this.light(this.focused));
    this.addEventListener("pointerover", (event) => this.light(event.target.closest?.(".shot") ?? this.focused));
    this.wait();
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKey);
    clearTimeout(this.timer);
  }

  wait() {
    clearTimeout(this.timer);
    const isWorking = this.querySelector("[data-status]").dataset.working === "yes";
    const isMaking = this.querySelector(".shot-rendering, .shot-waiting");
    if (isWorking || isMaking) this.timer = setTimeout(() => this.refresh(), LOOK_AGAIN_MS);
  }

  async refresh() {
    try {
      const answer = await fetch(this.dataset.url, { credentials: "same-origin" });
      // Signed out meanwhile, the answer is another page.
      if (answer.ok && !answer.redirected) this.adopt(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // The network is away; what is on the board stays, and the next look may find it back.
    }
    this.wait();
  }

  /** Replaces only what changed, so that focus, hover and scroll stay where they are. */
  adopt(fresh) {
    const names = (root) => [...root.querySelectorAll("[data-tile]")].map((t) => t.dataset.tile);
    if (names(fresh).join() !== names(this.body).join()) {
      this.body.replaceChildren(...fresh.body.childNodes);
      return;
    }
    this.body.querySelector("[data-status]").replaceWith(fresh.querySelector("[data-status]"));
    for (const part of fresh.querySelectorAll("[data-part]")) {
      const old = this.body.querySelector(`[data-part="${part.dataset.part}"]`);
      // Not on every look: a notice would be read aloud again, and ghosts would start anew.
      if (old.innerHTML !== part.innerHTML) old.replaceWith(part);
    }
    for (const tile of fresh.querySelectorAll("[data-tile]")) {
      const old = this.body.querySelector(`[data-tile="${tile.dataset.tile}"]`);
      if (old.dataset.version === tile.dataset.version) continue;
      const hadFocus = old.contains(document.activeElement);
      old.replaceWith(tile);
      if (hadFocus) tile.querySelector(".shot").focus({ preventScroll: true });
    }
  }

  get shots() {
    return [...this.querySelectorAll(".shot")];
  }

  get focused() {
    return document.activeElement?.closest?.(".shot") ?? null;
  }

  clicked(event) {
    const shot = event.target.closest(".shot");
    if (shot) this.takes.open(shot);
    if (event.target.closest("[data-plays]")) this.playFrom(this.shots[0]);
    const part = event.target.closest("[data-reel]");
    if (part) this.goTo(this.querySelector(`[data-shot="${part.dataset.reel}"]`));
  }

  preview(shot) {
    if (shot === this.previewing) return;
    this.player?.remove();
    this.previewing = shot;
    if (!shot?.dataset.video) return;
    this.player = Object.assign(document.createElement("video"), {
      src: shot.dataset.video,
      muted: true,
      loop: true,
      playsInline: true,
      autoplay: true,
    });
    shot.querySelector("img")?.after(this.player);
  }

  playFrom(first) {
    const shots = this.shots;
    const reel = shots.slice(Math.max(0, shots.indexOf(first))).filter((s) => s.dataset.video);
    if (reel.length) screen(this.querySelector("#screening"), reel);
  }

  goTo(shot) {
    shot?.focus({ preventScroll: true });
    shot?.closest(".cell").scrollIntoView({ block: "nearest" });
  }

  move(step) {
    const shots = this.shots;
    this.goTo(shots[Math.min(shots.length - 1, Math.max(0, shots.indexOf(this.focused) + step))]);
  }

  /** The part of the reel that belongs to the shot in hand is lit. */
  light(shot) {
    for (const part of this.querySelectorAll("[data-reel]")) {
      part.classList.toggle("reel-lit", part.dataset.reel === shot?.dataset.shot);
    }
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, dialog")) return;
    const deeds = {
      j: () => this.move(1),
      ArrowRight: () => this.move(1),
      k: () => this.move(-1),
      ArrowLeft: () => this.move(-1),
      p: () => this.playFrom(this.focused ?? this.shots[0]),
      e: () => this.focused?.closest(".cell").querySelector("[data-edits]")?.click(),
      r: () => this.focused && this.takes.open(this.focused).then(() => this.takes.retake()),
      " ": () => this.focused && this.preview(this.previewing === this.focused ? null : this.focused),
    };
    const deed = deeds[event.key];
    if (!deed) return;
    if (event.key === " " && !this.focused) return;
    event.preventDefault();
    deed();
  }
}

customElements.define("shot-board", ShotBoard);
