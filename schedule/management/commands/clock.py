"""manage.py clock: does the side effects of publication while it runs. Readers do not depend on it."""

import contextlib
import logging
import signal
import threading
from datetime import timedelta

from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone

from schedule import clock

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Log each moment at which something changed for readers, and do what else is to be done then."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="catch up, then end")
        parser.add_argument("--interval", type=float, default=1.0, help="seconds between two looks (default 1)")

    def handle(self, *, once, interval, **options):
        self.stopping = threading.Event()
        if once:
            done, failed = clock.tick()
            self.stdout.write(f"{done} done, {failed} failed")
            return
        with self.stopped_by_signals():
            logger.info("Clock started")
            while not self.stopping.is_set():
                self.look()
                self.stopping.wait(self.pause(interval))
            logger.info("Clock stopped")

    def look(self):
        """One look at the ledger; whatever goes wrong, the next look comes."""
        close_old_connections()
        try:
            clock.tick()
        except (DatabaseError, InterfaceError):
            logger.exception("The clock cannot reach the database; it goes on trying")
            connection.close()
        except Exception:
            logger.exception("The clock stumbled; it goes on")

    def pause(self, interval):
        """Seconds until the next moment that is planned, at most `interval`."""
        try:
            now = timezone.now()
            coming = clock.next_moment(now)
        except (DatabaseError, InterfaceError):
            return interval
        if coming is None:
            return interval
        return max(0.01, min(interval, (coming - now + timedelta(milliseconds=5)).total_seconds()))

    @contextlib.contextmanager
    def stopped_by_signals(self):
        """SIGTERM and SIGINT end the loop after the task in hand."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        names = (signal.SIGTERM, signal.SIGINT)
        before = [signal.signal(name, lambda *_: self.stopping.set()) for name in names]
        try:
            yield
        finally:
            for name, handler in zip(names, before, strict=True):
                signal.signal(name, handler)
