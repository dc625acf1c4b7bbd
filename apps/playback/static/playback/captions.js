/** Draws the captions of a <video> into an element of ours: browsers style their own too differently. */
import { recall, remember } from "core/store";

export class Captions {
  constructor(element, pageLanguage) {
    this.element = element;
    this.pageLanguage = pageLanguage;
    this.video = null;
    this.draw = () => this.show();
  }

  /** "off", or the language wanted; a language that is not there falls back to the first. */
  get choice() {
    return recall("captions", "on");
  }

  set choice(value) {
    remember("captions", value);
    this.attach(this.video);
  }

  toggle() {
    this.choice = this.choice === "off" ? "on" : "off";
  }

  attach(video) {
    for (const track of this.video?.textTracks ?? []) track.removeEventListener("cuechange", this.draw);
    this.video = video;
    const tracks = [...video.textTracks];
    this.track = this.choice === "off" ? null : this.wanted(tracks);
    for (const track of tracks) {
      const mode = track === this.track ? "hidden" : "disabled"; // hidden: loaded, drawn by us
      if (track.mode !== mode) track.mode = mode;
    }
    this.track?.addEventListener("cuechange", this.draw);
    this.show();
  }

  wanted(tracks) {
    const speaks = (language) => (track) => track.language.toLowerCase() === language.toLowerCase();
    return tracks.find(speaks(this.choice)) ?? tracks.find(speaks(this.pageLanguage)) ?? tracks[0] ?? null;
  }

  show() {
    const cues = [...(this.track?.activeCues ?? [])];
    this.element.hidden = cues.length === 0;
    this.element.lang = this.track?.language ?? "";
    const words = document.createElement("span");
    words.append(...cues.map((cue) => cue.getCueAsHTML()).flatMap(inLines));
    this.element.replaceChildren(words);
  }
}

function inLines(fragment, index) {
  return index ? [document.createElement("br"), fragment] : [fragment];
}
