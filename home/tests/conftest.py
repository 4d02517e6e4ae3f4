from reader.tests.conftest import clock, manuscript, read, sealed, shown, start, topic, tree

__all__ = ["clock", "manuscript", "read", "sealed", "shown", "start", "topic", "tree"]
