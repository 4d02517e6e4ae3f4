// Keeps an act of the publication desk up to date while somebody fills in its form: the server is asked what readers
// would get, and the parts marked data-desk-live are taken from its answer. The form works without this.

const PAUSE = 250;

function takeOver(live, fresh) {
  const now = fresh.querySelector(`#${CSS.escape(live.id)}`);
  if (now && now.innerHTML !== live.innerHTML) live.innerHTML = now.innerHTML;
}

function label(form, source) {
  const button = form.querySelector("[data-desk-label]");
  button.textContent = source.querySelector("[data-desk-label]").dataset.deskLabel;
}

function watch(form) {
  let timer;
  let asked = 0;

  async function look() {
    const mine = ++asked;
    const data = new FormData(form);
    data.set("look", "1");
    let answer;
    try {
      answer = await fetch(form.action || window.location.href, {
        method: "POST",
        body: data,
        headers: { "X-Requested-With": "XMLHttpRequest" },
      });
    } catch {
      return; // Without a connection the page stays as it is; the server judges the form when it is sent.
    }
    if (!answer.ok || mine !== asked) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const live of form.querySelectorAll("[data-desk-live]:not([data-desk-label])")) takeOver(live, fresh);
    for (const input of form.querySelectorAll(".desk-moment__row input")) {
      const wrong = fresh.querySelector(`#${CSS.escape(input.id)}[aria-invalid="true"]`);
      if (wrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
    label(form, fresh);
  }

  function chooseMoment(target) {
    const fields = target.closest("[data-desk-belongs-to]");
    const radio = fields?.closest("fieldset").querySelectorAll('input[type="radio"]')[1];
    if (radio) radio.checked = true;
  }

  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, (event) => {
      if (event.target.matches(".desk-moment__row input")) chooseMoment(event.target);
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    });
  }
  // Wagtail's pickers open a moment after focus, and stay open over what follows when the Tab key leaves them.
  form.addEventListener("focusout", ({ target }) => {
    if (!target.matches(".desk-moment__row input")) return;
    setTimeout(() => {
      const holder = document.activeElement;
      if (holder !== target && !holder?.closest(".xdsoft_datetimepicker")) {
        window.jQuery?.(target).datetimepicker?.("hide");
      }
    }, PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    asked += 1;
    // After the browser has gathered the form, so that a second click sends nothing.
    setTimeout(() => form.querySelectorAll('button[type="submit"]').forEach((button) => (button.disabled = true)));
  });
  window.addEventListener("pageshow", () => {
    form.querySelectorAll('button[type="submit"]').forEach((button) => (button.disabled = false));
  });
  label(form, form);
}

document.querySelectorAll("[data-desk-act]").forEach(watch);
