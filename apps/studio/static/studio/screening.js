/** Plays the circle takes of a reel of tiles one after the other, sound included. */

/** `dialog` has two videos that take turns, so that a cut is a cut and not a pause. */
export function screen(dialog, reel) {
  const videos = [...dialog.querySelectorAll("video")];
  const words = dialog.querySelector(".screening-words");
  let at = 0;

  function load(video, index) {
    if (reel[index]) {
      video.src = reel[index].dataset.video;
      video.preload = "auto";
    }
  }

  function play() {
    const [showing, next] = at % 2 ? [videos[1], videos[0]] : videos;
    next.classList.remove("showing");
    showing.classList.add("showing");
    words.textContent = reel[at].dataset.words;
    showing.onended = () => {
      at += 1;
      if (at < reel.length) play();
      else dialog.close();
    };
    showing.play();
    load(next, at + 1);
  }

  function end() {
    for (const video of videos) {
      video.pause();
      video.removeAttribute("src");
      video.load();
    }
  }

  dialog.onclose = end;
  dialog.onclick = (event) => {
    if (event.target.closest("[data-ends]")) dialog.close();
    else videos[at % 2].paused ? videos[at % 2].play() : videos[at % 2].pause();
  };
  load(videos[0], 0);
  dialog.showModal();
  play();
}
