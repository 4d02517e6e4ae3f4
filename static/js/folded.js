/*
 * Answers that are folded up: a link to something inside one opens it, and paper shows them all. Newer browsers do both
 * by themselves, and find nothing left to do here.
 */

function openRoundTarget() {
  const target = document.querySelector(":target");
  const folded = target?.closest("details:not([open])");
  if (folded) {
    folded.open = true;
    target.scrollIntoView();
  }
}

addEventListener("hashchange", openRoundTarget);
openRoundTarget();

if (!CSS.supports("selector(::details-content)")) {
  let opened = [];

  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((folded) => (folded.open = true));
  });

  addEventListener("afterprint", () => opened.forEach((folded) => (folded.open = false)));
}
