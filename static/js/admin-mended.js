// In the editor of an article: what handing in found wrong with a field is taken away once the field is changed, for it
// was said about what stood there before. Whether it is right now, the panel “Clinical checks” tells.

const form = document.querySelector("form[data-edit-form]");

function forget(field) {
  const errors = field.querySelector("[data-field-errors]");
  if (!errors?.querySelector(".error-message")) return;
  for (const message of errors.querySelectorAll(".error-message")) message.remove();
  errors.querySelector("svg")?.setAttribute("hidden", "");
  field.classList.remove("w-field--error");
  for (const input of field.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
}

// Only the field that is changed itself, not what it is a part of.
function changed(event) {
  const field = event.target.closest?.("[data-field]");
  if (field) forget(field);
}

const writes = (key) => key.length === 1 || key === "Backspace" || key === "Delete" || key === "Enter";

for (const name of ["input", "change", "paste", "cut"]) form?.addEventListener(name, changed);
// The editor of rich text takes keys before a browser makes input of them.
form?.addEventListener("keydown", (event) => writes(event.key ?? "") && changed(event));
