/* What is wrong with how a page is laid out, a line each; test_every_page.py puts it into pages. */
(() => {
  const name = (element) => {
    const words = (element.innerText ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.localName} class="${element.getAttribute("class") ?? ""}"> “${words}”`;
  };
  const top = () => [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
  const all = () => [...top().querySelectorAll("*")].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const isADot = (element) => element.offsetWidth <= 1 && getComputedStyle(element).overflowX === "hidden";
  const meantForEarsAlone = (element) => {
    if (element.closest("svg, .skip-link")) return true;
    for (let around = element; around; around = around.parentElement) if (isADot(around)) return true;
    return false;
  };

  const tooWide = () => {
    const page = document.documentElement;
    return page.scrollWidth > page.clientWidth ? [`scrolls sideways by ${page.scrollWidth - page.clientWidth}`] : [];
  };

  const cutOff = () =>
    all()
      .filter((element) => {
        if (meantForEarsAlone(element)) return false;
        const style = getComputedStyle(element);
        const hides = (overflow) => overflow === "hidden" || overflow === "clip";
        return (
          (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map((element) => `cut off: ${name(element)}`);

  const linesOf = (element) => {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return own.flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter((line) => line.width > 2 && line.height > 2);
    });
  };

  const overlapping = () => {
    const words = all()
      .filter((element) => !meantForEarsAlone(element))
      .flatMap((element) => linesOf(element).map((line) => ({ element, line })))
      .sort((one, other) => one.line.top - other.line.top);
    const found = new Set();
    words.forEach(({ element, line }, place) => {
      for (const { element: next, line: below } of words.slice(place + 1)) {
        if (below.top >= line.bottom) break;
        const high = Math.min(line.bottom, below.bottom) - below.top;
        const wide = Math.min(line.right, below.right) - Math.max(line.left, below.left);
        if (wide > 2 && high > 0.4 * Math.min(line.height, below.height)) {
          found.add(`one over the other: ${name(element)} and ${name(next)}`);
        }
      }
    });
    return [...found];
  };

  const focusable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";

  const focusHidden = () =>
    all()
      .filter((element) => element.matches(focusable) && !element.disabled)
      .filter((element) => {
        element.focus();
        const places = [...element.getClientRects()];
        const seen = places.some((place) =>
          [0.2, 0.5, 0.8].some((share) => {
            const x = place.left + share * place.width;
            const y = Math.min(Math.max(place.top + 0.5 * place.height, 1), innerHeight - 1);
            const at = document.elementFromPoint(x, y);
            return at && (element.contains(at) || at.contains(element) || element.labels?.[0]?.contains(at));
          })
        );
        return document.activeElement !== element || !seen;
      })
      .map((element) => `not seen when it has the focus: ${name(element)}`);

  const moving = () => {
    const still = (times) => times.split(", ").every((time) => parseFloat(time) <= 0.00001);
    const found = [...document.querySelectorAll("*")].filter((element) =>
      [null, "::before", "::after", "::backdrop"].some((part) => {
        const style = getComputedStyle(element, part);
        return (style.animationName !== "none" && !still(style.animationDuration)) || !still(style.transitionDuration);
      })
    );
    const smooth = [...document.querySelectorAll("*")].filter(
      (element) => getComputedStyle(element).scrollBehavior === "smooth"
    );
    return [...found.map((element) => `moves: ${name(element)}`), ...smooth.map((element) => `glides: ${name(element)}`)];
  };

  return [...tooWide(), ...cutOff(), ...overlapping(), ...focusHidden(), ...moving()];
})();
