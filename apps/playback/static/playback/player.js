/** <drama-player>: one episode after the other, full height. */
import { markEpisodes } from "catalog/episodes";
import { Captions } from "playback/captions";
import { Choices } from "playback/choices";
import { Deck } from "playback/deck";
import { EndCard } from "playback/endcard";
import { setUpKeys } from "playback/keys";
import { keepPlace, markWatched, placeIn, watchedIn } from "playback/place";
import { SeekBar, clock } from "playback/seekbar";
import { announce } from "playback/session";
import { setUpTouch } from "playback/touch";
import { recall, remember } from "core/store";

const CHROME_STAYS_MS = 2600;
const SAVES_EVERY_S = 4;

class DramaPlayer extends HTMLElement {
  connectedCallback() {
    this.stage = this.querySelector(".stage");
    this.deck = new Deck(this.querySelectorAll("video"));
    this.captions = new Captions(this.querySelector(".captions"), document.documentElement.lang);
    this.seekBar = new SeekBar(this.querySelector(".seek-bar"), (time) => this.write("time", time), (at) => this.jump(at));
    this.endCard = new EndCard(this.stage, () => this.step(1));
    this.choices = new Choices(document.getElementById("settings"), (name, value) => this.choose(name, value));
    this.act = this.actions();
    this.listen();
    setUpKeys(this.act);
    setUpTouch(this.querySelector(".touch"), this.act);
    this.deck.current.muted = recall("muted", false);
    this.open(JSON.parse(document.getElementById("playable").textContent));
  }

  get video() {
    return this.deck.current;
  }

  write(name, text) {
    for (const place of this.stage.querySelectorAll(`[data-show=${name}]`)) place.textContent = text;
  }

  actions() {
    return {
      toggle: () => this.toggle(),
      seek: (by) => this.seek(by),
      step: (by) => this.step(by),
      fast: (on) => this.fast(on),
      mute: () => this.mute(!this.video.muted),
      captions: () => this.switchCaptions(),
      full: () => this.full(),
      help: () => document.getElementById("keys").showModal(),
      wake: () => this.wake(),
      hide: () => (this.stage.dataset.chrome = "off"),
      shown: () => this.stage.dataset.chrome === "on",
      play: () => this.toggle(),
      next: () => this.step(1),
      stay: () => this.endCard.stop(),
      again: () => this.jump(0),
      retry: () => this.again(),
    };
  }

