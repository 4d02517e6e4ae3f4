"""The site round the articles: its front page, its words, and where a person in danger finds help."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.utils.cache import patch_vary_headers
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, RevisionMixin

from blog.enums import Jurisdiction
from blog.permissions import HoldsArticles
from blog.pictures import UnusablePicture
from editions.addresses import site_of, way_home
from editions.prepared import Columns, Prepared
from home.blocks import MOST_IN_FOOTER, MOST_IN_HEADER, HomeBody, LinksBlock
from home.sections import FrontPage, stored_sections
from home.social_picture import card, keep


class HomePage(HoldsArticles, Page):
    """The front page: what the clinic is in a sentence, the search, and sections that editors put together."""

    intro = models.CharField(
        "Introduction",
        max_length=300,
        blank=True,
        help_text="What the clinic is, in plain words. No clinical advice: this page is not clinically reviewed.",
    )

    body = StreamField(
        HomeBody(),
        blank=True,
        verbose_name="sections",
        help_text="Below the search. Left empty: the topics, the latest reviewed articles, and room for an offer.",
    )

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    parent_page_types = ["wagtailcore.Page"]
    template = "pages/home.html"

    class Meta:
        verbose_name = "home page"

    def get_context(self, request, *args, **kwargs):
        words = SiteSettings.for_reader(request)
        front = FrontPage(request, words, stored_sections(self.body))
        return super().get_context(request, *args, **kwargs) | {
            "sections": front.sections(),
            "has_place_for_promotion": front.has_place_for_promotion(),
        }

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        # Who has hidden the offer has a cookie that says so.
        patch_vary_headers(response, ["Cookie"])
        return response


class TextPage(Page):
    """A page of the site's own words, such as privacy, terms or corrections."""

    body = RichTextField(
        "text",
        features=["h2", "h3", "bold", "link", "ol", "ul"],
        help_text="No clinical advice: this page is not clinically reviewed.",
    )

    # Privacy is refused; Wagtail then offers no choice either.
    private_page_options = []
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    content_panels = [*Page.content_panels, FieldPanel("body")]
    template = "pages/text.html"

    class Meta:
        verbose_name = "text page"

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"breadcrumbs": [way_home(request)]}


dialable = RegexValidator(
    r"^(?:\+[1-9][0-9]{6,14}|[0-9]{3,6})\Z",
    "Give the number as it is dialled from abroad, such as +18005550100, or a short code such as 988.",
)


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """The site's own words, kept apart from the articles."""

    brand_name = models.CharField(
        max_length=80,
        blank=True,
        help_text="The clinic's name: at the top and foot of every page, in its title and in feeds.",
    )
    tagline = models.CharField(max_length=160, blank=True, help_text="Stands under the name at the top of every page.")
    header_links = StreamField(
        LinksBlock(),
        blank=True,
        max_num=MOST_IN_HEADER,
        verbose_name="links in the header",
        help_text="Left empty, these are “Topics A to Z” and “All articles”. The way to the cart is always there.",
    )
    policy_pages = StreamField(
        LinksBlock(),
        blank=True,
        max_num=MOST_IN_FOOTER,
        verbose_name="policy pages",
        help_text="Links at the foot of every page, such as how articles are written, privacy, terms, corrections.",
    )
    contact_email = models.EmailField(
        "contact by email", blank=True, help_text="At the foot of every page; for questions, never for emergencies."
    )
    contact_phone = models.CharField(
        "contact by phone",
        max_length=16,
        blank=True,
        validators=[dialable],
        help_text="As it is dialled from abroad, such as +18005550100; at the foot of every page.",
    )
    contact_phone_display = models.CharField(
        "phone number as people read it", max_length=60, blank=True, help_text="Such as 1-800-555-0100"
    )
    contact_hours = models.CharField(
        max_length=120, blank=True, help_text="When somebody answers, such as “Weekdays, 9 to 5 in New York”"
    )
    social_picture = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="picture for sharing",
        help_text="Stands for a page that is no article where somebody shares it; at best 1200 by 630 pixels. Left "
        "empty, a picture is drawn of the page's title, as it is for every article.",
    )
    # Of the bytes that readers get, which are not those of the upload.
    social_picture_digest = models.CharField(max_length=64, blank=True, editable=False)
    cart_empty_heading = models.CharField(
        max_length=80, blank=True, help_text="Above an empty cart. Left empty, “Your cart is empty”."
    )
    cart_empty_body = models.CharField(
        max_length=300, blank=True, help_text="Below that heading. Left empty, “You have not chosen a service yet.”"
    )
    cart_browse_label = models.CharField(
        "Label of the cart's link to the services",
        max_length=80,
        blank=True,
        help_text="On the link from an empty cart. Left empty, “Browse services”.",
    )

    panels = [
        MultiFieldPanel([FieldPanel("brand_name"), FieldPanel("tagline")], heading="Brand"),
        MultiFieldPanel([FieldPanel("header_links"), FieldPanel("policy_pages")], heading="Navigation"),
        MultiFieldPanel(
            [
                FieldPanel("contact_email"),
                FieldPanel("contact_phone"),
                FieldPanel("contact_phone_display"),
                FieldPanel("contact_hours"),
            ],
            heading="Contact",
        ),
        FieldPanel("social_picture"),
        MultiFieldPanel(
            [FieldPanel("cart_empty_heading"), FieldPanel("cart_empty_body"), FieldPanel("cart_browse_label")],
            heading="Empty cart",
        ),
    ]

    class Meta:
        verbose_name = "site settings"
        verbose_name_plural = "site settings"

    def clean(self):
        super().clean()
        try:
            self.social_picture and card(self.social_picture)
        except UnusablePicture as problem:
            raise ValidationError({"social_picture": str(problem)}) from problem

    def save(self, *args, **kwargs):
        self.social_picture_digest = keep(self.social_picture) if self.social_picture else ""
        super().save(*args, **kwargs)

    @classmethod
    def for_reader(cls, request):
        """The settings of the request's site, blank ones where none were saved; one query, then kept on the request.

        Wagtail's `for_request` would write a row while a page is read.
        """
        name = cls.get_cache_attr_name()
        if not hasattr(request, name):
            site = site_of(request)
            saved = site and SETTINGS.rows(site_id=site.pk)
            setattr(request, name, SETTING.instance(saved[0]) if saved else cls(site=site))
        return getattr(request, name)


