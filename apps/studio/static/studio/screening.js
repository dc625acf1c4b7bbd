/** Plays the circle takes of a reel of tiles one after the other, sound included. */

/** `dialog` has two videos that take turns, so that a cut is a cut and not a pause. */
export function screen(dialog, reel) {
  const videos = [...dialog.querySelectorAll("video")];
  const words = dialog.querySelector(".screening-words");
  const name = dialog.querySelector(".screening-name");
  const meter = dialog.querySelector(".screening-meter");
  let at = 0;

  const showing = () => videos[at % 2];

  function load(video, index) {
    const address = reel[index]?.dataset.video;
    if (!address || video.dataset.at === String(index)) return;
    video.src = address;
    video.dataset.at = index;
    video.preload = "auto";
  }

  function play() {
    const next = videos[(at + 1) % 2];
    next.pause();
    next.classList.remove("showing");
    load(showing(), at);
    showing().classList.add("showing");
    words.textContent = reel[at].dataset.words;
    name.textContent = `${reel[at].dataset.name} · ${at + 1}/${reel.length}`;
    meter.value = (at + 1) / reel.length;
    showing().currentTime = 0;
    showing().onended = () => go(1);
    // Leaving in the middle of starting is no error.
    showing().play().catch(() => {});
    load(next, at + 1);
  }

  function go(step) {
    at = Math.max(0, at + step);
    if (at < reel.length) play();
    else dialog.close();
  }

  function halt() {
    if (showing().paused) showing().play();
    else showing().pause();
  }

  function end() {
    for (const video of videos) {
      video.onended = null;
      video.pause();
      video.removeAttribute("src");
      delete video.dataset.at;
      video.load();
    }
    // The board may have drawn the tile anew meanwhile.
    const last = reel[Math.min(at, reel.length - 1)].dataset.shot;
    document.querySelector(`[data-shot="${last}"]`)?.focus();
  }

  dialog.onclose = end;
  dialog.onclick = (event) => {
    if (event.target.closest("[data-ends]")) dialog.close();
    else halt();
  };
  dialog.onkeydown = (event) => {
    const deed = { ArrowRight: () => go(1), ArrowLeft: () => go(-1), " ": halt }[event.key];
    if (!deed || event.target.closest("[data-ends]")) return;
    event.preventDefault();
    deed();
  };
  dialog.showModal();
  videos[0].focus();
  play();
}
