"""What readers said of articles, for those who may view it; nobody writes or changes an answer."""

import json

from django.contrib.admin import SimpleListFilter
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

from editions.local_time import day_text
from editions.models import Edition
from editions.registers import OnlyLook, TameSearch, as_cell
from reader.models import Feedback


class OnlyLookOrDelete(OnlyLook):
    """A sentence that should not have been written, for it names somebody, can go."""

    def user_can_inspect_obj(self, user, obj):
        # The list tells all that there is.
        return False

    def user_can_delete_obj(self, user, obj):
        return self.user_has_specific_permission(user, self.get_perm_codename("delete"))


class AnswerFilter(SimpleListFilter):
    title, parameter_name = "answer", "answer"

    def lookups(self, request, register):
        return [("yes", "Yes"), ("no", "No")]

    def queryset(self, request, answers):
        return answers.filter(is_helpful=self.value() == "yes") if self.value() else answers


class ArticleFilter(SimpleListFilter):
    """Each article that was answered about, by its newest title, with what readers found of all its editions."""

    title, parameter_name = "article", "article"

    def lookups(self, request, register):
        counted = list(Feedback.objects.counted_by_page())
        editions = Edition.objects.filter(pk__in=[page["newest"] for page in counted])
        titles = {page_id: title_in(metadata) for page_id, metadata in editions.values_list("page_id", "metadata")}
        found = [(titles[page["edition__page_id"]], page) for page in counted]
        return [
            (str(page["edition__page_id"]), f"{title}: {page['helpful']} of {page['answers']} found it helpful")
            for title, page in sorted(found, key=lambda pair: (pair[0].casefold(), pair[1]["edition__page_id"]))
        ]

    def queryset(self, request, answers):
        wanted = self.value()
        if not wanted:
            return answers
        is_id = wanted.isascii() and wanted.isdigit() and len(wanted) < 19
        return answers.of_page(int(wanted)) if is_id else answers.none()


class AnswersView(IndexView):
    def preprocess_field_value(self, field, value, export_format):
        """A spreadsheet must not run what a stranger wrote."""
        value = super().preprocess_field_value(field, value, export_format)
        return as_cell(value) if export_format == self.FORMAT_CSV else value


class FeedbackRegister(ModelAdmin):
    model = Feedback
    menu_label = "Reader feedback"
    menu_icon = "comment"
    menu_order = 705
    permission_helper_class = OnlyLookOrDelete
    index_view_class = AnswersView
    history_view_enabled = False
    list_display = list_export = ["article", "edition_number", "answer", "sentence", "given_on"]
    list_filter = [AnswerFilter, ArticleFilter]
    list_per_page = 50
    list_select_related = ["edition"]
    search_fields = ["sentence"]
    search_handler_class = TameSearch
    export_filename = "reader-feedback"
    empty_value_display = ""

    def get_queryset(self, request):
        return super().get_queryset(request).defer("edition__content", "edition__html")

    def article(self, answer):
        return title_in(answer.edition.metadata)

    def edition_number(self, answer):
        return answer.edition.number

    edition_number.short_description = "Edition"

    def answer(self, answer):
        return "Yes" if answer.is_helpful else "No"

    answer.short_description, answer.admin_order_field = "Helpful", "is_helpful"

    def given_on(self, answer):
        return day_text(answer.day)

    given_on.short_description, given_on.admin_order_field = "Day", "day"


def title_in(metadata):
    return json.loads(metadata)["title"]
