"""What a clinical rule says about a text."""

import hashlib
from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """`BLOCK`: cannot be handed in or approved. `WARN`: to be acknowledged with a reason. `NOTE`: good to know."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"


@dataclass(frozen=True)
class Rule:
    """A rule by its stable id, such as `SE-03`: waivers and reports name it, so an id is never given to another rule.

    `waivable` says whether a person may answer its flags with a reason; `source` names where the rule comes from.
    """

    id: str
    level: Level
    title: str
    source: str
    waivable: bool = True


@dataclass(frozen=True)
class Flag:
    """One finding: the words it is about as they stand in the text (`quote`, blank where something is missing), the
    section's id and the path of the field in it (`rows.2.what_to_do`; blank where the whole is meant), and a sentence
    that says what is wrong and what to do.
    """

    rule: Rule
    message: str
    quote: str = ""
    block_id: str = ""
    field: str = ""

    @property
    def level(self):
        return self.rule.level

    @property
    def quote_digest(self):
        """What an answer to this flag is bound to; for something missing, the message stands in for the quote."""
        return hashlib.sha256((self.quote or self.message).encode("utf-8", "replace")).hexdigest()
