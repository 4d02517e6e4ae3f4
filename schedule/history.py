"""How an article's history tells what was done at the publication desk."""

from wagtail.log_actions import LogFormatter

from editions.canonical import parse_moment
from editions.local_time import long_text
from editions.timeline import NOTHING, SHOWN, WITHDRAWN
from schedule.acts import SOON

LABELS = {
    "editions.publish": "Publish or schedule an edition",
    "editions.reschedule": "Reschedule",
    "editions.cancel": "Cancel what was scheduled",
    "editions.withdraw": "Withdraw",
    "editions.retire": "Take down",
}
THEN = {NOTHING: "then nothing", WITHDRAWN: "then a notice that it was withdrawn", "previous": "then what was before"}


def sentence(action, data):
    """What happened, in words; `data` is what `acts` remembered."""
    at, made_at = parse_moment(data["at"]), parse_moment(data["made_at"])
    when, is_now = long_text(at), at - made_at <= SOON
    subject = {SHOWN: f"edition {data['edition']}", WITHDRAWN: "the withdrawal", NOTHING: "the taking down"}
    subject = subject[data["state"]]
    if action == "editions.cancel":
        told = f"Cancelled {subject}, planned for {when}"
    elif action == "editions.reschedule":
        told = f"Moved {subject} to {when}"
    elif action == "editions.publish":
        told = f"Published {subject}, from {when}" if is_now else f"Scheduled {subject} for {when}"
    elif action == "editions.withdraw":
        told = f"Withdrew the article, from {when}" if is_now else f"Planned to withdraw the article on {when}"
    else:
        told = f"Took the article down, from {when}" if is_now else f"Planned to take the article down on {when}"
    if data["until"] and action in ("editions.publish", "editions.reschedule"):
        told += f", until {long_text(parse_moment(data['until']))}, {THEN[data['then']]}"
    return f"{told}: “{data['reason']}”" if data["reason"] else told


def register(actions):
    """Make the acts known to Wagtail's log."""
    for action, label in LABELS.items():
        actions.register_action(action)(_formatter(action, label))


def _formatter(action, label):
    class Formatter(LogFormatter):
        def format_message(self, log_entry):
            return sentence(action, log_entry.data)

    Formatter.label = label
    return Formatter
