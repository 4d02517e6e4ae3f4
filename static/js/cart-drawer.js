// Opens the cart beside the page that somebody reads, and keeps it there while they change it.
// What it shows is the cart's own page; without it, or when anything fails, that page opens instead.
const link = document.querySelector("[data-cart-link]");

function built() {
  const dialog = document.createElement("dialog");
  dialog.className = "drawer";
  dialog.setAttribute("aria-labelledby", "drawer-heading");

  const heading = document.createElement("h2");
  heading.id = "drawer-heading";
  heading.className = "drawer__heading";
  heading.tabIndex = -1;
  heading.textContent = "Cart";

  const close = document.createElement("button");
  close.type = "button";
  close.className = "button button--quiet";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());

  const head = document.createElement("div");
  head.className = "drawer__head";
  head.append(heading, close);

  const content = document.createElement("div");
  content.className = "drawer__content";
  dialog.append(head, content);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("submit", (event) => send(event, event.target));
  document.body.append(dialog);
  return { dialog, heading, content };
}

let drawer;

// The cart in a page of ours; nothing where the page has none, for instance because it tells of a fault.
function cartIn(text) {
  return new DOMParser().parseFromString(text, "text/html").querySelector("[data-cart]");
}

function open(cart, opener) {
  drawer ??= built();
  drawer.content.replaceChildren(document.adoptNode(cart));
  document.dispatchEvent(new CustomEvent("cart:count", { detail: Number(cart.dataset.count) }));
  if (!drawer.dialog.open) {
    drawer.dialog.addEventListener("close", () => opener.focus(), { once: true });
    drawer.dialog.showModal();
  }
  const said = drawer.content.querySelector(".said");
  if (said) said.tabIndex = -1;
  (said ?? drawer.heading).focus();
}

async function send(event, form) {
  event.preventDefault();
  const data = new FormData(form, event.submitter);
  // The answer is shown here, wherever the page would have gone on to.
  data.delete("next");
  try {
    const answer = await fetch(form.action, { method: "POST", body: data });
    const cart = answer.ok && cartIn(await answer.text());
    if (!cart) throw new Error("no cart");
    open(cart, event.submitter ?? link);
  } catch {
    form.submit();
  }
}

async function look(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
  event.preventDefault();
  try {
    const answer = await fetch(link.href);
    const cart = answer.ok && cartIn(await answer.text());
    if (!cart) throw new Error("no cart");
    open(cart, link);
  } catch {
    window.location.assign(link.href);
  }
}

if (link && !document.querySelector("[data-cart]")) {
  link.setAttribute("aria-haspopup", "dialog");
  link.addEventListener("click", look);
  for (const form of document.querySelectorAll("[data-cart-add]")) {
    form.addEventListener("submit", (event) => send(event, form));
  }
}
