/* Citations and explained words in the state of a Draft.js editor: where they are, and how they come and go. What shows
   them is admin-citations.js. */
window.articleMarks = (() => {
  const { EditorState, Modifier, SelectionState } = window.DraftJS;
  const CITATION = "CITATION";
  const KINDS = {
    CITATION: { mutability: "IMMUTABLE", says: "Source", gone: "This source was deleted. Replace or remove the mark." },
    GLOSSARY: { mutability: "MUTABLE", says: "Explained", gone: "This word is no longer explained. Replace or remove the mark." },
  };

  const rangeIn = (blockKey, start, end) =>
    SelectionState.createEmpty(blockKey).merge({ anchorOffset: start, focusOffset: end });

  /** The mark that covers the character at `offset` of a block: `{ key, entity, range }`, or null. */
  const markCovering = (content, block, offset) => {
    const key = offset >= 0 && offset < block.getLength() ? block.getEntityAt(offset) : null;
    const entity = key && content.getEntity(key);
    if (!entity || !KINDS[entity.getType()]) {
      return null;
    }
    let range = null;
    block.findEntityRanges(
      (character) => character.getEntity() === key,
      (start, end) => {
        if (start <= offset && offset < end) {
          range = rangeIn(block.getKey(), start, end);
        }
      },
    );
    return { key, entity, range };
  };

  /** The mark that the caret is in or beside, or that the selection begins in. */
  const markAtCaret = (editorState) => {
    const content = editorState.getCurrentContent();
    const selection = editorState.getSelection();
    const block = content.getBlockForKey(selection.getStartKey());
    const offset = selection.getStartOffset();
    const before = selection.isCollapsed() ? markCovering(content, block, offset - 1) : null;
    return before || markCovering(content, block, offset);
  };

  /** Where a new citation goes: behind what is selected, and never into another citation. */
  const behind = (editorState) => {
    const selection = editorState.getSelection();
    const content = editorState.getCurrentContent();
    const block = content.getBlockForKey(selection.getEndKey());
    const mark = markCovering(content, block, selection.getEndOffset());
    const inside = mark && mark.entity.getType() === CITATION && mark.range.getStartOffset() < selection.getEndOffset();
    const offset = inside ? mark.range.getEndOffset() : selection.getEndOffset();
    return rangeIn(block.getKey(), offset, offset);
  };

  /** The selected stretches of text that no other mark or link covers. */
  const unmarked = (editorState) => {
    const selection = editorState.getSelection();
    const content = editorState.getCurrentContent();
    const found = [];
    let inSelection = false;
    content.getBlockMap().forEach((block, key) => {
      inSelection = inSelection || key === selection.getStartKey();
      if (inSelection) {
        const from = key === selection.getStartKey() ? selection.getStartOffset() : 0;
        const to = key === selection.getEndKey() ? selection.getEndOffset() : block.getLength();
        block.findEntityRanges(
          (character) => !character.getEntity(),
          (start, end) => {
            if (Math.max(start, from) < Math.min(end, to)) {
              found.push(rangeIn(key, Math.max(start, from), Math.min(end, to)));
            }
          },
        );
      }
      return key !== selection.getEndKey();
    });
    return found;
  };

  /** The editor's state with a mark for what was chosen; `replaced` is the mark in whose place it comes, or null. */
  const withMark = (editorState, type, chosen, replaced) => {
    const data = { id: chosen.id, label: chosen.label || chosen.string, parentId: null };
    let content = editorState.getCurrentContent().createEntity(type, KINDS[type].mutability, data);
    const key = content.getLastCreatedEntityKey();
    if (type === CITATION) {
      const text = `[${chosen.short}]`;
      content = replaced
        ? Modifier.replaceText(content, replaced.range, text, null, key)
        : Modifier.insertText(content, behind(editorState), text, null, key);
      return EditorState.push(editorState, content, "insert-characters");
    }
    const selection = editorState.getSelection();
    if (!replaced && selection.isCollapsed()) {
      content = Modifier.insertText(content, selection, chosen.string, null, key);
      return EditorState.push(editorState, content, "insert-characters");
    }
    const ranges = replaced ? [replaced.range] : unmarked(editorState);
    content = ranges.reduce((marked, range) => Modifier.applyEntity(marked, range, key), content);
    const end = rangeIn(selection.getEndKey(), selection.getEndOffset(), selection.getEndOffset());
    return EditorState.forceSelection(EditorState.push(editorState, content, "apply-entity"), end);
  };

  const withoutMark = (editorState, mark) => {
    const content = editorState.getCurrentContent();
    const start = rangeIn(mark.range.getStartKey(), mark.range.getStartOffset(), mark.range.getStartOffset());
    const next =
      mark.entity.getType() === CITATION
        ? EditorState.push(editorState, Modifier.removeRange(content, mark.range, "backward"), "remove-range")
        : EditorState.push(editorState, Modifier.applyEntity(content, mark.range, null), "apply-entity");
    return EditorState.forceSelection(next, start);
  };

  const selectedText = (editorState) => {
    const selection = editorState.getSelection();
    const block = editorState.getCurrentContent().getBlockForKey(selection.getStartKey());
    return selection.getStartKey() === selection.getEndKey()
      ? block.getText().slice(selection.getStartOffset(), selection.getEndOffset()).trim()
      : "";
  };

  return { CITATION, KINDS, markAtCaret, selectedText, withMark, withoutMark };
})();
