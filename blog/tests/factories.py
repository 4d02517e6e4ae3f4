"""People, topics, references and articles for the tests of every app."""

import factory
import wagtail_factories
from factory.django import DjangoModelFactory
from wagtail.models import Page, Site

from blog.models import ArticleAuthor, ArticleIndexPage, ArticlePage, ArticleReference, Reference, TopicPage
from home.models import HomePage
from people.models import Credential, Person, User

OVERVIEW = (
    "overview",
    {
        "section_heading": "About the clinic",
        "health_aspect": "overview",
        "body": "<p>The clinic is open on weekdays.</p>",
    },
)


class UserFactory(DjangoModelFactory):
    username = factory.Sequence("user{}".format)
    first_name = factory.Sequence("User {}".format)

    class Meta:
        model = User


class CredentialFactory(DjangoModelFactory):
    profession = "psychiatrist"
    registration_number = factory.Sequence("REG{:05d}".format)
    valid_from = "2020-01-01"
    valid_until = "2035-12-31"

    class Meta:
        model = Credential


class PersonFactory(DjangoModelFactory):
    """`with_account=True` adds an account, `licensed=True` a credential that is valid for years."""

    name = factory.Sequence("Person {}".format)
    slug = factory.Sequence("person-{}".format)
    post_nominals = "MD"
    profession = "psychiatrist"
    affiliation = "Example Clinic, Springfield"

    class Meta:
        model = Person
        skip_postgeneration_save = True

    class Params:
        with_account = factory.Trait(user=factory.SubFactory(UserFactory))

    @factory.post_generation
    def licensed(self, create, wanted, **fields):
        if create and wanted:
            CredentialFactory(person=self, **fields)


class ReferenceFactory(DjangoModelFactory):
    kind = "article"
    title = factory.Sequence("A trial of examplamine {}".format)
    authors = "Example A, Example B"
    container = "Journal of Examples"
    year = 2024
    volume = "12"
    issue = "3"
    pages = "45-52"
    doi = factory.Sequence("10.1000/example.{}".format)

    class Meta:
        model = Reference


def site_tree():
    """`(home, index)`: the default site's home page and the index where articles are kept, made where missing."""
    home = HomePage.objects.first()
    if home is None:
        home = Page.get_first_root_node().add_child(instance=HomePage(title="Clinic", slug="clinic"))
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    site.root_page = home
    site.save()
    index = ArticleIndexPage.objects.first() or home.add_child(
        instance=ArticleIndexPage(title="Articles", slug="articles")
    )
    return home, index


class TopicFactory(wagtail_factories.PageFactory):
    title = factory.Sequence("Topic {}".format)
    parent = factory.LazyFunction(lambda: site_tree()[0])

    class Meta:
        model = TopicPage


class ArticleFactory(wagtail_factories.PageFactory):
    """A draft under the article index, with its first revision; once it has authors, nothing keeps it from review.

    `authors`, `references`, `topics` and `conditions` take lists of Person, Reference, TopicPage and Condition;
    `saved_by` takes a user.
    """

    title = factory.Sequence("How we work {}".format)
    parent = factory.LazyFunction(lambda: site_tree()[1])
    live = False
    summary = "What to expect when you come to us."
    article_type = "wellbeing"
    funding = "None"
    competing_interests = "None declared"
    body = [OVERVIEW]

    class Meta:
        model = ArticlePage

    @classmethod
    def _create(cls, model_class, *args, authors=(), references=(), topics=(), conditions=(), saved_by=None, **kwargs):
        article = super()._create(model_class, *args, **kwargs)
        article.authors = [ArticleAuthor(person=person) for person in authors]
        article.references = [ArticleReference(reference=reference) for reference in references]
        article.topics = topics
        article.conditions = conditions
        article.save()
        article.save_revision(user=saved_by)
        return article
