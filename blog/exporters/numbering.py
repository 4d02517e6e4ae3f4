"""Bullets and numbers in a Word document: each numbered list starts at 1."""

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

_LEVELS = 9
_BULLET, _NUMBER = "•", "%{}."
# Twentieths of a point.
_INDENT = 360


class Numbering:
    def __init__(self, part):
        self.root = part.element
        taken = [int(element.get(qn("w:abstractNumId"))) for element in self.root.findall(qn("w:abstractNum"))]
        self.kinds = {False: max(taken, default=0) + 1, True: max(taken, default=0) + 2}
        first = self.root.find(qn("w:num"))
        for ordered, number in self.kinds.items():
            kind = _kind(number, ordered)
            first.addprevious(kind) if first is not None else self.root.append(kind)

    def of(self, ordered):
        """The number of a new list."""
        taken = [int(element.get(qn("w:numId"))) for element in self.root.findall(qn("w:num"))]
        number = max(taken, default=0) + 1
        element = OxmlElement("w:num")
        element.set(qn("w:numId"), str(number))
        element.append(_valued("w:abstractNumId", self.kinds[ordered]))
        for level in range(_LEVELS) if ordered else ():
            again = OxmlElement("w:lvlOverride")
            again.set(qn("w:ilvl"), str(level))
            again.append(_valued("w:startOverride", 1))
            element.append(again)
        self.root.append(element)
        return number


def _kind(number, ordered):
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{"decimal" if ordered else "bullet"}"/>'
        f'<w:lvlText w:val="{_NUMBER.format(level + 1) if ordered else _BULLET}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_INDENT * (level + 1)}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
        for level in range(_LEVELS)
    )
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
    )


def _valued(name, value):
    element = OxmlElement(name)
    element.set(qn("w:val"), str(value))
    return element
