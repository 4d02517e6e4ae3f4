"""The address in the editor, where it stands still once readers may know it, and the form that changes it."""

from django import forms
from django.urls import reverse
from django.utils.html import format_html

from blog.addresses import LONGEST_SLUG, objection_to
from editions.models import Edition


class StandingAddress:
    """For the editor's form of an article: before `WagtailAdminPageForm` among its bases."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields and self.instance.pk and Edition.objects.filter(page_id=self.instance.pk).exists():
            # A plain field: Wagtail's own would follow the title on the screen while nothing changes.
            field = self.fields["slug"] = forms.SlugField(allow_unicode=True, disabled=True, required=False)
            field.help_text = format_html(
                'Readers may know this address. <a href="{}">Change the address</a>',
                reverse("article_address", args=[self.instance.pk]),
            )

    def clean_slug(self):
        page = self.instance if self.instance.pk else None
        return checked(self.cleaned_data["slug"], self.parent_page, page)


class AddressForm(forms.Form):
    """A new address for an article that exists."""

    slug = forms.SlugField(
        label="New address",
        max_length=LONGEST_SLUG,
        allow_unicode=True,
        help_text="The last part of the article's address: lower-case words with hyphens between them.",
    )

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, **kwargs)
        self.article = article

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if slug == self.article.slug:
            raise forms.ValidationError("This is the address that the article has.")
        return checked(slug, self.article.get_parent(), self.article)


def checked(slug, parent, page):
    """`slug` if a page (None for a new one) may take it below `parent`; raises ValidationError with a sentence."""
    if slug and not (page and page.slug == slug):
        if len(slug) > LONGEST_SLUG:
            raise forms.ValidationError(f"Make the address shorter: at most {LONGEST_SLUG} characters.")
        if sentence := objection_to(slug, parent, page):
            raise forms.ValidationError(sentence)
    return slug
