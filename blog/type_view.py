"""The page before the form of a new article: which type it is decides which sections it opens with."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from blog.enums import ArticleType
from blog.models import ArticlePage
from blog.outlines import OUTLINES, section_names


@dataclass(frozen=True)
class Choice:
    """A type as the page offers it."""

    label: str
    about: str
    sections: list[str]
    url: str


class ArticleTypeView(WagtailAdminTemplateMixin, TemplateView):
    """Shown by the view that creates an article, which has asked for the right to do so, at the same address."""

    template_name = "admin/article_types.html"
    page_title = "New article"
    header_icon = "doc-empty-inverse"
    parent_page = None

    def get_breadcrumbs_items(self):
        above = {
            "url": reverse("wagtailadmin_explore", args=[self.parent_page.pk]),
            "label": self.parent_page.get_admin_display_title(),
        }
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(choices=[self._choice(each) for each in ArticleType], **kwargs)

    def _choice(self, article_type):
        outline = OUTLINES[article_type]
        query = {"article_type": article_type.value}
        if address := get_valid_next_url_from_request(self.request):
            query["next"] = address
        return Choice(
            label=article_type.label,
            about=outline.about,
            sections=section_names(article_type, ArticlePage.body.field.stream_block),
            url=f"?{urlencode(query, safe='/')}",
        )
