"""What answers to findings write into a page's history, and how the history tells it."""

from wagtail.log_actions import LogFormatter, log

ANSWERED, TAKEN_BACK = "blog.answer_finding", "blog.take_back_answer"
LABELS = {ANSWERED: "Clinical checks: answered", TAKEN_BACK: "Clinical checks: answer taken back"}
ABOUT_LIMIT = 120


def record_answer(article, flag, *, by, reason):
    log(article, ANSWERED, user=by, data={"rule": flag.rule.id, "about": _about(flag), "reason": reason})


def record_taken_back(article, flag, *, by):
    log(article, TAKEN_BACK, user=by, data={"rule": flag.rule.id, "about": _about(flag)})


def register(actions):
    @actions.register_action(ANSWERED)
    class Answered(LogFormatter):
        label = LABELS[ANSWERED]

        def format_message(self, log_entry):
            return "{rule}, “{about}”: kept, because “{reason}”".format(**log_entry.data)

    @actions.register_action(TAKEN_BACK)
    class TakenBack(LogFormatter):
        label = LABELS[TAKEN_BACK]

        def format_message(self, log_entry):
            return "{rule}, “{about}”: the answer counts no more".format(**log_entry.data)


def _about(flag):
    words = flag.quote or flag.message
    return words if len(words) <= ABOUT_LIMIT else f"{words[: ABOUT_LIMIT - 1]}…"
