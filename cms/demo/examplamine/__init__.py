"""The model article, on a medicine that does not exist."""

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from blog.models import ArticleAuthor, ArticlePage, Condition, GlossaryTerm, Reference
from cms.demo.examplamine.body import body
from cms.demo.examplamine.medicine import medicine
from cms.demo.examplamine.sources import CHECKED_ON, SOURCES, WORDS


def create(index, topics, author, picture):
    """The article as a draft by the user `author` under `index`, with all it refers to; `picture` is a file's path."""
    sources = {name: Reference.objects.create(**fields, checked_on=CHECKED_ON) for name, fields in SOURCES.items()}
    words = {term: GlossaryTerm.objects.create(term=term, plain_definition=text) for term, text in WORDS.items()}
    depression = Condition.objects.create(name="depression", also_called="major depressive disorder", icd10_code="F32")
    page = ArticlePage(
        title="Examplamine for depression: an invented medicine",
        slug="examplamine-for-depression",
        summary="Examplamine does not exist. This page shows how we write about a medicine: what it may do, and who "
        "should not have it.",
        article_type="medicine",
        medicine=medicine(sources, depression),
        jurisdiction="us",
        evidence_checked_on=CHECKED_ON,
        funding="None",
        competing_interests="None declared",
        demonstration=True,
        owner=author,
        live=False,
        body=body(sources, words, image_of(picture)),
    )
    page.conditions = [depression]
    page.topics = topics
    page.authors = [ArticleAuthor(person=author.person)]
    index.add_child(instance=page)
    page.save_revision(user=author)
    return page


def image_of(path):
    with path.open("rb") as file:
        image = get_image_model().objects.create(title="Treatment room", file=ImageFile(file, name=path.name))
    # By which an import of the article's export finds the image: the site's own upload form sets both.
    image.get_file_hash()
    image.get_file_size()
    return image
