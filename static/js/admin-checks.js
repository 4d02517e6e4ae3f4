// Keeps the editor's panel “Clinical checks” up to date while somebody types: the server reads the form and answers
// with what it finds. Sends the answers to findings.

const PAUSE = 800;
// Milliseconds after which somebody is told that it takes longer, and after which nobody waits any more.
const LONG = 2_000;
const TOO_LONG = 10_000;
const CHECKING = "Checking…";
const SENDING = "Sending your answer…";
const KEPT = "Kept, and listed under “Answered”.";
const TAKEN_BACK = "Taken back.";
const FAILED = "Could not check; the last result is shown.";
const NOT_SENT = "Your answer could not be sent. Try again in a moment.";
const IN_A_FINDING = "a, button, summary, textarea";
// Comments and the number of the draft are no text, and change by themselves.
const NO_TEXT = /^(comments-|loaded_revision|overwrite_revision)/;

// Wagtail tells of changes, but not in a form that came back with errors; whether something changed is seen by reading.
const CHANGES = ["w-unsaved:add", "w-unsaved:clear", "input", "change", "keyup", "click"];

const panel = document.querySelector('[data-side-panel="clinical_checks"]');
const form = document.querySelector("form[data-edit-form]");

let timer;
// The text of the findings that are shown, and of those that are waited for; and what stops waiting for them.
let lastRead = "";
let asking = "";
let running = new AbortController();
let answering = false;

// Wagtail puts another panel in the place of this one's content when it has saved a new article.
const part = (name) => panel.querySelector(`[data-checks-${name}]`);
const address = () => panel.querySelector("[data-check-url]").dataset.checkUrl;
const keyOf = (element) => element.closest("[data-checks-key]")?.dataset.checksKey;
const withKey = (root, key) => root.querySelectorAll(`[data-checks-key="${CSS.escape(key)}"]`);

function formData() {
  const data = new FormData(form);
  for (const name of [...data.keys()]) if (NO_TEXT.test(name)) data.delete(name);
  return data;
}

// What an answer has to bring along: the page to sign in at, for example, is none.
async function findingsIn(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("[data-checks-findings]");
}

// What is told of the findings as they are is in their summary, too; the rest is shown to everybody.
function tell(status, isBusy = false, isShown = isBusy) {
  const region = part("status");
  if (region.textContent !== status) region.textContent = status;
  region.classList.toggle("w-sr-only", !isShown);
  part("findings").ariaBusy = isBusy;
}

// Sends the form in the place of what is under way. `fresh` are the findings, null where none came; `problem` is what the
// server has against an answer. Nothing comes of what was overtaken.
async function ask(url, data, saying) {
  running.abort();
  const mine = (running = new AbortController());
  const long = setTimeout(() => tell(saying, true), LONG);
  const tooLong = setTimeout(() => mine.abort(), TOO_LONG);
  const options = { method: "POST", body: data, headers: { "X-Requested-With": "XMLHttpRequest" }, signal: mine.signal };
  const found = { fresh: null, problem: "" };
  try {
    const answer = await fetch(url, options);
    if (answer.ok) found.fresh = await findingsIn(answer);
    else if (answer.headers.get("Content-Type")?.startsWith("text/plain")) found.problem = await answer.text();
  } catch {
    // Without a connection, or without an answer in time, the last result stays, and says so.
  }
  clearTimeout(long);
  clearTimeout(tooLong);
  if (mine !== running) return null;
  if (part("findings").ariaBusy === "true") tell("");
  return found;
}

function say(failure) {
  if (part("failed").textContent !== failure) part("failed").textContent = failure;
  part("failed").hidden = !failure;
}

// Puts the keyboard back where it is in the findings, at the same height of the screen: in the same finding or, where that
// is gone or somebody is done with it, in the one after it.
function placeIn(findings, isDone) {
  const active = document.activeElement;
  const finding = active.closest("[data-checks-key]");
  if (!findings.contains(active)) return () => {};
  // A heading, or a link to one.
  if (!finding) return (fresh) => fresh.querySelector(`#${CSS.escape(active.id)}`)?.focus({ preventScroll: true });
  const all = [...findings.querySelectorAll("[data-checks-key]")];
  const [at, height] = [all.indexOf(finding), active.getBoundingClientRect().top];
  const position = isDone ? 0 : [...finding.querySelectorAll(IN_A_FINDING)].indexOf(active);
  const nearest = [...all.slice(isDone ? at + 1 : at), ...all.slice(0, at).reverse()].map((each) => {
    const key = keyOf(each);
    return [key, [...withKey(findings, key)].indexOf(each)];
  });
  return (fresh) => {
    for (const [key, number] of nearest) {
      const there = [...withKey(fresh, key)];
      const inside = there[Math.min(number, there.length - 1)]?.querySelectorAll(IN_A_FINDING);
      if (!inside) continue;
      const target = inside[position] ?? inside[0];
      target.focus({ preventScroll: true });
      panel.scrollBy({ top: target.getBoundingClientRect().top - height, behavior: "instant" });
      return;
    }
    part("summary").tabIndex = -1;
    part("summary").focus();
  };
}

// Puts fresh findings in the place of the old ones. An answer that somebody is writing stays as it is.
function show(fresh, isDone = false) {
  const old = part("findings");
  const putBack = placeIn(old, isDone);
  for (const writing of old.querySelectorAll("details[open]")) {
    const position = [...withKey(old, keyOf(writing))].indexOf(writing.closest("[data-checks-key]"));
    withKey(fresh, keyOf(writing))[position]?.querySelector("details")?.replaceWith(writing);
  }
  old.replaceWith(fresh);
  putBack(fresh);
  say("");
  tell(part("summary").textContent.trim());
  const counter = document.querySelector('[data-side-panel-toggle="clinical_checks"] [data-side-panel-toggle-counter]');
  counter.textContent = fresh.dataset.count;
  counter.hidden = fresh.dataset.count === "0";
}

async function check() {
  const data = formData();
  const read = JSON.stringify([...data].filter(([, value]) => typeof value === "string"));
  // Once an answer is through, what was typed meanwhile is checked.
  if (answering || read === (asking || lastRead)) return;
  const url = address();
  asking = read;
  const found = await ask(url, data, CHECKING);
  if (!found) return;
  asking = "";
  if (url !== address()) schedule();
  else if (found.fresh) {
    lastRead = read;
    show(found.fresh);
  } else say(FAILED);
}

function schedule() {
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
}

async function sendAnswer(answerForm, submitter) {
  if (answering) return;
  const data = formData();
  for (const [name, value] of new FormData(answerForm, submitter)) if (name.startsWith("answer-")) data.set(name, value);
  clearTimeout(timer);
  asking = "";
  answering = true;
  const { fresh, problem } = await ask(answerForm.action, data, SENDING);
  answering = false;
  if (fresh) {
    answerForm.closest("details")?.removeAttribute("open");
    const isKept = !submitter?.matches("[name=answer-take_back]");
    show(fresh, isKept);
    tell(isKept ? KEPT : TAKEN_BACK, false, true);
  } else {
    const place = answerForm.querySelector("[data-checks-problem]");
    place.textContent = problem || NOT_SENT;
    place.hidden = false;
    // It may have been kept all the same.
    lastRead = "";
  }
  schedule();
}

function begin() {
  for (const name of CHANGES) document.addEventListener(name, schedule);
  window.addEventListener("online", schedule);
  panel.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-checks-answer]")) return;
    event.preventDefault();
    sendAnswer(event.target, event.submitter);
  });
  if (panel.querySelector('[data-checks-stale="true"]')) schedule();
}

if (panel && form) begin();
