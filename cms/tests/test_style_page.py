"""The style page shows what there is: no component is forgotten, and no colour is too faint to read."""

import pytest
from django.urls import reverse

from cms import design_tokens, style_page
from cms.style_samples import SAMPLES
from review.tests import factories
from tests.structure.sources import ROOT, below

COMPONENTS = {path.stem for path in below("templates/components", "*.html")}
SAMPLED = {name for components in SAMPLES.values() for name in components}
RULES = (ROOT / "static" / "css" / "admin-style-page.css").read_text()


def for_readers():
    """Components that stand on a page of readers, as far as templates include them; those of tags have a sample."""
    pages = [*below("templates/pages", "*.html"), *below("templates", "[0-9][0-9][0-9].html")]
    pages += [*below("templates/blocks", "*.html"), *below("templates/components", "*.html")]
    return {name for path in pages for name in style_page.includes(path)}


@pytest.fixture
def page(client, db):
    client.force_login(factories.author())
    return client.get(reverse("style_page"))


def test_every_component_of_readers_has_a_sample_or_is_drawn_by_something_that_is_shown():
    """A component that fails here wants a sample in `SAMPLES` of cms/style_samples.py."""
    assert sorted(for_readers() - SAMPLED - style_page.drawn_by().keys()) == []
    assert sorted(SAMPLED - COMPONENTS) == []


def test_components_of_tags_have_samples():
    named = {
        name
        for app in ("home", "reader", "shop", "search", "editions")
        for path in below(app, "templatetags/*.py")
        for name in COMPONENTS
        if f'"components/{name}.html"' in path.read_text()
    }
    assert sorted(named - SAMPLED - style_page.UNSEEN.keys()) == []


def test_all_of_it_is_drawn(page):
    assert page.status_code == 200
    for name in SAMPLED | style_page.drawn_by().keys():
        assert f"<code>{name}</code>" in page.text
    assert page.text.count('class="style-page__drawn"') == sum(
        len(states) for components in SAMPLES.values() for states in components.values()
    )


@pytest.mark.parametrize(
    ("group", "name", "state"),
    [(group, name, state) for group, names in SAMPLES.items() for name in names for state in names[name]],
)
@pytest.mark.django_db
def test_each_sample_shows_something(rf, group, name, state):
    assert "<" in style_page.sample(name, 0, state, rf.get("/"))


def test_what_a_component_names_is_named_once(page):
    names = page.text.split(' id="')[1:]
    assert len({name.split('"')[0] for name in names}) == len(names)


@pytest.mark.parametrize("pair", design_tokens.pairs(), ids=lambda pair: f"{pair.colour} on {pair.ground}")
def test_colours_can_be_read_on_their_grounds(pair):
    assert pair.holds, (pair.light, pair.dark)


def test_contrast_is_that_of_the_standard():
    assert design_tokens.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert design_tokens.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert design_tokens.contrast("#777777", "#777777") == 1


def test_every_colour_and_size_is_shown(page):
    assert len(design_tokens.colours()) > 15
    for name in design_tokens.colours():
        assert f".colour--{name} {{" in RULES
        assert f"<strong>{name}</strong>" in page.text
    for name, size in [*design_tokens.sizes("text"), *design_tokens.sizes("space")]:
        assert f".size--{name} {{" in RULES
        assert f"{name}, {size}" in page.text


def test_light_and_dark_can_be_chosen(client, page):
    assert 'class="scheme-dark"' not in page.text
    assert 'class="scheme-dark"' in client.get(f"{reverse('style_page')}?scheme=dark").text
    assert "scheme-pink" not in client.get(f"{reverse('style_page')}?scheme=pink").text


def test_only_staff_see_it(client, db):
    assert client.get(reverse("style_page")).status_code == 302
