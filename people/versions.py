"""Screens of rows that are public as soon as they are saved, and whose older versions can be brought back."""

from wagtail.admin.views.generic import RevisionsRevertMixin
from wagtail.log_actions import LogContext, LogFormatter
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

KEPT = "people.keep_what_stood_before"


def register(actions):
    """Let a row's history tell the version that was there before anybody edited it on a screen."""

    @actions.register_action(KEPT)
    class Kept(LogFormatter):
        label = "Kept as it was before"
        message = "Kept as it was before it was first edited here"


class SavedOnPurpose:
    """Every page that shows a row prints what it says at that moment, so no half-typed word is saved by itself."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.autosave_enabled = False


class VersionedCreateView(SavedOnPurpose, CreateView):
    pass


class KeepsWhatStoodBefore(SavedOnPurpose):
    """A row that was not made on a screen has no version yet; its first change keeps what it said until then."""

    def save_instance(self):
        before = self.model.objects.get(pk=self.object.pk)
        if before.latest_revision_id is None:
            # Whoever edits it today did not write what stood there: the entry is nobody's.
            with LogContext():
                before.save_revision(clean=False, log_action=KEPT)
        return super().save_instance()


class VersionedEditView(KeepsWhatStoodBefore, EditView):
    pass


class BroughtBack(RevisionsRevertMixin):
    """An older version in the form of the row, without what the row says is not brought back with it.

    `not_brought_back` names fields and child relations that stay as they are today; so does a field that the model did
    not have yet when the version was kept, for its default would be taken for what somebody once said.
    """

    view_name = "revisions_revert"
    not_brought_back = ()

    def get_object(self, queryset=None):
        older = super().get_object(queryset)
        today = self.live_object
        unknown_then = {field.name for field in today._meta.concrete_fields} - set(self.revision.content)
        for name in (*self.not_brought_back, *(unknown_then - {"id", "latest_revision"})):
            if today._meta.get_field(name).one_to_many:
                getattr(older, name).set(getattr(today, name).all())
            else:
                setattr(older, name, getattr(today, name))
        return older


class VersionedViewSet(SnippetViewSet):
    """`not_brought_back` names what an older version leaves as it is today."""

    add_view_class = VersionedCreateView
    edit_view_class = VersionedEditView
    not_brought_back = ()

    @property
    def revisions_revert_view_class(self):
        return type(
            "BringBackView", (BroughtBack, self.edit_view_class), {"not_brought_back": tuple(self.not_brought_back)}
        )
