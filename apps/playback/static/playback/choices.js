/** The sheet with speed, quality and captions. */
export class Choices {
  constructor(sheet, onChange) {
    this.sheet = sheet;
    sheet.addEventListener("change", ({ target }) => onChange(target.name, target.value));
  }

  /** Lists what this episode has; the first choice of each list is the page's own. */
  offer(playable) {
    this.list("quality", playable.sources.map(({ width }) => [width, `${width}p`]));
    this.list("captions", playable.captions.map(({ language, label }) => [language, label]));
  }

  list(name, options) {
    const box = this.sheet.querySelector(`[data-choices=${name}]`);
    const [own] = box.children;
    box.replaceChildren(own, ...options.map(([value, label]) => choice(name, value, label)));
  }

  mark(name, value) {
    for (const input of this.sheet.querySelectorAll(`[name=${name}]`)) {
      input.checked = input.value === String(value);
    }
  }
}

function choice(name, value, text) {
  const label = document.createElement("label");
  label.className = "choice";
  const input = Object.assign(document.createElement("input"), { type: "radio", name, value });
  const chip = Object.assign(document.createElement("span"), { className: "chip", textContent: text });
  label.append(input, chip);
  return label;
}
