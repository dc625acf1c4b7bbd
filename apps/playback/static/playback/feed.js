/** <drama-feed>: plays the hook that is in view. Three <video> elements wander between the cards:
    phones allow only a few, and one that was touched once may play with sound for good. */
import { Captions } from "playback/captions";
import { load } from "playback/source";
import { keepPlace, markWatched } from "playback/place";
import { recall } from "core/store";

const POOL = 3;

class DramaFeed extends HTMLElement {
  connectedCallback() {
    this.pool = Array.from({ length: POOL }, newVideo);
    this.muted = true;
    this.captionsOn = recall("captions", "on") !== "off";
    this.eyes = new IntersectionObserver((seen) => this.look(seen), { root: this, threshold: 0.6 });
    this.enrol(this.querySelectorAll(".hook"));
    this.addEventListener("click", (event) => this.click(event));
    addEventListener("keydown", (event) => this.key(event));
    addEventListener("online", () => this.current && this.comeBack());
    document.addEventListener("visibilitychange", () => this.follow());
  }

  enrol(hooks) {
    for (const hook of hooks) {
      hook.playable = JSON.parse(hook.dataset.playable);
      this.eyes.observe(hook);
    }
    this.hooks = [...this.querySelectorAll(".hook")];
    this.showChoices();
  }

  look(seen) {
    const hook = seen.findLast((entry) => entry.isIntersecting)?.target;
    if (!hook || hook === this.current) return;
    this.leave();
    this.current = hook;
    this.video = this.videoFor(hook);
    this.readyNext();
    this.start();
    if (this.hooks.indexOf(hook) >= this.hooks.length - 3) this.more();
  }

  /** A film that broke off with the connection goes on where it was. */
  comeBack() {
    if (this.current.contains(this.video)) return;
    const at = this.video.currentTime;
    this.video = this.videoFor(this.current);
    this.video.addEventListener("loadedmetadata", () => (this.video.currentTime = at), { once: true });
    this.start();
  }

  leave() {
    if (!this.current) return;
    this.video.pause();
    delete this.current.dataset.paused;
    this.current.querySelector(".hook-end").hidden = true;
  }

  start() {
    const { video, current } = this;
    video.muted = this.muted;
    video.preload = "auto";
    this.captions ??= new Captions(null, document.documentElement.lang);
    this.captions.element?.replaceChildren();
    this.captions.element = current.querySelector(".captions");
    this.captions.attach(video);
    video.play().catch(() => (current.dataset.paused = ""));
  }

  /** The card's own video: the one it has, else the one farthest from view. */
  videoFor(hook) {
    const own = hook.querySelector("video");
    if (own) return own;
    const place = this.hooks.indexOf(hook);
    const distance = (video) => {
      const holder = video.closest(".hook");
      return holder ? Math.abs(this.hooks.indexOf(holder) - place) : Infinity;
    };
    const [video] = [...this.pool].sort((a, b) => distance(b) - distance(a));
    load(video, hook.playable, { choice: recall("quality", "auto"), preload: "metadata" });
    hook.querySelector(".hook-still").after(video);
    this.bind(video, hook);
    return video;
  }

  bind(video, hook) {
    const bar = hook.querySelector(".hook-progress");
    video.ontimeupdate = () => (bar.value = video.currentTime / (video.duration || 1));
    video.onplaying = () => delete hook.dataset.paused;
    video.onpause = () => video === this.video && !video.ended && (hook.dataset.paused = "");
    video.onended = () => this.end(hook);
    video.onerror = () => video.remove(); // the poster stays; the series' page says more
  }

  end(hook) {
    markWatched(hook.playable);
    const { next } = hook.playable;
    if (!next) return this.video.play(); // a single hook begins again
    keepPlace({ ...hook.playable, number: next.number }, 0);
    hook.querySelector(".hook-end").hidden = false;
  }

  readyNext() {
    const next = this.hooks[this.hooks.indexOf(this.current) + 1];
    if (next) this.videoFor(next);
  }

  async more() {
    const url = this.hooks.at(-1).dataset.more;
    if (!url || this.asking) return;
    this.asking = true;
    const answer = await fetch(url, { headers: { "X-Part": "cards" } }).catch(() => null);
    this.asking = false;
    if (!answer?.ok) return; // asked again at the next swipe
    delete this.hooks.at(-1).dataset.more;
    const box = document.createElement("template");
    box.innerHTML = await answer.text();
    const fresh = [...box.content.querySelectorAll(".hook")];
    this.append(...fresh);
    this.enrol(fresh);
  }

  // --- what viewers do -----------------------------------------------------------------------------------

  click(event) {
    const action = event.target.closest("[data-do]")?.dataset.do;
    if (action === "tap") this.tap();
    if (action === "mute") this.mute(!this.muted);
    if (action === "captions") this.switchCaptions();
    if (action === "again") this.again();
  }

  /** The first tap gives sound, later ones pause. */
  tap() {
    if (this.muted && !this.video.paused) this.mute(false);
    else if (this.video.paused) this.video.play();
    else this.video.pause();
  }

  mute(muted) {
    this.muted = muted;
    for (const video of this.pool) video.muted = muted;
    if (this.video.paused && !muted) this.video.play();
    this.showChoices();
  }

  switchCaptions() {
    this.captions.toggle();
    this.captionsOn = this.captions.track !== null;
    this.showChoices();
  }

  again() {
    this.current.querySelector(".hook-end").hidden = true;
    this.video.play();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const presses = event.key === " " && document.activeElement?.matches("button, a");
    const keys = {
      ArrowDown: () => this.go(1),
      ArrowUp: () => this.go(-1),
      " ": () => (this.video.paused ? this.video.play() : this.video.pause()),
      m: () => this.mute(!this.muted),
      c: () => this.switchCaptions(),
    };
    if (!keys[event.key] || presses || !this.video) return;
    event.preventDefault();
    keys[event.key]();
  }

  go(by) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const hook = this.hooks[this.hooks.indexOf(this.current) + by];
    hook?.scrollIntoView({ behavior: calm ? "instant" : "smooth" });
  }

  follow() {
    if (!this.video) return;
    if (document.hidden) this.video.pause();
    else this.video.play().catch(() => {}); // some browsers want a tap after coming back
  }

  showChoices() {
    for (const button of this.querySelectorAll(".rail [data-do=mute]")) button.dataset.state = this.muted ? "on" : "off";
    for (const button of this.querySelectorAll(".rail [data-do=captions]")) {
      button.dataset.state = this.captionsOn ? "on" : "off";
      button.setAttribute("aria-label", this.captionsOn ? button.dataset.on : button.dataset.off);
    }
  }
}

function newVideo() {
  const video = Object.assign(document.createElement("video"), { muted: true, playsInline: true });
  video.setAttribute("aria-hidden", "true");
  return video;
}

customElements.define("drama-feed", DramaFeed);
