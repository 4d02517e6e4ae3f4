"""The drawn picture: every title has room, and what cannot be written is left out."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from reader import social_pictures
from reader.social_pictures import HEIGHT, TITLE_BOTTOM, TITLE_TOP, WIDTH, draw


def ink(png, box):
    """Whether anything but the ground is in `box` of a picture."""
    colours = Image.open(BytesIO(png)).convert("RGB").crop(box).getcolors(WIDTH * HEIGHT)
    return len(colours) > 1


TITLE = (0, TITLE_TOP, WIDTH, TITLE_BOTTOM)
RIGHT_EDGE = (WIDTH - 60, 0, WIDTH, HEIGHT - social_pictures.STRIPE)
BELOW_TITLE = (0, TITLE_BOTTOM + 20, WIDTH, HEIGHT - social_pictures.STRIPE)


def test_same_words_make_the_same_picture():
    assert draw("Sleep", "Clinic") == draw("Sleep", "Clinic")
    assert (
        len({draw("Sleep", "Clinic"), draw("Rest", "Clinic"), draw("Sleep", "Other"), draw("Sleep", "Clinic", "No")})
        == 4
    )


@pytest.mark.parametrize("title", ["Sleep", "Łódź: “œuvre” für Müde", "x" * 300, "long words " * 40, "W" * 25 + " m"])
def test_title_is_written_within_its_place(title):
    png = draw(title, "A clinic with a name that is far too long for any picture that was ever drawn of it")
    assert ink(png, TITLE)
    assert not ink(png, RIGHT_EDGE)
    assert not ink(png, BELOW_TITLE)


def test_note_is_marked_below_the_title():
    assert ink(draw("Sleep", "Clinic", "Not clinically reviewed"), BELOW_TITLE)


@pytest.mark.parametrize("title", ["", "抑うつ", "Ωmega", "🙂"])
def test_title_that_the_font_cannot_write_is_left_out(title):
    assert not ink(draw(title, "Clinic"), TITLE)


@pytest.mark.parametrize("space", ["\n", "\r", "\x1c", "\x1e", "\x85", "\u2029"])
def test_white_space_of_any_kind_is_a_space(space):
    assert draw(f"Sleep{space}well", f"Calm{space}") == draw("Sleep well", "Calm")


@settings(max_examples=30)
@given(title=st.text(max_size=80), brand=st.text(max_size=30))
def test_any_words_make_a_picture(title, brand):
    assert Image.open(BytesIO(draw(title, brand))).size == (WIDTH, HEIGHT)
