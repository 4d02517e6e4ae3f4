"""Pages of the editors' tree. An article here is a manuscript; its readers get editions."""

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import Http404
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from blog.article_index import article_index
from blog.blocks import ArticleBody
from blog.condition_widget import ConditionsWidget
from blog.enums import ArticleType, Audience, ContributionSource, Jurisdiction, ReviewInterval
from blog.forms import ArticleForm
from blog.listing import IN_TOPIC
from blog.models.history import Contribution
from blog.models.medicines import Condition, Medicine
from blog.models.sources import Reference
from blog.permissions import ArticlePermissionTester, HoldsArticles, IndexPermissionTester, Kept, OpenToAll
from blog.preview import preview
from blog.refusals import PUBLISHING, Refused
from blog.under_review import UnderReview
from people.models import Person


class ArticleIndexPage(HoldsArticles, Page):
    """The place in the tree where articles are kept."""

    permission_tester_class = IndexPermissionTester

    intro = models.TextField(
        "introduction", blank=True, help_text="Short and plain. No clinical advice: nobody reviews this text."
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.ArticlePage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/article_index.html"

    class Meta:
        verbose_name = "article index"
        verbose_name_plural = "article indexes"

    def get_context(self, request, *args, **kwargs):
        first, last = self._get_children_path_interval(self.path)
        shown = article_index(request, TopicPage, depth=self.depth + 1, first=first, last=last)
        return super().get_context(request, *args, **kwargs) | shown


class TopicPage(OpenToAll, Page):
    """A subject under which readers find articles, such as depression."""

    # Feeds ask any page whether editions name it as their topic.
    is_topic = True

    intro = models.TextField(
        "introduction", blank=True, help_text="Short and plain. No clinical advice: nobody reviews this text."
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "pages/topic.html"

    class Meta:
        verbose_name = "topic"
        verbose_name_plural = "topics"

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"keep": {}} | IN_TOPIC.page(request, topic=self.pk)


class ArticlePage(UnderReview, Kept, Page):
    """An article's manuscript. Its row is never live: readers get editions, which are sealed copies of what was
    handed in.
    """

    # Links and listings ask any page whether it is served from the ledger.
    is_manuscript = True
    permission_tester_class = ArticlePermissionTester
    # Wagtail's word for the state of a row; what readers get of an article, its row does not know.
    status_string = "manuscript"

    summary = models.CharField(
        max_length=160, help_text="What the article says, in one or two sentences; shown in lists and search results."
    )
    article_type = models.CharField("type", max_length=20, choices=ArticleType.choices, default=ArticleType.TREATMENT)
    medicine = models.ForeignKey(
        Medicine,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The medicine that the article is about, if it is about one. Its licence and its boxed warning are "
        "printed from here.",
    )
    conditions = ParentalManyToManyField(
        Condition, blank=True, related_name="+", help_text="What it is a treatment for, or which condition it is about"
    )
    jurisdiction = models.CharField(
        max_length=12,
        choices=Jurisdiction.choices,
        default=Jurisdiction.US,
        help_text="Whose licences the article goes by",
    )
    audience = models.CharField("written for", max_length=16, choices=Audience.choices, default=Audience.PATIENTS)
    topics = ParentalManyToManyField(TopicPage, blank=True, related_name="+")
    body = StreamField(ArticleBody(), blank=True)
    review_interval_months = models.PositiveSmallIntegerField(
        "review again after", choices=ReviewInterval.choices, default=ReviewInterval.TWELVE
    )
    evidence_checked_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day on which the author last searched for newer evidence; set it anew before each review.",
    )
    funding = models.CharField(
        max_length=300, blank=True, help_text="Who paid for the writing. Write “None” if nobody did."
    )
    competing_interests = models.CharField(
        max_length=500,
        blank=True,
        help_text="What authors gain from what they recommend. Write “None declared” if there is nothing.",
    )
    demonstration = models.BooleanField(
        "demonstration text",
        default=False,
        help_text="Readers are told that the article only shows how the site works.",
    )
    imported_digest = models.CharField(max_length=64, blank=True, editable=False)
    contributions_under = models.PositiveBigIntegerField(null=True, editable=False)

    parent_page_types = ["blog.ArticleIndexPage"]
    subpage_types = []
    base_form_class = ArticleForm
    # A copy is somebody's new work, even where the words are still an importer's.
    exclude_fields_in_copy = ["imported_digest"]
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]

    content_panels = [
        TitleFieldPanel("title", help_text="What it is about, and for what, in up to 65 characters."),
        FieldPanel(
            "summary",
            widget=AdminAutoHeightTextInput,
            # A browser takes no more than the field holds, and says nothing of what it leaves out.
            help_text="What the article says, in one or two sentences of up to 160 characters together; shown in "
            "lists and search results.",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("article_type"), FieldPanel("audience")]),
                FieldRowPanel([FieldPanel("medicine"), FieldPanel("jurisdiction")]),
                FieldPanel("conditions", widget=ConditionsWidget),
                FieldPanel("topics", widget=CheckboxSelectMultiple),
            ],
            heading="What it is about",
        ),
        InlinePanel("authors", label="Author", heading="Authors"),
        FieldPanel("body"),
        InlinePanel(
            "references",
            label="Source",
            heading="Further sources",
            help_text="Sources cited in the text are listed by themselves. Add one here only if no sentence cites it.",
        ),
        MultiFieldPanel([FieldPanel("funding"), FieldPanel("competing_interests")], heading="Funding and interests"),
        MultiFieldPanel(
            [FieldPanel("evidence_checked_on"), FieldPanel("review_interval_months"), FieldPanel("demonstration")],
            heading="Upkeep",
        ),
    ]
    promote_panels = [FieldPanel("slug")]
    # Publication has a desk of its own: no dates and no privacy in the editor.
    settings_panels = []

    class Meta:
        verbose_name = "article"
        verbose_name_plural = "articles"

    def route(self, request, path_components):
        """Raise Http404: readers' addresses are answered from the ledger before Wagtail is asked."""
        raise Http404("Articles are read as editions.")

    def publish(self, *args, **kwargs):
        """Raise Refused, before Wagtail changes anything; `blog/guards.py` stands behind it."""
        raise Refused(PUBLISHING)

    publish.alters_data = True

    def serve_preview(self, request, mode_name):
        return preview(self, request)

    def save_revision(self, user=None, previous_revision=None, **kwargs):
        """Save a draft and record who contributed to it, whichever way it was saved."""
        written_as = self.contributions_under
        self.contributions_under = self.pk
        revision = super().save_revision(user=user, previous_revision=previous_revision, **kwargs)
        if previous_revision:
            Contribution.objects.bring_back(self)
        if written_as != self.pk:
            type(self).objects.filter(pk=self.pk).update(contributions_under=self.pk)
        if written_as not in (None, self.pk):
            Contribution.objects.carry_over(written_as, self)
        if user:
            Contribution.objects.record(self, user, ContributionSource.SAVED)
        return revision

    def with_content_json(self, content):
        """The draft of a revision; what the system knows about the row stays the row's."""
        draft = super().with_content_json(content)
        draft.imported_digest = self.imported_digest
        draft.contributions_under = self.contributions_under
        # An old draft must not bring back an old address, nor dates that Wagtail would act on.
        draft.slug = self.slug
        draft.set_url_path(draft.get_parent())
        draft.go_live_at = draft.expire_at = None
        # A row that something wrote as live behind Django's back is put right by the next draft.
        draft.live = False
        return draft


class ArticleAuthor(Orderable):
    """A person in an article's byline."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="authors")
    # CASCADE, for a draft that names a person who is gone must still open; editions hold the byline themselves.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("person")]

    def __str__(self):
        return str(self.person)


class ArticleReference(Orderable):
    """A reference in an article's list."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="references")
    reference = models.ForeignKey(Reference, on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("reference")]

    def __str__(self):
        return str(self.reference)
