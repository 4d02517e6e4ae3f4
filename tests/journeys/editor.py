"""What an author does over and over in the editor of an article; places are found by the words on the screen."""

import re

from playwright.sync_api import expect

# The words above a field, without the star of what is required.
LABELLED = 'xpath=descendant::*[@data-contentpath][label[normalize-space(text()[1])="{}"]]'
LIST = "> div > [data-streamfield-list-container]"
SECTIONS = "[data-streamfield-stream-container] > [data-streamfield-child]"
PANEL = '[data-side-panel="clinical_checks"]'


def kinds_of_sections(page):
    """What the kinds of the article's sections are called, from top to bottom."""
    return page.locator(f"{SECTIONS} > section > div > h2 > .c-sf-block__type")


def section(page, kind, number=0):
    """A section of the article by what its kind is called; `number` tells those of one kind apart."""
    kind_of_it = page.locator(".c-sf-block__type", has_text=re.compile(f"^{re.escape(kind)}$"))
    return page.locator(SECTIONS).filter(has=kind_of_it).nth(number)


def part(place, label):
    """The field or list under `label` in a section or row."""
    return place.locator(LABELLED.format(label)).first


def fill_in(place, values):
    """Fill fields by their labels: text is typed, an option picked by its name, True ticks a box."""
    for label, value in values.items():
        field = part(place, label)
        if value is True:
            field.get_by_role("checkbox").check()
        elif field.locator("select").count():
            field.locator("select").select_option(label=value)
        else:
            field.locator("input:not([type=hidden]), textarea").fill(value)


def row(place, label, number):
    """A row of the list under `label`; where there is none yet, the plus below the last one adds it."""
    container = part(place, label).locator(LIST)
    found = container.locator("> [data-streamfield-child]")
    if found.count() == number:
        container.locator("> [data-streamfield-list-add]").last.click()
    return found.nth(number)


def write(place, label, *paragraphs):
    """Type paragraphs into the rich text under `label`, behind what stands there."""
    field = part(place, label)
    field.locator(".public-DraftEditor-content").click()
    keyboard = field.page.keyboard
    keyboard.press("Control+End")
    for number, paragraph in enumerate(paragraphs):
        if number:
            keyboard.press("Enter")
        keyboard.type(paragraph)
    wait_until_taken(field, paragraphs[-1])


def wait_until_taken(field, words):
    """The editor hands typed words to the form a quarter of a second after the last one."""
    expect(field.locator("input[name]")).to_have_value(re.compile(re.escape(words)))


def open_chooser(place, label):
    """Press the button of the chooser under `label`; returns the dialog."""
    part(place, label).locator("[data-chooser-action-choose]:visible").click()
    return dialog_of(place.page)


def dialog_of(page):
    return page.locator(".modal:visible")


def choose(dialog, name):
    """Choose by a part of the name in an open chooser."""
    dialog.get_by_role("link", name=name).click()
    expect(dialog).to_be_hidden()


def cite(place, label, name, picture):
    """Cite a source behind the last word of the rich text under `label`, with the button of the toolbar."""
    field = part(place, label)
    field.locator(".public-DraftEditor-content").click()
    keyboard = field.page.keyboard
    keyboard.press("Control+End")
    keyboard.press("Control+Shift+ArrowLeft")
    button = field.page.get_by_role("button", name="Cite a source")
    button.hover()
    picture("cite", at=place)
    button.click()
    choose(dialog_of(field.page), name)
    wait_until_taken(field, "CITATION")


def open_checks(page):
    """Open the panel “Clinical checks”, where it is not open already; returns it."""
    panel = page.locator(PANEL)
    if not panel.is_visible():
        page.get_by_role("button", name="Toggle clinical checks").click()
    expect(panel).to_be_visible()
    return panel


def finding(panel, words):
    """A finding of the panel by a part of what it says."""
    return panel.locator("[data-checks-key]", has_text=words)


def hand_in(page):
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Submit for clinical review").click()
