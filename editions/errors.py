"""Why the ledger says no. Each message is a sentence for the person who asked."""


class LedgerError(Exception):
    """The ledger refuses; nothing was written."""


class NotAllowed(LedgerError):
    """A law of the ledger forbids it."""


class MomentPassed(LedgerError):
    """The moment asked for is not far enough ahead."""


class ClockCaughtUp(LedgerError):
    """The clock reached a moment of the act before it was committed; tried again, then reported."""


class ClockWentBack(LedgerError):
    """This machine's clock stands before the last row of the ledger."""


class TamperedEvidence(Exception):
    """What is about to be shown is not what was sealed."""