  listen() {
    const { deck } = this;
    this.addEventListener("click", (event) => this.act[event.target.closest("[data-do]")?.dataset.do]?.());
    this.stage.addEventListener("focusin", () => this.wake());
    this.stage.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.wake());
    deck.on("play", () => this.showPlaying());
    deck.on("pause", () => this.showPlaying());
    deck.on("playing", () => (this.stage.dataset.started = ""));
    deck.on("timeupdate", () => this.tick());
    deck.on("progress", () => deck.hurry());
    deck.on("ended", () => this.finish());
    deck.on("error", () => this.recover());
    deck.on("waiting", () => navigator.onLine || this.trouble(() => this.reload()));
    addEventListener("online", () => this.troubled && this.again());
    deck.on("volumechange", () => this.showSound());
    addEventListener("pagehide", () => this.save());
    document.addEventListener("visibilitychange", () => document.hidden && this.save());
    this.stage.querySelector("[data-do=full]").hidden = !document.fullscreenEnabled;
  }

  // --- an episode comes and goes -------------------------------------------------------------------

  open(playable) {
    this.deck.show(playable, recall("quality", "auto"), placeIn(playable));
    this.adopt(playable);
    this.play();
  }

  /** The page follows what is on stage. */
  adopt(playable) {
    this.now = playable;
    this.at = this.video.currentTime || placeIn(playable);
    this.mended = false;
    this.endCard.hide();
    this.stage.querySelector(".trouble").hidden = true;
    this.write("number", playable.number);
    this.write("title", playable.title);
    this.write("duration", clock(playable.duration));
    this.stage.querySelector(".still").src = playable.still;
    for (const button of this.querySelectorAll(".buttons [data-do=next]")) button.hidden = !playable.next;
    this.captions.attach(this.video);
    this.choices.offer(playable);
    for (const name of ["quality", "captions"]) this.choices.mark(name, this.chosen(name));
    this.querySelector("share-button").dataset.url = playable.url;
    this.markGrid();
    this.seekBar.show(this.video);
    this.showCaptions();
    this.showSound();
    announce(playable, this.act);
    if (location.pathname !== playable.url) {
      history.replaceState(null, "", playable.url);
      document.title = document.title.replace(/^.* · /, `${playable.series} ${playable.number} · `);
    }
    keepPlace(playable, this.video.currentTime);
    this.prepareNext();
  }

  async prepareNext() {
    const { next } = this.now;
    this.ahead = next ? ask(next.data) : null;
    if (!next) return this.deck.release();
    const playable = await this.ahead.catch(() => null); // asked again when it is its turn
    if (playable && this.now.next === next) this.deck.hold(playable, recall("quality", "auto"));
  }

  async step(by) {
    const neighbour = by > 0 ? this.now.next : this.now.previous;
    if (!neighbour) return this.wake();
    this.save();
    this.endCard.hide();
    if (by > 0 && this.deck.held) return this.advance(this.deck.held);
    try {
      this.open(await ask(neighbour.data));
    } catch {
      this.trouble(() => this.step(by));
    }
  }

  /** First the picture; the page follows once that is on screen. */
  advance(playable) {
    this.now = playable;
    this.deck.advance();
    this.play();
    requestAnimationFrame(() => setTimeout(() => this.now === playable && this.adopt(playable)));
  }

  finish() {
    markWatched(this.now);
    keepPlace(this.now, 0);
    this.markGrid();
    this.stage.dataset.chrome = "off";
    this.endCard.show(this.now.next);
  }

  /** Addresses expire after hours: ask for fresh ones once, then tell. */
  async recover() {
    if (this.mended) return this.trouble(() => this.reload());
    this.mended = true;
    await this.reload();
    this.mended = true;
  }

  async reload() {
    const { at } = this;
    try {
      const playable = await ask(this.now.data);
      this.deck.show(playable, recall("quality", "auto"), at);
      this.adopt(playable);
      this.at = at;
      this.play();
    } catch {
      this.trouble(() => this.reload());
    }
  }

  /** Says what is wrong; `again` is tried when asked for, or when the connection is back. */
  trouble(again) {
    this.again = again;
    const card = this.stage.querySelector(".trouble");
    for (const words of card.querySelectorAll("[data-line]")) {
      words.hidden = words.dataset.line !== (navigator.onLine ? "up" : "down");
    }
    card.hidden = false;
  }

  get troubled() {
    return !this.stage.querySelector(".trouble").hidden;
  }

  // --- what viewers do -------------------------------------------------------------------------------

  async play() {
    const { video } = this;
    try {
      await video.play();
    } catch (error) {
      if (error.name !== "NotAllowedError" || video.muted) return; // paused, or replaced, meanwhile
      video.muted = true; // browsers allow silent pictures only, until somebody taps
      await video.play().catch(() => this.wake());
    }
  }

  toggle() {
    this.endCard.hide();
    if (this.video.paused) this.play();
    else this.video.pause();
    this.wake();
  }

  seek(by) {
    this.jump(Math.min(Math.max(0, this.video.currentTime + by), this.video.duration || 0));
    this.flash(by < 0 ? "−5" : "+5");
  }

  jump(at) {
    this.endCard.hide();
    this.video.currentTime = at;
    this.play();
  }

  fast(on) {
    this.video.playbackRate = on ? 2 : this.speed;
    this.flash(on ? "2×" : "");
  }

  mute(muted) {
    this.video.muted = muted;
    remember("muted", muted);
  }

  switchCaptions() {
    this.captions.toggle();
    this.choices.mark("captions", this.chosen("captions"));
    this.showCaptions();
  }

  full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.stage.requestFullscreen?.();
  }

  get speed() {
    return Number(document.querySelector("#settings [name=speed]:checked").value);
  }

  chosen(name) {
    if (name === "quality") return recall("quality", "auto");
    return this.captions.track?.language ?? "off";
  }

  choose(name, value) {
    if (name === "speed") this.video.playbackRate = this.speed;
    if (name === "captions") this.captions.choice = value;
    if (name === "quality") {
      remember("quality", value);
      this.reload();
    }
    this.showCaptions();
  }

  // --- what viewers see --------------------------------------------------------------------------------

  tick() {
    if (this.video.readyState) this.at = this.video.currentTime; // what broke off may say 0
    this.seekBar.show(this.video);
    this.deck.hurry();
    if (Math.abs(this.video.currentTime - (this.savedAt ?? 0)) > SAVES_EVERY_S) this.save();
  }

  save() {
    this.savedAt = this.video.currentTime;
    if (!this.video.ended) keepPlace(this.now, this.savedAt);
  }

  wake() {
    this.stage.dataset.chrome = "on";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.doze(), CHROME_STAYS_MS);
  }

  doze() {
    const used = this.stage.querySelector(".chrome :focus-visible") || document.querySelector("dialog[open]");
    if (used) this.wake();
    else if (!this.video.paused) this.stage.dataset.chrome = "off";
  }

  flash(text) {
    const pill = this.querySelector(".flash");
    pill.textContent = text;
    pill.dataset.shown = text ? "on" : "off";
    clearTimeout(this.flashing);
    if (text !== "2×") this.flashing = setTimeout(() => (pill.dataset.shown = "off"), 500);
  }

  showPlaying() {
    const playing = !this.video.paused;
    this.dataset.playing = playing;
    for (const button of this.querySelectorAll("[data-do=play]")) {
      button.setAttribute("aria-label", playing ? button.dataset.on : button.dataset.off);
    }
    this.wake();
  }

  showSound() {
    this.press("mute", this.video.muted);
    this.stage.querySelector(".sound-pill").hidden = !this.video.muted;
  }

  showCaptions() {
    this.press("captions", this.captions.track !== null);
  }

  /** The icon shows how it is, the name says what a press does. */
  press(name, on) {
    for (const button of this.querySelectorAll(`.buttons [data-do=${name}]`)) {
      button.dataset.state = on ? "on" : "off";
      button.setAttribute("aria-label", on ? button.dataset.on : button.dataset.off);
    }
  }

  markGrid() {
    markEpisodes(watchedIn(this.now.slug), this.now.number);
  }
}

async function ask(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

customElements.define("drama-player", DramaPlayer);
