"""The ledger: editions, publications, the chain of seals over both, and the projection that readers ask."""

import json

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.functional import cached_property

from editions import timeline


class EditionQuerySet(models.QuerySet):
    def newest(self):
        """The last edition of each page."""
        newer = Edition.objects.filter(page_id=OuterRef("page_id"), number__gt=OuterRef("number"))
        return self.filter(~Exists(newer))

    def awaiting_a_date(self, moment):
        """The newest edition of each page that no publication shows and that may be shown at `moment`."""
        return self._undated().exclude(_overtaken(moment))

    def overtaken(self, moment):
        """The newest edition of each page that got no date and by `moment` can get none any more."""
        return self._undated().filter(_overtaken(moment))

    def _undated(self):
        return self.newest().filter(~Exists(Publication.objects.standing().filter(edition=OuterRef("pk"))))


def _overtaken(moment):
    """The condition of an edition whose review lapsed by `moment`, or whose page was withdrawn since its freeze."""
    # The ledger's law: from a withdrawal on, only what was frozen after it was recorded.
    withdrawn_since = Publication.objects.standing().filter(
        page_id=OuterRef("page_id"),
        state=timeline.WITHDRAWN,
        effective_at__lte=moment,
        made_at__gte=OuterRef("frozen_at"),
    )
    return Q(lapses_at__lte=moment) | Exists(withdrawn_since)


class Edition(models.Model):
    """A sealed submission: what readers may be shown. Never updated, never deleted."""

    class Kind(models.TextChoices):
        REVIEWED = "reviewed", "Reviewed by a second clinician"
        UNREVIEWED = "unreviewed", "Not clinically reviewed"

    append_only = True

    page_id = models.PositiveBigIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=Kind.choices)
    content = models.TextField()
    html = models.TextField()
    metadata = models.TextField()
    content_digest = models.CharField(max_length=64)
    html_digest = models.CharField(max_length=64)
    metadata_digest = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    lapses_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.PositiveBigIntegerField(null=True, blank=True)
    made_by_name = models.CharField(max_length=200, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["page_id", "number"]
        constraints = [
            models.UniqueConstraint(name="edition_number_once_a_page", fields=["page_id", "number"]),
            models.CheckConstraint(name="edition_kind_known", condition=Q(kind__in=["reviewed", "unreviewed"])),
        ]

    def __str__(self):
        return f"Edition {self.number}: {self.facts['title']}"

    @cached_property
    def facts(self):
        """The metadata as a dict: title, summary, authors, reviewers and their dates, topics, sections, locale."""
        return json.loads(self.metadata)

    @property
    def is_reviewed(self):
        return self.kind == self.Kind.REVIEWED


class EditionTopic(models.Model):
    """A topic of an edition, so that a topic's page is one query; written with the edition."""

    append_only = True

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="topics")
    page_id = models.PositiveBigIntegerField(help_text="The topic's page")

    class Meta:
        constraints = [models.UniqueConstraint(name="edition_topic_once", fields=["edition", "page_id"])]
        indexes = [models.Index(name="edition_topic_page", fields=["page_id", "edition"])]

    def __str__(self):
        return f"{self.edition_id} in topic {self.page_id}"


class EditionPicture(models.Model):
    """A file of the record that an edition shows; written with the edition. Readers get no other file of it."""

    append_only = True

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="pictures")
    name = models.CharField(max_length=80, help_text="Digest and extension")

    class Meta:
        constraints = [models.UniqueConstraint(name="edition_picture_once", fields=["edition", "name"])]
        indexes = [models.Index(name="edition_picture_name", fields=["name", "edition"])]

    def __str__(self):
        return f"{self.name} in edition {self.edition_id}"


class PublicationQuerySet(models.QuerySet):
    def standing(self):
        """Those that count, neither cancelling nor cancelled: `timeline.standing`, in SQL."""
        return self.filter(~Exists(Publication.objects.filter(cancels=OuterRef("pk"))), cancels=None)


