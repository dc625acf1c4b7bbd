/** Which rendition of an episode fits this window and this network. */

/** sources: largest first. choice: "auto" or a width in pixels. */
export function pickSource(sources, choice, box = { height: innerHeight, scale: devicePixelRatio }) {
  if (choice !== "auto") {
    const wanted = Number(choice);
    return sources.find((source) => source.width <= wanted) ?? sources.at(-1);
  }
  if (onSlowNetwork()) return sources.at(-1);
  const pixels = box.height * Math.min(box.scale, 2) * 0.8; // nobody sees the last fifth of sharpness
  return sources.findLast((source) => source.height >= pixels) ?? sources[0];
}

function onSlowNetwork() {
  const link = navigator.connection;
  return Boolean(link && (link.saveData || link.downlink < 2.5));
}

/** Puts an episode into a <video>; what it played before is let go. */
export function load(video, playable, { choice, preload, at = 0 }) {
  video.replaceChildren(
    ...playable.captions.map((captions) =>
      Object.assign(document.createElement("track"), {
        kind: "captions",
        srclang: captions.language,
        label: captions.label,
        src: captions.url,
      }),
    ),
  );
  video.preload = preload;
  video.removeAttribute("poster"); // it would hide the first frame until play(); the still lies beneath anyway
  video.src = pickSource(playable.sources, choice).url;
  if (at) video.addEventListener("loadedmetadata", () => (video.currentTime = at), { once: true });
}
