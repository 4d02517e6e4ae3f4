"""Tables as rows of cells."""

from blog.documents.words import Words
from blog.importers.limits import refuse_cells

_WIDEST = 1_000


def squared(rows):
    """Rows of cells, all as long as the longest."""
    width = max((len(row) for row in rows), default=0)
    refuse_cells(width * len(rows))
    return tuple(tuple(row) + (Words(),) * (width - len(row)) for row in rows)


def spread(rows):
    """Rows of `(words, columns, rows)` as a grid: a cell that covers several places stands in the first of them.

    Raises ImportRefused for grids without end.
    """
    grid, covered, cells = [], set(), 0
    for number, row in enumerate(rows):
        line = []
        for words, columns, height in row:
            _pass_over(covered, number, line)
            columns, height = min(max(columns, 1), _WIDEST), min(max(height, 1), len(rows) - number)
            cells += columns * height
            refuse_cells(cells)
            places = [(number + below, len(line) + beside) for below in range(1, height) for beside in range(columns)]
            covered.update(places)
            line += [words] + [Words()] * (columns - 1)
        _pass_over(covered, number, line)
        grid.append(line)
    return squared(grid)


def _pass_over(covered, number, line):
    """Blank cells where one from a row above reaches down."""
    while (number, len(line)) in covered:
        line.append(Words())
