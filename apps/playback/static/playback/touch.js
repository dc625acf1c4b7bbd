/** What fingers and mouse do on the picture. `act` has: wake, hide, shown, toggle, seek, fast, step. */
const HOLD_MS = 420;
const DOUBLE_MS = 300;
const SWIPE_PX = 72;

export function setUpTouch(layer, act) {
  let start = null;
  let holding = 0;
  let fast = false;
  let lastTap = { at: 0, side: 0 };

  layer.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    layer.setPointerCapture(event.pointerId);
    start = { x: event.clientX, y: event.clientY };
    holding = setTimeout(() => {
      fast = true;
      act.fast(true);
    }, HOLD_MS);
  });

  layer.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") act.wake();
    if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > 12) clearTimeout(holding);
  });

  layer.addEventListener("pointerup", (event) => {
    if (!start) return;
    const down = event.clientY - start.y;
    release();
    if (fast) {
      fast = false;
      act.fast(false);
    } else if (Math.abs(down) > SWIPE_PX && event.pointerType !== "mouse") {
      act.step(down < 0 ? 1 : -1);
    } else {
      tap(event);
    }
  });

  layer.addEventListener("pointercancel", () => {
    release();
    if (fast) act.fast(false);
    fast = false;
  });

  layer.addEventListener("contextmenu", (event) => {
    if (event.pointerType !== "mouse") event.preventDefault(); // holding is ours
  });

  function release() {
    clearTimeout(holding);
    start = null;
  }

  function tap(event) {
    const box = layer.getBoundingClientRect();
    const side = event.clientX < box.left + box.width / 2 ? -1 : 1;
    const double = event.timeStamp - lastTap.at < DOUBLE_MS && side === lastTap.side;
    lastTap = { at: double ? 0 : event.timeStamp, side };
    if (event.pointerType === "mouse") {
      act.toggle(); // a second click of a pair undoes the first, then seeks
      if (double) act.seek(5 * side);
    } else if (double) {
      act.seek(5 * side);
    } else if (act.shown()) {
      act.hide();
    } else {
      act.wake();
    }
  }
}
