// Leads from a finding of the panel “Clinical checks” to the field that it is about: what hides the field is opened, and
// the keyboard is put where somebody types or picks, with the words selected that the finding quotes.

const INPUT = "input:not([type=hidden]), select, textarea, [contenteditable=true]";
// What a field without an input has: a chooser's button, or the plus of a list without rows.
const BUTTON = "button:not([data-panel-toggle], [data-panel-controls] *)";
// A label stands above its field; whatever is much taller than the field is more than that.
const LABEL = 200;

const panel = document.querySelector('[data-side-panel="clinical_checks"]');
const form = document.querySelector("form[data-edit-form]");

const seen = (element) => element.checkVisibility({ visibilityProperty: true });
const firstSeen = (place, selector) => [...place.querySelectorAll(selector)].find(seen);

function isDeleted(child) {
  return child.querySelector(':scope > input[name$="-deleted"]')?.value === "1";
}

// Elements of `place` itself, none of a field inside it: a row has a source, and so has the section round it.
function own(place, selector) {
  const path = place.closest("[data-contentpath]");
  return [...place.querySelectorAll(selector)].filter((found) => found.parentElement.closest("[data-contentpath]") === path);
}

function step(place, name) {
  if (/^\d+$/.test(name)) return own(place, "[data-streamfield-child]").filter((child) => !isDeleted(child))[Number(name)];
  return own(place, `[data-contentpath="${CSS.escape(name)}"]`)[0];
}

// Wagtail's table names neither its columns nor its cells: [columns, 0, heading] or [rows, 1, values, 0].
function cell(table, [part, number, , column]) {
  if (part === "columns") return own(table, "thead input.column-heading")[number]?.closest("th");
  // The first cell of each row holds its buttons.
  return part === "rows" ? own(table, "tbody > tr")[number]?.cells[Number(column) + 1] : null;
}

function fieldOfPage(name) {
  const input = document.getElementById(`id_${name}`) ?? document.getElementById(`id_${name}-TOTAL_FORMS`);
  return input?.closest("[data-contentpath]") ?? input?.closest("[data-panel]");
}

// The place of a field in the form; as much of its path as there is. What is about no field is about the sections.
function placeOf(block, path) {
  const steps = path.split(".").filter(Boolean);
  const sections = form.querySelector('[data-contentpath="body"]');
  if (!block) return fieldOfPage(steps[0]) ?? sections;
  let place = document.getElementById(`block-${block}-section`) ?? sections;
  while (steps.length) {
    const next = step(place, steps[0]);
    if (!next) return (place.querySelector("[data-append-column]") && cell(place, steps)) || place;
    place = next;
    steps.shift();
  }
  return place;
}

const closed = '[data-panel-toggle][aria-expanded="false"]';

async function open(place) {
  const tab = place.closest('[role="tabpanel"][hidden]');
  if (tab) {
    document.querySelector(`[role="tab"][aria-controls="${CSS.escape(tab.id)}"]`)?.click();
    // Wagtail shows the tab once it is done with the click.
    await new Promise((shown) => setTimeout(shown));
  }
  for (let section = place.closest("[data-panel]"); section; section = section.parentElement.closest("[data-panel]")) {
    const toggle = section.querySelector("[data-panel-toggle]");
    if (toggle?.matches(closed)) toggle.click();
  }
}

// Where to type or pick in `place`; groups that are folded away in it are opened for that.
function fieldIn(place) {
  // The first plus of the sections: what is missing there is a section.
  if (place.dataset.contentpath === "body" && !place.parentElement.closest("[data-contentpath]")) return firstSeen(place, BUTTON);
  let field = firstSeen(place, INPUT);
  for (let toggle; !field && (toggle = firstSeen(place, closed)); field = firstSeen(place, INPUT)) toggle.click();
  return field ?? firstSeen(place, BUTTON);
}

// On a narrow screen the panel lies over the form.
function uncover(place) {
  const side = panel.closest("[data-form-side]");
  const { left, width } = place.getBoundingClientRect();
  if (side.getBoundingClientRect().left < left + width / 2) side.querySelector("[data-form-side-close-button]").click();
}

// The words in rich text, which is in pieces where it has marks; null where they do not stand together.
function rangeOf(words, text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let whole = "";
  for (let node; (node = walker.nextNode()); whole += node.data) pieces.unshift({ node, start: whole.length });
  const start = words ? whole.indexOf(words) : -1;
  if (start < 0) return null;
  const end = start + words.length;
  const [first, last] = [pieces.find((piece) => piece.start <= start), pieces.find((piece) => piece.start < end)];
  const range = new Range();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

// Selects the words that a finding is about; in rich text, which can be longer than the screen, returns where they are.
function select(words, field) {
  if (field.isContentEditable) {
    const range = rangeOf(words, field);
    if (range) {
      const { startContainer, startOffset, endContainer, endOffset } = range;
      document.getSelection().setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    }
    return range;
  }
  const start = words && field.matches("input[type=text], textarea") ? field.value.indexOf(words) : -1;
  if (start >= 0) field.setSelectionRange(start, start + words.length);
  return null;
}

function bringIntoView(field, range) {
  const frame = field.closest("[data-contentpath]");
  const whole = frame && frame.offsetHeight - field.offsetHeight < LABEL ? frame : field;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  // “auto” would be as Wagtail's page scrolls, which is slowly.
  const behavior = calm ? "instant" : "smooth";
  const middle = window.innerHeight / 2;
  const isTall = whole.offsetHeight > middle;
  if (isTall && range) field.closest("main").scrollBy({ top: range.getBoundingClientRect().top - middle, behavior });
  else whole.scrollIntoView({ block: isTall ? "start" : "center", behavior });
}

async function goTo(link) {
  const place = placeOf(link.dataset.block, link.dataset.field);
  await open(place);
  uncover(place);
  let field = fieldIn(place);
  if (!field) {
    field = place;
    field.tabIndex = -1;
  }
  field.focus({ preventScroll: true });
  const words = link.closest("[data-checks-key]")?.querySelector("blockquote")?.textContent;
  bringIntoView(field, select(words, field));
}

if (panel && form) {
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("[data-checks-goto]");
    if (!link) return;
    event.preventDefault();
    goTo(link);
  });
}
