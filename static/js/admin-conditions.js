/* Conditions of an article: what is found or made in the dialogue is ticked in the list; the article stays as it is. */
(() => {
  const boxesOf = (name) => [...document.querySelectorAll(`input[type="checkbox"][name="${name}"]`)];

  const newBox = (button, name, id, title) => {
    const list = document.getElementById(`id_${name}`);
    const row = document.createElement("div");
    const label = document.createElement("label");
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name, value: id, id: `id_${name}_new_${id}` });
    label.htmlFor = box.id;
    label.append(box, ` ${title}`);
    row.append(label);
    if (list) {
      list.append(row);
    } else {
      button.parentElement.before(row);
    }
    return box;
  };

  const tick = (button, { id, string, title }) => {
    const name = button.dataset.newCondition;
    const words = string || title;
    const box = boxesOf(name).find((known) => known.value === String(id)) || newBox(button, name, String(id), words);
    box.checked = true;
    // The editor's own watch over unsaved changes, and the clinical checks, listen for this.
    box.dispatchEvent(new Event("change", { bubbles: true }));
    button.parentElement.querySelector("[data-condition-added]").textContent = `${words} is ticked.`;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-new-condition]");
    if (!button || !window.ModalWorkflow) {
      return;
    }
    event.preventDefault();
    const workflow = window.ModalWorkflow({
      url: button.dataset.chooser,
      triggerElement: button,
      onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
      responses: {
        chosen: (condition) => {
          tick(button, condition);
          workflow.close();
        },
      },
    });
  });
})();
