/** Where somebody stopped, and what they have seen, in this browser. */
import { recall, remember } from "core/store";

const KEPT_S = 3; // nearer to either end than this is the beginning

export function placeIn(playable) {
  const { last, at = 0 } = recall(`series.${playable.slug}`, {});
  return last === playable.number && at > KEPT_S && at < playable.duration - KEPT_S ? at : 0;
}

export function keepPlace(playable, at) {
  const kept = recall(`series.${playable.slug}`, {});
  remember(`series.${playable.slug}`, { ...kept, last: playable.number, at });
}

export function markWatched(playable) {
  const kept = recall(`series.${playable.slug}`, {});
  const watched = new Set(kept.watched).add(playable.number);
  remember(`series.${playable.slug}`, { ...kept, watched: [...watched] });
}

export function watchedIn(slug) {
  return recall(`series.${slug}`, {}).watched ?? [];
}
