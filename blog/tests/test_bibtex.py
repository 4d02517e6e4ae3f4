"""The names in pasted BibTeX keep their letters, and no record is lost without a word."""

import pytest

from blog.references.records import parse
from blog.references.records.record import MOST_AUTHORS


def authors(names):
    (found,) = parse("@article{a, title={T}, author={" + names + "}}").references
    return found.fields["authors"], found.missed


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        (r"A, B and \v{C}ech, Jan", "A B, Čech J"),
        (r"A, B and \"Osterreich, F and \'E.~Tienne", "A B, Österreich F, Tienne É"),
        (r"A, B and \c{S}ahin, C and {\c{S}}ahin, D and {\'E}a, E", "A B, Şahin C, Şahin D, Éa E"),
        (r"A, B and \o{}ster, B and \AA berg, C and Bj\o and \OE{}uvre, D", "A B, øster B, Åberg C, Bjø, Œuvre D"),
        (r"Mu\~noz, P and \'{\i}a, Q and {{\"O}zg{\"u}r and Co}", "Muñoz P, ía Q, Özgür and Co"),
        (r"{World Health Organization} and Jan \v{C}ech and others", "World Health Organization, Čech J, et al"),
        (r"A, B and \textsc{Doe}, J", "A B, Doe J"),
    ],
)
def test_no_name_in_bibtex_loses_an_accent_or_a_letter(names, printed):
    assert authors(names) == (printed, [])


def test_an_odd_name_in_bibtex_loses_no_record():
    (odd, sound) = parse("@article{a, author={A, B, C, D and E, F}}\n@article{b, note={x}, author={G, H}}").references
    assert odd.fields["authors"] == "A, B, C, D, E F"
    assert odd.missed == ["“A, B, C, D” is no name as BibTeX has them. Look over the authors."]
    assert sound.missed == ["Left aside, for a reference has no place for it: note."]


def test_a_record_whose_latex_cannot_be_decoded_is_named():
    pasted = parse(r"@article{a, title={\href{a}}}")
    assert pasted.references == []
    assert pasted.problems[0].startswith("One record could not be read as BibTeX")


def test_more_authors_than_are_kept_are_told():
    kept, missed = authors("A and " * MOST_AUTHORS + "B")
    assert kept.endswith("A, et al")
    assert missed == ["There are more authors than the field holds; the rest is “et al”."]
