"""The ledger to look things up in: lists without forms, for those who may view them."""

from django.contrib.auth.models import Permission
from wagtail_modeladmin.helpers import DjangoORMSearchHandler, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup

from editions.local_time import moment_text
from editions.models import Edition, Publication

# What a spreadsheet takes for the beginning of a formula, in the wide letters of some keyboards too.
BEGINS_A_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def as_cell(value):
    """`value` for a CSV file: a text that a spreadsheet would run as a formula has an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(BEGINS_A_FORMULA) else value


class OnlyLook(PermissionHelper):
    """Nobody adds, edits or deletes evidence, whatever permissions they hold."""

    def user_can_list(self, user):
        return self.user_has_specific_permission(user, self.get_perm_codename("view"))

    def user_can_inspect_obj(self, user, obj):
        return self.user_can_list(user)

    def user_can_create(self, user):
        return False

    def user_can_edit_obj(self, user, obj):
        return False

    def user_can_delete_obj(self, user, obj):
        return False


class TameSearch(DjangoORMSearchHandler):
    """Search for what was typed, without what a database cannot be asked for."""

    LONGEST = 200

    def search_queryset(self, queryset, search_term, **kwargs):
        return super().search_queryset(queryset, search_term.replace("\0", " ")[: self.LONGEST], **kwargs)


def moment_column(field, heading):
    """A column of the list: the moment in `field` with its zone by name, sorted as the field is."""

    def column(row):
        moment = getattr(row, field)
        return moment and moment_text(moment)

    column.short_description, column.admin_order_field = heading, field
    return column


class Register(ModelAdmin):
    permission_helper_class = OnlyLook
    inspect_view_enabled = True
    history_view_enabled = False
    search_handler_class = TameSearch
    list_per_page = 50
    ordering = ["-pk"]

    recorded = staticmethod(moment_column("made_at", "Recorded"))

    def by(self, row):
        return row.made_by_name or "A command"

    def get_permissions_for_registration(self):
        codename = self.permission_helper.get_perm_codename("view")
        return Permission.objects.filter(content_type__app_label=self.opts.app_label, codename=codename)


class EditionRegister(Register):
    model = Edition
    menu_icon = "doc-full"
    list_display = ["title", "number", "kind", "lapses", "recorded", "by"]
    list_filter = ["kind"]
    search_fields = ["metadata", "made_by_name"]
    # The bodies are what readers' pages and the review screen are for.
    inspect_view_fields_exclude = ["content", "html", "metadata"]

    lapses = staticmethod(moment_column("lapses_at", "Review lapses"))

    def get_queryset(self, request):
        return super().get_queryset(request).defer("content", "html")

    def title(self, edition):
        return edition.facts["title"]


class PublicationRegister(Register):
    model = Publication
    menu_icon = "calendar-check"
    list_display = ["about", "readers_get", "start", "end", "recorded", "by"]
    list_filter = ["state"]
    search_fields = ["reason", "made_by_name"]

    start = staticmethod(moment_column("effective_at", "From"))
    end = staticmethod(moment_column("expires_at", "Until"))

    def get_queryset(self, request):
        bodies = ("edition__content", "edition__html")
        return super().get_queryset(request).select_related("edition").defer(*bodies)

    def about(self, publication):
        return str(publication.edition) if publication.edition else f"Page {publication.page_id}"

    def readers_get(self, publication):
        return publication.get_state_display() or f"(cancels row {publication.cancels_id})"


class Registers(ModelAdminGroup):
    menu_label = "Registers"
    menu_icon = "list-ul"
    menu_order = 700
    items = [EditionRegister, PublicationRegister]
