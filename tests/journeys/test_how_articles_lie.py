"""How an article's text lies on a phone and on paper, where only a browser can tell."""

ARTICLE = "/articles/examplamine-for-depression/"
# Marks of sources that stand on another line than the last letter before them, at any width of the text.
ALONE = """() => {
  const alone = [];
  const text = document.querySelector(".article > .article-body:not(.article-lead)");
  for (let width = 300; width < 420; width += 4) {
    text.style.inlineSize = `${width}px`;
    for (const mark of text.querySelectorAll(".cite")) {
      const before = mark.previousSibling;
      const end = before?.nodeType === Node.TEXT_NODE ? before.data.length : 0;
      if (!end || /\\s/.test(before.data[end - 1])) continue;
      const letter = document.createRange();
      letter.setStart(before, end - 1);
      letter.setEnd(before, end);
      if (mark.getClientRects()[0].top > letter.getBoundingClientRect().bottom) {
        alone.push(`${width}: ${before.data}`);
      }
    }
  }
  return alone;
}"""
WITHOUT_JOINER = """() => {
  const rules = new CSSStyleSheet();
  rules.replaceSync(".article-body .cite.cite::before { content: none }");
  document.adoptedStyleSheets = [rules];
}"""
# From the last section of the lead to the first of the text, and between the first two of the text.
GAPS = """() => {
  const lead = [...document.querySelectorAll(".article-lead > .section")].at(-1);
  const [first, second] = document.querySelectorAll(".article-body:not(.article-lead) > .section");
  const gap = (above, below) => Math.round(below.getBoundingClientRect().top - above.getBoundingClientRect().bottom);
  return [gap(lead, first), gap(first, second)];
}"""


def test_the_mark_of_a_source_is_never_alone_on_a_line(page, demo):
    page.goto(ARTICLE)
    assert page.evaluate(ALONE) == []
    page.evaluate(WITHOUT_JOINER)
    assert page.evaluate(ALONE) != []


def test_on_paper_sections_are_as_far_apart_where_the_list_of_contents_stood(page, demo):
    page.goto(ARTICLE)
    page.emulate_media(media="print")
    below_lead, between = page.evaluate(GAPS)
    assert below_lead == between
