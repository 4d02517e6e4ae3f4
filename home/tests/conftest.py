from reader.tests.conftest import manuscript, read, sealed, shown, topic, tree

__all__ = ["manuscript", "read", "sealed", "shown", "topic", "tree"]
