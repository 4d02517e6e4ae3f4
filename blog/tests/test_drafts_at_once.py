"""A draft that is saved while another article is handed in, by the same process."""

from threading import Event, Thread

import pytest
from wagtail.blocks import StreamBlockValidationError

from blog.blocks import ArticleBody
from blog.blocks.text import OverviewBlock

PATIENCE = 0.3


def test_saving_a_draft_lets_nobody_else_hand_in_blanks(monkeypatch):
    body = ArticleBody()
    empty = body.to_python([{"type": "overview", "value": {"body": ""}}])
    saving, checked = Event(), Event()
    as_ever = OverviewBlock.clean

    def slowly(block, value):
        if block.is_deferred_validation and not saving.is_set():
            saving.set()
            checked.wait(PATIENCE)
        return as_ever(block, value)

    monkeypatch.setattr(OverviewBlock, "clean", slowly)
    thread = Thread(target=body.clean_deferred, args=[empty])
    thread.start()
    saving.wait(PATIENCE)
    with pytest.raises(StreamBlockValidationError):
        body.clean(empty)
    checked.set()
    thread.join()
