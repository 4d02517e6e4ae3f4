"""The address in the editor, where it stands still once readers may know it, and the form that changes it."""

from itertools import chain

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import slugify

from blog.addresses.changes import LONGEST_SLUG, objection_to
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
        slug = self.cleaned_data["slug"]
        # Who begins an article twice, or gives it another's title, has not thought of its address at all.
        if slug and slug == slugify(self.cleaned_data.get("title", ""), allow_unicode=True):
            slug = free_address(slug, self.parent_page, page)
        return checked(slug, self.parent_page, page)


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


def free_address(slug, parent, page):
    """`slug`, or where a page (None for a new one) may not take that below `parent`, the first that it may: slug-2 …"""
    numbered = (f"{slug[: LONGEST_SLUG - 5]}-{number}" for number in range(2, 1000))
    standing = page.slug if page else None
    return next(
        (each for each in chain([slug], numbered) if each == standing or not objection_to(each, parent, page)), slug
    )


def checked(slug, parent, page):
    """`slug` if a page (None for a new one) may take it below `parent`; raises ValidationError with a sentence."""
    if slug and not (page and page.slug == slug):
        if len(slug) > LONGEST_SLUG:
            raise forms.ValidationError(f"Make the address shorter: at most {LONGEST_SLUG} characters.")
        if sentence := objection_to(slug, parent, page):
            raise forms.ValidationError(sentence)
    return slug
