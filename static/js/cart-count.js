// Fills in how many items are in the cart: pages come without knowing who reads them. The link works without it.
const link = document.querySelector("[data-cart-link]");

function show(count) {
  link.querySelector("[data-cart-count]").textContent = String(count);
  link.querySelector("[data-cart-noun]").textContent = count === 1 ? "item" : "items";
  link.classList.remove("cart-link--unknown");
  // From now on a new number is news; the first one only says what was there.
  link.setAttribute("aria-live", "polite");
}

async function ask(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    show((await answer.json()).count);
  } catch {
    // Better no number than a wrong one.
    link.querySelector(".cart-link__items").hidden = true;
  }
}

if (link) {
  document.addEventListener("cart:count", (event) => show(event.detail));
  // A page that comes back from the browser's memory brings an old number along.
  window.addEventListener("pageshow", () => {
    if (link.dataset.countAt) ask(link.dataset.countAt);
  });
}
