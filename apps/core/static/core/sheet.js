/** Opens <dialog class="sheet" id="x"> from [data-opens="x"]; a tap beside it or [data-closes] closes. */

export function setUpSheets(root = document) {
  root.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) {
      document.getElementById(opener.dataset.opens).showModal();
      return;
    }
    const sheet = event.target.closest("dialog.sheet");
    if (sheet && (event.target === sheet || event.target.closest("[data-closes]"))) sheet.close();
  });
}
