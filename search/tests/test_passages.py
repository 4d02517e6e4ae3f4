from search.passages import LONGEST, Passage, passages


class FakeEdition:
    def __init__(self, html, summary="In short."):
        self.html = html
        self.facts = {"title": "Title", "summary": summary}


def section(inner, name="effects", kind="side_effects"):
    return f'<section id="{name}" data-kind="{kind}"><h2 id="{name}-heading">Effects</h2>{inner}</section>'


def cut(html):
    return passages(FakeEdition(html))[1:]


def test_summary_comes_first_and_then_each_section():
    assert passages(FakeEdition(section("<p>One.</p>") + section("<p>Two.</p>", "more", "overview"))) == [
        Passage("", "", "article", "In short."),
        Passage("effects", "Effects", "side_effects", "One."),
        Passage("more", "Effects", "overview", "Two."),
    ]


def test_paragraphs_and_items_are_kept_apart():
    [found] = cut(section("<div><p>One<br>and.</p></div><ul><li>Two</li><li>Three</li></ul>"))
    assert found.text == "One\nand.\nTwo\nThree"


def test_cells_of_a_row_are_kept_apart():
    [found] = cut(
        section("<table><tr><th>Nausea</th><td><b>Common</b>: often</td></tr><tr><td>Sleep</td></tr></table>")
    )
    assert found.text == "Nausea · Common: often\nSleep"


def test_what_heads_a_column_is_not_searched():
    [found] = cut(section("<table><thead><tr><th>What</th></tr></thead><tr><td>Nausea</td></tr></table>"))
    assert found.text == "Nausea"


def test_words_are_not_broken_by_inline_elements():
    [found] = cut(section("<p>CO<sub>2</sub> and <strong>ke</strong>tamine</p>"))
    assert found.text == "CO2 and ketamine"


def test_what_is_not_read_is_left_out():
    [found] = cut(
        section(
            '<p>Nausea.<a href="#reference-1">1</a></p><script>x</script><svg><title>x</title></svg>'
            '<p data-nosnippet>Read about <a href="#risks">risks</a></p><p class="visually-hidden">for the ear</p>'
            '<span aria-hidden="true"><span>x</span>x</span>'
            '<ol><li>A study.<a class="reference__back" href="#here">back</a></li></ol>'
        )
    )
    assert found.text == "Nausea.\nA study."


def test_hidden_word_in_a_heading_is_no_part_of_it():
    html = '<section id="a" data-kind="warning"><h2><span class="visually-hidden">Important: </span>Stop</h2></section>'
    assert cut(html) == [Passage("a", "Stop", "warning", "")]


def test_section_inside_a_section_belongs_to_it():
    [found] = cut(section("<p>One.</p><section><h2>Inner</h2><p>Two.</p></section><p>Three.</p>"))
    assert found.text == "One.\nInner\nTwo.\nThree."


def test_long_section_is_cut_between_paragraphs():
    paragraphs = [f"Paragraph {number} " + "word " * 60 for number in range(20)]
    parts = cut(section("".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)))
    assert len(parts) > 3
    assert all(len(part.text) <= LONGEST + len(parts) for part in parts)
    assert {part.section_id for part in parts} == {"effects"}
    assert "\n".join(part.text for part in parts) == "\n".join(paragraph.strip() for paragraph in paragraphs)


def test_paragraph_longer_than_a_passage_stays_whole():
    [one, two] = cut(section(f"<p>{'word ' * 1000}</p><p>Short.</p>"))
    assert len(one.text) > LONGEST
    assert two.text == "Short."