SETTING = Columns(SiteSettings)
SETTINGS = Prepared(
    lambda site_id: SiteSettings.objects.filter(site_id=site_id).values_list(*SETTING.paths), site_id=int
)


class CrisisService(RevisionMixin, models.Model):
    """A place that helps a person in danger now; the numbers stand first on every page.

    Pages draw the row itself: a version is what somebody may go back to, and is never shown.
    """

    name = models.CharField(max_length=120)
    lead_in = models.CharField(
        max_length=120, blank=True, help_text="Asked before the number, such as “In crisis or thinking about suicide?”"
    )
    phone = models.CharField(max_length=16, validators=[dialable])
    phone_display = models.CharField(
        "Phone number as people read it",
        max_length=60,
        blank=True,
        help_text="Stands after “Call”, such as 1-800-555-0100",
    )
    sms = models.CharField("Text message number", max_length=16, blank=True, validators=[dialable])
    sms_display = models.CharField(
        "Text message number as people read it", max_length=60, blank=True, help_text="Stands after “Text”"
    )
    chat_url = models.URLField("Chat address", blank=True, validators=[URLValidator(schemes=["https"])])
    chat_display = models.CharField(
        "Chat address as people read it",
        max_length=60,
        blank=True,
        help_text="Stands after “Chat at”, such as 988lifeline.org",
    )
    hours = models.CharField(max_length=120, help_text="Such as “Day and night, every day”")
    jurisdiction = models.CharField(
        "Country or region",
        max_length=12,
        choices=Jurisdiction.choices,
        default=Jurisdiction.US,
        help_text="Where the number works. Readers are told it as soon as the lines come from more than one",
    )
    who_for = models.CharField("Who it is for", max_length=200, blank=True)
    languages = models.CharField(max_length=200, blank=True)
    free = models.BooleanField("Free of charge", default=False)
    confidential = models.BooleanField(default=False)
    is_emergency = models.BooleanField(
        "For immediate danger", default=False, help_text="The emergency number, such as 911"
    )
    sort_order = models.PositiveSmallIntegerField(default=0, help_text="The lowest comes first")
    last_verified_on = models.DateField(
        null=True, blank=True, help_text="The day on which a person last called or checked every number and address"
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("lead_in"), FieldPanel("is_emergency"), FieldPanel("jurisdiction")],
            heading="Service",
        ),
        MultiFieldPanel(
            [
                FieldPanel("phone"),
                FieldPanel("phone_display"),
                FieldPanel("sms"),
                FieldPanel("sms_display"),
                FieldPanel("chat_url"),
                FieldPanel("chat_display"),
            ],
            heading="How to reach it",
        ),
        MultiFieldPanel(
            [
                FieldPanel("hours"),
                FieldPanel("who_for"),
                FieldPanel("languages"),
                FieldPanel("free"),
                FieldPanel("confidential"),
            ],
            heading="What people can expect",
        ),
        MultiFieldPanel([FieldPanel("sort_order"), FieldPanel("last_verified_on")], heading="Upkeep"),
    ]

    class Meta:
        verbose_name = "crisis service"
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.name