class Publication(models.Model):
    """What readers get of a page from a moment on, or the cancelling of an earlier row that has not taken effect."""

    class State(models.TextChoices):
        SHOWN = timeline.SHOWN, "Shown"
        WITHDRAWN = timeline.WITHDRAWN, "Withdrawn, with a notice"
        NOTHING = timeline.NOTHING, "Taken down"

    class Then(models.TextChoices):
        NOTHING = timeline.NOTHING, "Nothing: the article is taken down"
        PREVIOUS = timeline.PREVIOUS, "What was shown before"
        WITHDRAWN = timeline.WITHDRAWN, "A notice that it was withdrawn"

    append_only = True

    page_id = models.PositiveBigIntegerField()
    state = models.CharField(max_length=16, choices=State.choices, blank=True)
    edition = models.ForeignKey(Edition, null=True, blank=True, on_delete=models.PROTECT, related_name="publications")
    effective_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    then = models.CharField(max_length=16, choices=Then.choices, blank=True)
    cancels = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="cancelled_by")
    refers_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by")
    release_id = models.UUIDField(null=True, blank=True)
    reason = models.TextField(blank=True)
    read_instead = models.PositiveBigIntegerField(null=True, blank=True, help_text="A page to read instead")
    made_at = models.DateTimeField()
    made_by = models.PositiveBigIntegerField(null=True, blank=True)
    made_by_name = models.CharField(max_length=200, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(name="publication_of_page", fields=["page_id", "effective_at"])]
        constraints = [
            models.CheckConstraint(
                name="publication_says_or_cancels",
                condition=Q(cancels__isnull=False, state="", effective_at__isnull=True, edition__isnull=True)
                | Q(cancels__isnull=True, effective_at__isnull=False, state__in=["shown", "withdrawn", "nothing"]),
            ),
            models.CheckConstraint(
                name="publication_shows_an_edition",
                condition=Q(state="shown", edition__isnull=False) | (~Q(state="shown") & Q(edition__isnull=True)),
            ),
            models.CheckConstraint(
                name="publication_expires_after_it_starts",
                condition=Q(expires_at__isnull=True, then="")
                | Q(
                    expires_at__isnull=False,
                    expires_at__gt=F("effective_at"),
                    state="shown",
                    then__in=["nothing", "previous", "withdrawn"],
                ),
            ),
        ]

    def __str__(self):
        if self.cancels_id:
            return f"Cancels publication {self.cancels_id}"
        return f"{self.get_state_display()} from {self.effective_at:%Y-%m-%d %H:%M} UTC"


class Seal(models.Model):
    """One link of the chain: the exact bytes that a row of evidence stood for, their digest and its MAC."""

    class Sealed(models.TextChoices):
        EDITION = "edition"
        PUBLICATION = "publication"

    append_only = True

    position = models.PositiveBigIntegerField(primary_key=True)
    sealed = models.CharField(max_length=16, choices=Sealed.choices)
    row_id = models.PositiveBigIntegerField()
    payload = models.TextField()
    digest = models.CharField(max_length=64)
    previous_digest = models.CharField(max_length=64)
    key_id = models.CharField(max_length=40)
    mac = models.CharField(max_length=64)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(name="seal_of_row_once", fields=["sealed", "row_id"])]

    def __str__(self):
        return f"Seal {self.position} of {self.sealed} {self.row_id}"


class PublicStateQuerySet(models.QuerySet):
    def at(self, moment):
        """What readers get at `moment`, past or future: at most one row a page."""
        return self.filter(starts_at__lte=moment, ends_at__gt=moment)

    def with_newest_publication(self):
        """With the id of the page's newest publication, which `trusted` compares with what the row's MAC covers."""
        newest = Publication.objects.filter(page_id=OuterRef("page_id")).order_by("-pk").values("pk")[:1]
        return self.annotate(newest_publication=Subquery(newest))

    def shown(self):
        return self.filter(state=timeline.SHOWN)

    def for_page(self, page_id):
        return self.filter(page_id=page_id)

    def in_topic(self, topic_page_id):
        return self.filter(edition__topics__page_id=topic_page_id)


class PublicState(models.Model):
    """A projection of the ledger: what readers get of a page between two moments. Rebuilt at will."""

    class State(models.TextChoices):
        SHOWN = timeline.SHOWN, "Shown"
        WITHDRAWN = timeline.WITHDRAWN, "Withdrawn"

    page_id = models.PositiveBigIntegerField()
    state = models.CharField(max_length=16, choices=State.choices)
    edition = models.ForeignKey(Edition, null=True, on_delete=models.PROTECT, related_name="+")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    key_id = models.CharField(max_length=40)
    mac = models.CharField(max_length=64)

    objects = PublicStateQuerySet.as_manager()

    class Meta:
        ordering = ["page_id", "starts_at"]
        indexes = [
            models.Index(name="public_state_moment", fields=["ends_at", "starts_at"]),
            # Lists are of the newest first; with what else they ask for, the index alone answers.
            models.Index(name="public_state_newest", fields=["starts_at", "ends_at", "state", "page_id"]),
        ]
        constraints = [
            models.UniqueConstraint(name="public_state_start_once", fields=["page_id", "starts_at"]),
            models.CheckConstraint(name="public_state_has_length", condition=Q(ends_at__gt=F("starts_at"))),
        ]

    def __str__(self):
        return f"Page {self.page_id} {self.state} from {self.starts_at:%Y-%m-%d %H:%M} UTC"
