"""The sections of the front page: from what editors put together to what its template prints."""

from editions.listing import ArticleList
from editions.models import Edition
from home.blocks import LatestReviewedBlock, ServicesBlock, TopicsBlock
from home.navigation import linked, topics

REVIEWED = ArticleList(lambda states: states.filter(edition__kind=Edition.Kind.REVIEWED))
# Where nothing was put together.
USUAL = (("topics", {}), ("latest_reviewed", {}), ("promotion", {}))


def stored_sections(body):
    """`(kind, value)` of each section as it is stored, without a query for the pages it links to."""
    return tuple((child["type"], child["value"] or {}) for child in body.raw_data) or USUAL


class FrontPage:
    """What the front page shows a request, of the stored `(kind, value)` of its sections."""

    def __init__(self, request, words, stored):
        self.request = request
        self.stored = stored
        self.pages = linked(request, words, *(link for _, value in stored for link in _links(value)))

    def sections(self):
        """Dicts with the template of each section in order and what it prints; what has nothing to show is left out.

        At most three queries beside the one for all links.
        """
        found = [(kind, getattr(self, f"_{kind}")(value)) for kind, value in self.stored if kind != "promotion"]
        return [{"template": f"home/{kind}.html", **shown} for kind, shown in found if shown]

    def has_place_for_promotion(self):
        return any(kind == "promotion" for kind, _ in self.stored)

    def _introduction(self, value):
        return {
            "heading": value.get("heading"),
            "text": value.get("text"),
            "links": self.pages.links(_links(value)),
        }

    def _topics(self, value):
        found = topics(self.request)
        return found and {"heading": value.get("heading") or TopicsBlock.usual_heading, "topics": found}

    def _latest_reviewed(self, value):
        how_many = value.get("how_many") or LatestReviewedBlock.usual_number
        return {
            "heading": value.get("heading") or LatestReviewedBlock.usual_heading,
            "articles": REVIEWED.newest(self.request, how_many),
            "all_articles": self.pages.index_url,
        }

    def _services(self, value):
        links = self.pages.links(_links(value))
        heading = value.get("heading") or ServicesBlock.usual_heading
        return links and {"heading": heading, "text": value.get("text"), "links": links}


def _links(value):
    return [item["value"] for item in value.get("links") or []]
