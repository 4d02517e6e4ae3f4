"""An article as a file: its latest draft for those who may edit it, an edition for those who may view editions."""

import json

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views import View

from blog.content import content
from blog.exporters import EXPORTS, exported, file_name, stored_pictures
from blog.models import ArticlePage
from editions.models import Edition

DRAFT, EDITION = "article_export", "edition_export"
VIEW_EDITIONS = "editions.view_edition"


class ExportView(View):
    """Gives the file of what `whole()` says, under the name that `name(kind)` says; `html` is an edition's."""

    html = ""

    def get(self, request, *args, kind, **kwargs):
        if kind not in EXPORTS:
            raise Http404("There is no such kind of file.")
        whole = self.whole()
        data = exported(whole, kind, stored_pictures(whole, self.html))
        response = HttpResponse(data, content_type=EXPORTS[kind].media_type)
        response.headers["Content-Disposition"] = content_disposition_header(True, self.name(whole, kind))
        response.headers["Cache-Control"] = "private, no-store"
        return response


class ExportDraftView(ExportView):
    def dispatch(self, request, *args, **kwargs):
        self.article = get_object_or_404(ArticlePage, pk=kwargs["page_id"])
        if not self.article.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def whole(self):
        return content(self.article.get_latest_revision_as_object())

    def name(self, whole, kind):
        return file_name(whole["title"], kind)


class ExportEditionView(ExportView):
    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(VIEW_EDITIONS):
            raise PermissionDenied
        self.edition = get_object_or_404(Edition, pk=kwargs["edition_id"])
        return super().dispatch(request, *args, **kwargs)

    @property
    def html(self):
        return self.edition.html

    def whole(self):
        return json.loads(self.edition.content)

    def name(self, whole, kind):
        return file_name(whole.get("title", ""), kind, self.edition.number)
