/* Why a paste of references was not taken is said below its box: when it is too long to be sent, and in a chooser when the
   server answers that it could not take it. */
(() => {
  if (window.saysWhyPasteWasNotTaken) {
    return;
  }
  window.saysWhyPasteWasNotTaken = true;

  const placeIn = (form) => form.querySelector("[data-longest]");

  const say = (form, words) => {
    placeIn(form).textContent = words;
    placeIn(form).scrollIntoView({ block: "nearest" });
  };

  const words = (status, tooLong) => {
    switch (status) {
      case 0:
        return "There was no answer. Look whether you are connected, then send it again.";
      case 403:
        return "This was not taken: you may have been signed out. Sign in again in another tab, then send it again.";
      case 413:
        return tooLong;
      default:
        return `The server could not take this (error ${status}). Send it again, or type it by hand.`;
    }
  };

  // Before the chooser's own handler, which sends it.
  document.addEventListener(
    "submit",
    (event) => {
      const place = placeIn(event.target);
      if (!place) {
        return;
      }
      place.textContent = "";
      if (event.target.elements.pasted.value.trim().length > Number(place.dataset.longest)) {
        event.preventDefault();
        event.stopPropagation();
        say(event.target, place.dataset.tooLong);
      }
    },
    true,
  );

  // Wagtail says it too, but at the end of the long form below, and to its developers.
  window.jQuery?.(document).on("ajaxError", (event, answer, settings) => {
    const form = [...document.forms].find((one) => placeIn(one) && one.action === settings.url);
    if (form) {
      form.parentElement.querySelectorAll(":scope > .help-critical").forEach((message) => message.remove());
      say(form, words(answer.status, placeIn(form).dataset.tooLong));
    }
  });
})();
