/* Citing sources and explaining words inside an article's text: the entities CITATION and GLOSSARY of Wagtail's rich text
   editor. A citation stands behind the words as "[Example 2024]" and is edited as one piece; an explained word keeps its
   letters. At the caret, a panel says what a mark points at and lets it be replaced or removed, by mouse or keyboard. */
(() => {
  if (!window.draftail || window.draftail.knowsMarks) {
    return;
  }
  window.draftail.knowsMarks = true;

  const { EditorState } = window.DraftJS;
  const { CITATION, KINDS, markAtCaret, selectedText, withMark, withoutMark } = window.articleMarks;
  const { Component, createElement, createRef } = window.React;
  // The editor's own way to open the chooser for a mark, by the mark's key.
  const replaceMark = new Map();

  /** Opens the chooser. A selected mark is replaced; beside a citation, another one is added. */
  class MarkSource extends window.draftail.ModalWorkflowSource {
    getChooserConfig() {
      const { editorState, entityType } = this.props;
      const words = entityType.type === CITATION || this.replaced() ? "" : selectedText(editorState);
      return {
        url: entityType.chooserUrls.chooser,
        urlParams: words ? { q: words } : {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    replaced() {
      const { editorState, entityType } = this.props;
      const mark = markAtCaret(editorState);
      if (!mark || mark.entity.getType() !== entityType.type) {
        return null;
      }
      const selection = editorState.getSelection();
      const isSelected =
        selection.getStartOffset() === mark.range.getStartOffset() && selection.getEndOffset() === mark.range.getEndOffset();
      return isSelected || (entityType.type !== CITATION && selection.isCollapsed()) ? mark : null;
    }

    onChosen(chosen) {
      const { editorState, entityType } = this.props;
      this.nextState = withMark(editorState, entityType.type, chosen, this.replaced());
      this.workflow.close();
    }

    /** Only once the chooser is gone can the text have the focus: until then it takes it back. */
    onClose(event) {
      if (this.nextState) {
        event.preventDefault();
        this.props.onComplete(this.nextState);
      } else {
        super.onClose(event);
      }
    }
  }

  const Mark = ({ entityKey, contentState, onEdit, children }) => {
    replaceMark.set(entityKey, onEdit);
    const entity = contentState.getEntity(entityKey);
    const { label, missing } = entity.getData();
    const kind = KINDS[entity.getType()];
    const classes = ["rich-mark", `rich-mark--${entity.getType().toLowerCase()}`, missing ? "rich-mark--missing" : ""];
    return createElement(
      "span",
      { "className": classes.join(" "), "title": missing ? kind.gone : label, "data-mark": entityKey },
      children,
    );
  };

  /** What the mark at the caret points at, and what can be done with it. Alt+Enter leads here, Escape back and away. */
  class MarkPanel extends Component {
    constructor(props) {
      super(props);
      this.state = { isHere: false, editor: null, dismissed: null };
      this.place = createRef();
      this.root = createRef();
      this.onFocusOrPress = this.onFocusOrPress.bind(this);
      this.onKey = this.onKey.bind(this);
    }

    componentDidMount() {
      this.editor = this.place.current.closest("[data-draftail-editor-wrapper]");
      this.setState({ editor: this.editor });
      document.addEventListener("focusin", this.onFocusOrPress);
      document.addEventListener("pointerdown", this.onFocusOrPress);
      this.editor.addEventListener("keydown", this.onKey, true);
    }

    componentDidUpdate() {
      const caret = markAtCaret(this.props.getEditorState());
      if (this.state.dismissed && (!caret || caret.key !== this.state.dismissed)) {
        this.setState({ dismissed: null });
      }
      const panel = this.root.current;
      const mark = panel && this.mark();
      const shown = mark && this.editor.querySelector(`[data-mark="${mark.key}"]`);
      if (shown) {
        const place = shown.getBoundingClientRect();
        const frame = panel.offsetParent.getBoundingClientRect();
        const room = Math.max(0, frame.width - panel.offsetWidth);
        panel.style.insetBlockStart = `${place.bottom - frame.top + 4}px`;
        panel.style.insetInlineStart = `${Math.min(Math.max(0, place.left - frame.left), room)}px`;
      }
    }

    componentWillUnmount() {
      document.removeEventListener("focusin", this.onFocusOrPress);
      document.removeEventListener("pointerdown", this.onFocusOrPress);
      this.editor.removeEventListener("keydown", this.onKey, true);
    }

    onFocusOrPress(event) {
      const isHere = this.editor.contains(event.target);
      if (isHere !== this.state.isHere) {
        this.setState({ isHere });
      }
    }

    onKey(event) {
      const isInPanel = this.root.current && this.root.current.contains(event.target);
      if (event.key === "Enter" && event.altKey && !isInPanel && this.mark()) {
        event.preventDefault();
        event.stopPropagation();
        this.root.current.querySelector("button").focus();
      } else if (event.key === "Escape" && isInPanel) {
        event.preventDefault();
        event.stopPropagation();
        this.backToText(this.props.getEditorState());
      } else if (event.key === "Escape" && this.mark()) {
        this.setState({ dismissed: this.mark().key });
      }
    }

    mark() {
      const mark = this.state.isHere ? markAtCaret(this.props.getEditorState()) : null;
      return mark && mark.key !== this.state.dismissed ? mark : null;
    }

    /** The caret goes where `editorState` has it; the browser alone would put it at the beginning. */
    backToText(editorState) {
      this.editor.querySelector("[contenteditable=true]").focus();
      this.props.onChange(EditorState.forceSelection(editorState, editorState.getSelection()));
    }

    replace() {
      const mark = this.mark();
      const editorState = this.props.getEditorState();
      this.props.onChange(EditorState.acceptSelection(editorState, mark.range));
      replaceMark.get(mark.key)(mark.key);
    }

    remove() {
      this.backToText(withoutMark(this.props.getEditorState(), this.mark()));
    }

    button(label, act, secondary) {
      const classes = `button button-small${secondary ? " button-secondary" : ""}`;
      return createElement("button", { type: "button", className: classes, onClick: () => act.call(this) }, label);
    }

    render() {
      const mark = this.mark();
      const kind = mark && KINDS[mark.entity.getType()];
      const data = mark ? mark.entity.getData() : {};
      const panel = createElement(
        "div",
        { ref: this.root, className: "mark-panel", hidden: !mark },
        createElement(
          "p",
          { role: "status" },
          mark && createElement("strong", null, `${kind.says}: `),
          mark && (data.missing ? kind.gone : data.label),
          mark && createElement("span", { className: "mark-panel__keys" }, "Alt + Enter: change it"),
        ),
        mark && this.button("Replace", this.replace),
        mark && this.button("Remove", this.remove, true),
      );
      // The toolbar that it belongs to is too small to stand in; behind the text, the Tab key finds it.
      return createElement(
        "span",
        { ref: this.place },
        this.state.editor && window.ReactDOM.createPortal(panel, this.state.editor),
      );
    }
  }

  Object.keys(KINDS).forEach((type) =>
    window.draftail.registerPlugin({ type, source: MarkSource, decorator: Mark }, "entityTypes"),
  );
  window.draftail.registerPlugin({ type: "MARK_PANEL", meta: MarkPanel }, "controls");
})();
