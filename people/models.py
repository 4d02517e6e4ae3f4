"""Who writes and reviews: accounts, the people readers are told about, and their credentials."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import RevisionMixin


class User(AbstractUser):
    """An account that can log in; what readers see of the human behind it is a `Person`."""

    def __str__(self):
        return self.get_full_name() or self.username


class GivenPermission(models.Model):
    """That a role's group was given a permission (`app.codename`) by the product, which then never gives it again."""

    group = models.ForeignKey("auth.Group", on_delete=models.CASCADE, related_name="+")
    permission = models.CharField(max_length=150)

    class Meta:
        constraints = [models.UniqueConstraint(name="permission_given_once", fields=["group", "permission"])]

    def __str__(self):
        return f"{self.permission} to {self.group}"


class Person(RevisionMixin, ClusterableModel):
    """Public profile of an author or reviewer, as bylines name them; its versions are for administrators."""

    user = models.OneToOneField(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="person")
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120, unique=True)
    post_nominals = models.CharField(
        "letters after the name", max_length=60, blank=True, help_text="As in a byline: MD, PhD"
    )
    profession = models.CharField(max_length=80, blank=True, help_text="In lower case, as in a byline: psychiatrist")
    affiliation = models.CharField(
        "where they work",
        max_length=120,
        blank=True,
        help_text=(
            "As in a byline: Example Clinic, Springfield. For somebody without an employer: self-employed, "
            "Springfield. An article needs it of each of its authors"
        ),
    )
    bio = models.TextField("about", blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("post_nominals"),
        FieldPanel("profession"),
        FieldPanel("affiliation"),
        FieldPanel("bio"),
        FieldPanel("user"),
        InlinePanel("credentials", label="Credential"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"

    def __str__(self):
        return f"{self.name}, {self.post_nominals}" if self.post_nominals else self.name


class Credential(models.Model):
    """A licence to practise; an approval needs one that is valid on the day."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="credentials")
    profession = models.CharField(max_length=80)
    registration_number = models.CharField(max_length=60)
    valid_from = models.DateField()
    valid_until = models.DateField(help_text="The last day on which it is valid")

    panels = [
        FieldPanel("profession"),
        FieldPanel("registration_number"),
        FieldPanel("valid_from"),
        FieldPanel("valid_until"),
    ]

    class Meta:
        ordering = ["-valid_until", "pk"]
        constraints = [
            models.CheckConstraint(
                name="credential_valid_from_before_until", condition=Q(valid_from__lte=F("valid_until"))
            )
        ]

    def __str__(self):
        return f"{self.profession}, {self.registration_number}"

    def covers(self, day):
        """Whether it is valid on `day`, a date in the site's time zone; both ends count."""
        return self.valid_from <= day <= self.valid_until
