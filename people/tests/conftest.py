from reader.tests.conftest import manuscript, read, tree

__all__ = ["manuscript", "read", "tree"]
