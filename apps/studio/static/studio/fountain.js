/** Light colours for a screenplay: what a line is, told from the line and the one before it. */
import { Decoration, ViewPlugin } from "@codemirror/view";

const LOOK_BACK = 200; // lines before the window that may still decide what its first line is
const HEADING = /^(\.(?!\.)|(INT|EXT|EST|I\/E|INT\.?\/EXT)[. ]|\d+\s*[-－–]\s*\d+[\s、.]|场景)/i;
const SECTION = /^(#{1,6}\s|第\s*[0-9一二三四五六七八九十百零两]+\s*[集场])/;
const META = /^[A-Z][A-Za-z ]{1,20}:/;
const ASIDE = /^\s*[(（].*[)）]\s*$/;
const CUE = /^\s*(@.+|[^a-z\s][^a-z]*(\([^)]*\))?\s*\^?)$/;
const LETTERS = /[A-Z\u00C0-\u024F\u0400-\u04FF]{2}/;
const SAID = /^\s*([^\s:：。，,.!?！？△▲#=>]{1,16}?(?:\s*[(（][^)）]*[)）])?)\s*([:：])\s*\S/;
const NOTE = /\[\[.*?\]\]/g;

/** The kind of one line. `before` is the kind of the line before it, "" at the beginning. */
export function kindOf(text, before, isNextBlank) {
  if (before === "boneyard" || text.trimStart().startsWith("/*")) {
    return text.includes("*/") ? "boneyard-end" : "boneyard";
  }
  const line = text.trim();
  if (!line) return "blank";
  const isFresh = ["", "blank", "boneyard-end", "heading", "section"].includes(before);
  if ((before === "" || before === "meta") && META.test(line)) return "meta";
  if (before === "meta" && /^\s/.test(text)) return "meta";
  if (SECTION.test(line)) return "section";
  if (HEADING.test(line)) return "heading";
  if (line.startsWith("=")) return "synopsis";
  if (/^>/.test(line) || (isFresh && /^[A-Z ]+ TO:$/.test(line))) return "transition";
  if (["cue", "aside", "dialogue"].includes(before)) return ASIDE.test(line) ? "aside" : "dialogue";
  if (isFresh && !isNextBlank && CUE.test(text) && (line.startsWith("@") || LETTERS.test(line))) {
    return "cue";
  }
  if (SAID.test(text)) return "said";
  return "action";
}

function decorate(view) {
  const { doc } = view.state;
  const first = doc.lineAt(view.viewport.from).number;
  const last = doc.lineAt(view.viewport.to).number;
  const start = Math.max(1, first - LOOK_BACK);
  const found = [];
  let kind = start === 1 ? "" : "blank";
  for (let number = start; number <= last; number += 1) {
    const line = doc.line(number);
    const next = number < doc.lines ? doc.line(number + 1).text.trim() : "";
    kind = kindOf(line.text, kind, !next);
    if (number >= first) found.push(...marksOf(line, kind));
  }
  return Decoration.set(found, true);
}

function marksOf(line, kind) {
  const marks = [Decoration.line({ class: `f-${kind}` }).range(line.from)];
  const cue = kind === "said" && SAID.exec(line.text);
  if (cue) {
    const end = line.text.indexOf(cue[2]) + 1;
    marks.push(Decoration.mark({ class: "f-name" }).range(line.from, line.from + end));
  }
  for (const note of line.text.matchAll(NOTE)) {
    const from = line.from + note.index;
    marks.push(Decoration.mark({ class: "f-note" }).range(from, from + note[0].length));
  }
  return marks;
}

export const fountain = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.marks = decorate(view);
    }

    update(change) {
      if (change.docChanged || change.viewportChanged) this.marks = decorate(change.view);
    }
  },
  { decorations: (plugin) => plugin.marks },
);
