"""The living style page: each component of readers' pages in each state, drawn by the templates that the site uses."""

import re
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.views.generic import TemplateView

from cms import design_tokens
from cms.style_samples import SAMPLES

TEMPLATES = Path(settings.BASE_DIR, "templates")
SCHEMES = {"": "As the device is set", "light": "Light", "dark": "Dark"}

# What nobody sees on the page.
UNSEEN = {"feed_links": "the head of a page", "social": "the head of a page"}
NAMES_ITSELF = re.compile(r'(\b(?:id|for|aria-labelledby|aria-describedby|aria-controls)=")([^"]+)"')
INCLUDES = re.compile(r'{%\s*include\s+"components/([a-z_]+)\.html"')


class StylePageView(TemplateView):
    template_name = "admin/style_page.html"

    def get_context_data(self, **kwargs):
        scheme = self.request.GET.get("scheme", "")
        return super().get_context_data(**kwargs) | {
            "scheme": scheme if scheme in SCHEMES else "",
            "schemes": SCHEMES,
            "colours": design_tokens.colours().values(),
            "pairs": design_tokens.pairs(),
            "text_sizes": design_tokens.sizes("text"),
            "spaces": design_tokens.sizes("space"),
            "groups": drawn(self.request),
            "drawn_elsewhere": sorted(drawn_by().items()),
        }


def drawn(request):
    """`(group, [(component, [(state, html)])])` of all samples."""
    return [
        (
            group,
            [
                (name, [(state, sample(name, number, state, request)) for number, state in enumerate(states)])
                for name, states in components.items()
            ],
        )
        for group, components in SAMPLES.items()
    ]


def sample(name, number, state, request):
    """The component's HTML; what it names on its page is named once on this one, where it stands several times."""
    context = next(components[name] for components in SAMPLES.values() if name in components)[state]
    html = render_to_string(f"components/{name}.html", context, request)
    return mark_safe(NAMES_ITSELF.sub(rf'\1\2-{name}-{number}"', html))  # noqa: S308


def drawn_by():
    """Component without a sample → what draws it: components that have one, or sections of the catalogue, in words."""
    shown = {name for components in SAMPLES.values() for name in components}
    sections = {path.stem: includes(path) for path in (TEMPLATES / "blocks").glob("*.html")}
    parts = {path.stem: includes(path) for path in (TEMPLATES / "components").glob("*.html")}
    found, before = dict(UNSEEN), None
    while before != len(found):
        before = len(found)
        for name in parts.keys() - shown - UNSEEN.keys():
            places = [part for part, names in parts.items() if name in names and (part in shown or part in found)]
            places += [f"section {section}" for section, names in sections.items() if name in names]
            if places:
                found[name] = ", ".join(sorted(places)).replace("_", " ")
    return found


def includes(path):
    return set(INCLUDES.findall(path.read_text()))
