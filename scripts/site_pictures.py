"""Take the pictures of docs/gallery.md anew: `.venv/bin/python scripts/site_pictures.py [page …]`.

Starts the production shape on a database of its own, opens each page as a visitor does, and writes
`docs/images/site/<page>-<look>.png`: whole pages, cut where they are longer than two screens.
"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from benchmarks.production_shape import prepare, server  # noqa: E402
from tests.journeys.chromium import FLAGS, chromium_program  # noqa: E402

PICTURES = ROOT / "docs" / "images" / "site"
PORT = 8767
CONTENT = [
    "manage.py",
    "shell",
    "--no-imports",
    "--command",
    "from scripts import site_pictures_content as c; c.fill()",
]
COLOURS = 96
# A4 at 96 dots an inch, less the margins of the print style; the margin is added as white.
PAPER, MARGIN = {"width": 674, "height": 1002}, 60
LOOKS = {
    "light": {"size": {"width": 1280, "height": 800}, "most": 1500, "media": {"color_scheme": "light"}},
    "dark": {"size": {"width": 1280, "height": 800}, "most": 1500, "media": {"color_scheme": "dark"}},
    "phone": {"size": {"width": 390, "height": 844}, "most": 1688, "media": {"color_scheme": "light"}},
    "print": {"size": PAPER, "most": PAPER["height"], "media": {"color_scheme": "light", "media": "print"}},
}
MODEL = "/articles/examplamine-for-depression/"


def add_to_cart(page):
    page.goto("/services/consultation/")
    page.get_by_label("How many").select_option("2")
    page.get_by_role("button", name="Add to cart").click()
    page.get_by_role("dialog").get_by_text("Consultation").first.wait_for()


def open_drawer(page):
    page.goto("/services/")
    page.get_by_role("button", name="Add to cart “First assessment”").click()
    page.get_by_role("dialog").get_by_role("heading", name="First assessment").wait_for()


def fill_cart(page):
    open_drawer(page)
    add_to_cart(page)
    page.goto("/cart/")


def open_enquiry(page):
    fill_cart(page)
    page.goto("/enquiry/")


def send_unfinished_enquiry(page):
    open_enquiry(page)
    page.get_by_label("Your name").fill("Pat Example")
    page.get_by_role("button", name="Send my request").click()
    page.get_by_role("alert").wait_for()


def send_enquiry(page):
    open_enquiry(page)
    page.get_by_label("Your name").fill("Pat Example")
    page.get_by_label("E-mail address").fill("pat@example.org")
    page.get_by_label("I am 18 or older.").check()
    page.get_by_label("I agree that").check()
    page.get_by_role("button", name="Send my request").click()
    page.get_by_role("heading", name="We have your request").wait_for()


def open_person(page):
    page.goto("/people/")
    page.get_by_role("main").get_by_role("link", name="Demo author").click()


# What shows a page: its address, or the way there.
PAGES = {
    "home": "/",
    "topic": "/depression/",
    "articles": "/articles/",
    "a-to-z": "/a-to-z/",
    "article": MODEL,
    "unreviewed": "/articles/unlocking-the-potential-of-ketamine-from-anesthetic-to-depression-treatment/",
    "edition": f"{MODEL}editions/1/",
    "feedback": f"{MODEL}feedback/",
    "people": "/people/",
    "person": open_person,
    "withdrawn": "/articles/examplamine-and-driving/",
    "taken-down": "/articles/our-opening-hours-in-spring/",
    "search": "/search/",
    "search-results": "/search/?q=examplamine+sleep",
    "search-none": "/search/?q=broken+leg",
    "services": "/services/",
    "service": "/services/consultation/",
    "cart-empty": "/cart/",
    "cart": fill_cart,
    "drawer": open_drawer,
    "enquiry": open_enquiry,
    "enquiry-unfinished": send_unfinished_enquiry,
    "enquiry-sent": send_enquiry,
    "text": "/privacy/",
    "not-found": "/articles/examplamine-for-sleep/",
}
# Taken last, when the database has been moved away.
BROKEN = {"error": "/"}


def main(wanted):
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="clinical-cms-pictures-") as folder:
        scratch = Path(folder)
        # Each request opens the database anew, so that the last of them find it gone.
        environment = prepare(scratch, PORT, CONTENT) | {"DATABASE_CONN_MAX_AGE": "0", "LOG_LEVEL": "CRITICAL"}
        with server(environment) as base, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_program(), args=FLAGS)
            visitor = {"browser": browser, "base": base}
            taken = {name: take(way, **visitor) for name, way in PAGES.items() if not wanted or name in wanted}
            opening = beside(*(take(MODEL, **visitor, looks=OPENING).values()))
            (scratch / "db.sqlite3").rename(scratch / "elsewhere.sqlite3")
            taken |= {name: take(way, **visitor) for name, way in BROKEN.items() if not wanted or name in wanted}
            browser.close()
    for old in [] if wanted else PICTURES.glob("*.png"):
        old.unlink()
    for name, looks in taken.items():
        for look, picture in looks.items():
            save(picture, PICTURES / f"{name}-{look}.png")
    save(opening, PICTURES / "opening.png")
    total = sum(path.stat().st_size for path in PICTURES.glob("*.png"))
    print(f"{len(list(PICTURES.glob('*.png')))} pictures, {total / 1_000_000:.1f} MB")


def take(way, browser, base, looks=LOOKS):
    """Pictures of one page by look; `way` is an address or what a visitor does to get there."""
    profile = browser.new_context(
        base_url=base, locale="en-US", reduced_motion="reduce", viewport={"width": 1280, "height": 800}
    )
    page = profile.new_page()
    if callable(way):
        way(page)
    else:
        page.goto(way)
    has_dialog = page.get_by_role("dialog").count() > 0
    # On paper a dialog is not there, and on a screen it is as high as the window.
    pictures = {
        name: seen(page, look, whole=not has_dialog)
        for name, look in looks.items()
        if not (has_dialog and look["size"] is PAPER)
    }
    profile.close()
    return pictures


def seen(page, look, whole=True):
    """The page from its top, or from the part that `look` names, as far down as `look` shows it."""
    page.set_viewport_size(look["size"])
    page.emulate_media(**{"media": "screen"} | look["media"])
    # A field that has the focus would be the only one with a ring round it.
    page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    picture = Image.open(BytesIO(page.screenshot(full_page=whole))).convert("RGB")
    top = round(page.locator(look["from"]).bounding_box()["y"]) - LEAD if "from" in look else 0
    picture = picture.crop((0, top, picture.width, min(picture.height, top + look["most"])))
    if look["size"] is not PAPER:
        return picture
    paper = Image.new("RGB", (PAPER["width"] + 2 * MARGIN, PAPER["height"] + 2 * MARGIN), "white")
    paper.paste(picture, (MARGIN, MARGIN))
    return paper


def save(picture, path):
    picture.quantize(COLOURS).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} KB")


# What the README opens with: a wide screen by day, and beside it a phone by night, further down.
OPENING = {
    "wide": {"size": {"width": 1180, "height": 900}, "most": 900, "media": {"color_scheme": "light"}},
    "narrow": {
        "size": {"width": 390, "height": 800},
        "most": 820,
        "media": {"color_scheme": "dark"},
        "from": "#what-the-research-shows",
    },
}
# Pixels above the part that a picture begins with.
LEAD = 24
OPENING_GROUND, OPENING_EDGE = (226, 239, 236), (46, 61, 64)


def beside(wide, narrow):
    """One picture of both."""
    gap, edge = 40, 6
    picture = Image.new(
        "RGB", (gap + wide.width + gap + narrow.width + 2 * edge + gap, wide.height + 2 * gap), OPENING_GROUND
    )
    picture.paste(wide, (gap, gap))
    frame = Image.new("RGB", (narrow.width + 2 * edge, narrow.height + 2 * edge), OPENING_EDGE)
    frame.paste(narrow, (edge, edge))
    picture.paste(frame, (wide.width + 2 * gap, (picture.height - frame.height) // 2))
    return picture


if __name__ == "__main__":
    main(sys.argv[1:])
