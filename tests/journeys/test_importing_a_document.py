"""An author brings in a Word document, sees what would become of it, and goes on writing in the draft."""

from io import BytesIO

from docx import Document
from playwright.sync_api import expect

from blog.models import ArticlePage
from tests.journeys.editor import kinds_of_sections
from tests.journeys.steps import menu, sign_in

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TITLE = "Evening light for low mood"
CLOSED = "Bring your questions to the front desk on Mondays."


def a_handout():
    """What a clinic may have on its shelf: headings, a list, a table, and words in the header of each page."""
    document = Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph("Examplight is a lamp that does not exist. People sit before it in the evening.")
    document.add_heading("Side effects", 1)
    document.add_paragraph("Side effects may include headache, sore eyes, and trouble falling asleep.")
    document.add_heading("Frequently asked questions", 1)
    document.add_paragraph("Can I read while I sit there?", style="Heading 2")
    document.add_paragraph("Yes. Keep your eyes open.")
    document.add_heading("How long people sat", 1)
    table = document.add_table(rows=3, cols=2)
    cells = ["Week", "Minutes", "1", "20", "2", "30"]
    for cell, words in zip((cell for row in table.rows for cell in row.cells), cells, strict=True):
        cell.text = words
    document.sections[0].header.paragraphs[0].text = CLOSED
    file = BytesIO()
    document.save(file)
    return {"name": "evening-light.docx", "mimeType": WORD, "buffer": file.getvalue()}


def test_an_author_imports_a_word_document_and_finds_it_in_sections(page, demo, picture):
    before = set(ArticlePage.objects.values_list("pk", flat=True))
    sign_in(page, "demo-author")
    menu(page, "Articles")
    page.get_by_role("link", name="Import a document").first.click()

    page.get_by_role("button", name="Read the document").click()
    expect(page.get_by_text("Choose a document.")).to_be_visible()
    page.get_by_label("Document").set_input_files({"name": "a.docx", "mimeType": WORD, "buffer": b"no document"})
    page.get_by_role("button", name="Read the document").click()
    expect(page.locator(".error-message")).to_be_visible()
    page.get_by_label("Document").set_input_files(a_handout())
    page.get_by_role("button", name="Read the document").click()

    expect(page.get_by_text("Nothing is saved yet.")).to_be_visible()
    expect(page.get_by_text(CLOSED)).to_be_visible()
    expect(page.get_by_role("row", name="Side effects")).to_contain_text("3 in “side effects”")
    readers = page.frame_locator("iframe")
    expect(readers.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
    picture("import")
    assert set(ArticlePage.objects.values_list("pk", flat=True)) == before

    page.get_by_role("button", name="Save as a draft").click()
    expect(page.get_by_text(f"“{TITLE}” is a draft now. Look it over and fill in the rest.")).to_be_visible()
    expect(kinds_of_sections(page)).to_have_text(["Overview", "Side effects", "Common questions", "Table"])
