"""Which articles of the index somebody chose to see: by topic, by kind, reviewed ones only. Pure."""

from dataclasses import dataclass

from blog.enums import ArticleType

# What readers call them, in the order in which they are offered.
KINDS = {
    ArticleType.CONDITION.value: "Conditions",
    ArticleType.TREATMENT.value: "Treatments",
    ArticleType.MEDICINE.value: "Medicines",
    ArticleType.WELLBEING.value: "Living well",
    ArticleType.NEWS.value: "News",
}
NAMES = ("topic", "kind", "reviewed")
YES = "yes"

NO_SUCH = {
    "topic": "There is no such topic here, so articles on every topic are listed.",
    "kind": "There is no such kind of article here, so articles of every kind are listed.",
}


@dataclass(frozen=True)
class Topic:
    """A topic that can be chosen; `slug` stands for it in an address."""

    page_id: int
    title: str
    slug: str


@dataclass(frozen=True)
class Choice:
    """What was chosen; `notes` say in sentences what was asked for that there is not."""

    topic: Topic | None = None
    kind: str = ""
    reviewed: bool = False
    notes: tuple[str, ...] = ()

    @property
    def is_one(self):
        return bool(self.topic or self.kind or self.reviewed)

    @property
    def parameters(self):
        """The choice as an address says it; whatever else was in the address is not kept."""
        found = {
            "topic": self.topic.slug if self.topic else "",
            "kind": self.kind,
            "reviewed": YES if self.reviewed else "",
        }
        return {name: value for name, value in found.items() if value}

    @property
    def words(self):
        """The choice as a list of words, for the title of its page."""
        found = [self.topic.title if self.topic else "", KINDS.get(self.kind, ""), "reviewed" if self.reviewed else ""]
        return [word for word in found if word]

    def takes(self, article):
        """Whether `article`, a `Shown`, is among what was chosen."""
        if self.reviewed and not article.is_reviewed:
            return False
        if self.kind and article.facts.get("article_type") != self.kind:
            return False
        return not self.topic or any(topic["id"] == self.topic.page_id for topic in article.facts.get("topics") or [])


def is_asked(address):
    """Whether an address's parameters ask for a choice at all; a form sent as it stood asks for none."""
    return any(address.get(name) for name in NAMES)


def choice_of(address, topics):
    """The `Choice` that an address's parameters make among `topics`; any parameters make one."""
    wanted, kind = address.get("topic") or "", address.get("kind") or ""
    topic = next((topic for topic in topics if topic.slug == wanted), None)
    notes = []
    if wanted and topic is None:
        notes.append(NO_SUCH["topic"])
    if kind and kind not in KINDS:
        notes.append(NO_SUCH["kind"])
    return Choice(
        topic=topic,
        kind=kind if kind in KINDS else "",
        reviewed=address.get("reviewed") == YES,
        notes=tuple(notes),
    )
