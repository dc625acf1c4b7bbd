/** The screenplay editor in place of a plain text field, which it fills for the form. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import {
  drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers, placeholder,
} from "@codemirror/view";
import { fountain } from "studio/fountain";

const quiet = { color: "var(--quiet)" };
const LOOK = EditorView.theme({
  "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--raised)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "var(--text-14)/1.6 var(--font-mono)", overflow: "auto" },
  ".cm-content": { padding: "12px 0", caretColor: "var(--text)" },
  ".cm-line": { padding: "0 16px 0 12px" },
  ".cm-gutters": { color: "var(--quiet)", backgroundColor: "var(--sunken)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "3.5ch", padding: "0 8px" },
  ".cm-activeLineGutter": { color: "var(--text)", backgroundColor: "var(--line)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--sunken) 45%, transparent)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--edge) 38%, transparent) !important",
  },
  ".cm-cursor": { borderLeftColor: "var(--text)", borderLeftWidth: "2px" },
  ".cm-placeholder": { ...quiet, whiteSpace: "normal" },
  ".cm-panels": { color: "var(--text)", backgroundColor: "var(--sunken)", borderColor: "var(--line)" },
  ".cm-panel.cm-search": { font: "var(--text-14)/1.5 var(--font-text)", padding: "8px 40px 8px 12px" },
  ".cm-panel.cm-search [name=close]": { right: "8px", top: "6px", width: "32px", height: "32px", fontSize: "20px" },
  ".cm-textfield, .cm-button": {
    font: "inherit", minHeight: "32px", borderRadius: "6px", border: "1px solid var(--edge)",
    color: "var(--text)", backgroundColor: "var(--raised)", backgroundImage: "none",
  },
  ".cm-searchMatch": { backgroundColor: "color-mix(in srgb, var(--warn) 25%, transparent)" },
  ".cm-searchMatch-selected": { backgroundColor: "color-mix(in srgb, var(--warn) 55%, transparent)" },
  ".f-heading": { fontWeight: "700", boxShadow: "inset 3px 0 0 var(--text)" },
  ".f-section": { fontWeight: "700", fontSize: "var(--text-16)", boxShadow: "inset 3px 0 0 var(--seal)" },
  ".f-cue, .f-name": { fontWeight: "700" },
  ".f-cue": { paddingLeft: "calc(12px + 6ch)" },
  ".f-dialogue": { paddingLeft: "calc(12px + 3ch)" },
  ".f-aside": { ...quiet, paddingLeft: "calc(12px + 4ch)" },
  ".f-meta, .f-synopsis, .f-note, .f-boneyard, .f-boneyard-end, .f-transition": quiet,
});

/** Puts the editor where `field` is; `changed` hears of every edit, `words` are CodeMirror's own. */
export function openEditor(field, words, changed) {
  const host = document.createElement("div");
  host.className = "editor";
  // In a shadow root its styles are sheets, not <style> elements, which our policy forbids.
  const root = host.attachShadow({ mode: "open", delegatesFocus: true });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        lineNumbers(), highlightActiveLineGutter(), highlightActiveLine(), drawSelection(), history(),
        highlightSelectionMatches(), search({ top: true }), EditorState.phrases.of(words),
        EditorView.lineWrapping, placeholder(field.placeholder), LOOK, fountain,
        EditorView.contentAttributes.of({ "aria-label": field.labels[0].textContent, lang: field.lang }),
        keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((change) => {
          if (!change.docChanged) return;
          field.value = view.state.doc.toString();
          changed();
        }),
      ],
    }),
  });
  field.hidden = true;
  field.after(host);

  /** Selects line `number` (from 1) and brings it into sight. */
  function goTo(number) {
    const line = view.state.doc.line(Math.min(Math.max(1, number), view.state.doc.lines));
    view.dispatch({
      selection: { anchor: line.from, head: line.to },
      effects: EditorView.scrollIntoView(line.from, { y: "center" }),
    });
    view.focus();
  }

  return { goTo };
}
