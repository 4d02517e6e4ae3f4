"""What scripts/site_pictures.py shows beyond the demo: a second edition, and articles that readers no longer get."""

import time

from blog.models import ArticleAuthor, ArticleIndexPage, ArticlePage
from cms.demo import article
from cms.management.commands.load_demo import reviewed
from editions.models import Edition
from people.models import User
from schedule import acts

REVISED = "examplamine-for-depression"
WITHDRAWN = {"title": "Examplamine and driving", "slug": "examplamine-and-driving"}
TAKEN_DOWN = {"title": "Our opening hours in spring", "slug": "our-opening-hours-in-spring"}
# A publication counts from a second after it was made, and what nobody was ever given has no notice.
UNTIL_READERS_HAVE_IT = 2  # seconds


def fill():
    """Add them to a database that holds the demo."""
    people = {role: User.objects.get(username=f"demo-{role}") for role in ("author", "reviewer", "admin")}
    publish = [reviewed(second_edition(people["author"]), people)]
    publish += [reviewed(short_article(words, people["author"]), people) for words in (WITHDRAWN, TAKEN_DOWN)]
    for edition in publish:
        acts.publish(edition, by=people["admin"])
    time.sleep(UNTIL_READERS_HAVE_IT)
    withdrawn, taken_down = (ArticlePage.objects.get(slug=words["slug"]).pk for words in (WITHDRAWN, TAKEN_DOWN))
    acts.withdraw(
        withdrawn,
        by=people["admin"],
        reason="It said how long to wait before you drive. That was too short for the evening dose.",
        read_instead=Edition.objects.filter(page_id=publish[0].page_id).first().page_id,
    )
    acts.retire(taken_down, by=people["admin"], reason="Spring is over.")


def second_edition(author):
    """The model article's next draft, with words of its summary and of one section changed."""
    page = ArticlePage.objects.get(slug=REVISED).get_latest_revision_as_object()
    page.summary = page.summary.replace("tried", "compared with placebo") + " Checked again after a made-up trial."
    for block in page.body:
        if block.block_type == "key_points":
            block.value["points"][0]["text"] += " It is not for everybody."
    page.save_revision(user=author)
    return page


def short_article(words, author):
    """A draft with the demo's shortest text."""
    page = ArticlePage(owner=author, live=False, **article.FIELDS | words)
    page.authors = [ArticleAuthor(person=author.person)]
    ArticleIndexPage.objects.get().add_child(instance=page)
    page.save_revision(user=author)
    return page
