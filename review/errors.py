"""Why the review did not do what it was asked for; `str()` of each is for people."""

from blog.refusals import Refused


class ReviewError(Exception):
    """Nothing was written."""


class NotAllowed(ReviewError):
    """The person may not do this; `reasons` are sentences."""

    def __init__(self, reasons):
        self.reasons = [str(reason) for reason in reasons]
        super().__init__(" ".join(self.reasons))


class OtherText(ReviewError):
    """The text is not the one that the person was shown."""


class AlreadyDecided(ReviewError):
    """The submission was closed before."""


class ReasonNeeded(ReviewError):
    """The act needs a reason."""


class AlteredText(ReviewError):
    """The stored text is not what was frozen."""


class AgainstTheRules(ReviewError):
    """The clinical rules keep the text from being approved; `reasons` are sentences."""

    def __init__(self, reasons):
        self.reasons = list(reasons)
        super().__init__(" ".join(self.reasons))


class NotReady(ReviewError, Refused):
    """The draft cannot be handed in yet."""
