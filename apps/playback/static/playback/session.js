/** What the phone's lock screen and the headset's buttons show and do. */
export function announce(playable, act) {
  if (!("mediaSession" in navigator)) return;
  const { mediaSession } = navigator;
  mediaSession.metadata = new MediaMetadata({
    title: playable.title || `${playable.series} ${playable.number}`,
    artist: playable.series,
    artwork: [{ src: playable.still }],
  });
  const handlers = {
    play: act.toggle,
    pause: act.toggle,
    seekbackward: () => act.seek(-5),
    seekforward: () => act.seek(5),
    previoustrack: playable.previous ? () => act.step(-1) : null,
    nexttrack: playable.next ? () => act.step(1) : null,
  };
  for (const [name, handler] of Object.entries(handlers)) mediaSession.setActionHandler(name, handler);
}
