"""How often a side effect happens: bands by the convention of CIOMS III, and numbers that readers can compare.

Everything is computed with exact fractions: 0.1 has no exact float, and a band's edge is where it matters.
"""

from fractions import Fraction

from blog.enums import Band

_LOWER_LIMITS = [
    (Band.VERY_COMMON, Fraction(1, 10)),
    (Band.COMMON, Fraction(1, 100)),
    (Band.UNCOMMON, Fraction(1, 1_000)),
    (Band.RARE, Fraction(1, 10_000)),
]
# With no case among N people the true rate may still be about 3/N; 30,000 people put that below 1 in 10,000.
ENOUGH_TO_CALL_NONE_VERY_RARE = 30_000
SCALES = [10, 100, 1_000, 10_000]


def band_of(numerator, denominator):
    """The band of `numerator` people out of `denominator`; each interval holds its lower limit.

    Source: CIOMS III, as in the EMA's guideline on the summary of product characteristics; none at all is
    *not known* unless enough people were counted (rule of three). Raises ValueError for what is no proportion.
    """
    if not (denominator >= 1 and 0 <= numerator <= denominator):
        raise ValueError(f"{numerator} out of {denominator} is no proportion of people.")
    if numerator == 0:
        return Band.VERY_RARE if denominator >= ENOUGH_TO_CALL_NONE_VERY_RARE else Band.NOT_KNOWN
    rate = Fraction(numerator, denominator)
    return next((band for band, limit in _LOWER_LIMITS if rate >= limit), Band.VERY_RARE)


def common_scale(rates):
    """One denominator for all `rates` (fractions above 0): the smallest that gives whole numbers.

    Where none does, the smallest whose rounded numbers are not 0 and stay in their band.
    """
    for fits in (_is_whole, _stays_in_band):
        for scale in SCALES:
            if all(fits(rate, scale) for rate in rates):
                return scale
    return SCALES[-1]


def rate_text(numerator, denominator, scale):
    """`27 in 100`, `about 27 in 100` where it was rounded, `None of 120 people` for none."""
    if numerator == 0:
        return f"None of {denominator:,} people"
    rate = Fraction(numerator, denominator)
    shown = rounded(rate, scale)
    if shown == 0:
        return f"Fewer than 1 in {scale:,}"
    return f"{'' if _is_whole(rate, scale) else 'About '}{shown:,} in {scale:,}"


def rounded(rate, scale):
    """`rate` of `scale` people as the nearest whole number, halves up."""
    return int(rate * scale + Fraction(1, 2))


def dots(numerator, denominator):
    """How many of ten people to draw; None where drawing none of them would hide those who are affected."""
    drawn = rounded(Fraction(numerator, denominator), 10)
    return drawn or None


def _is_whole(rate, scale):
    return (rate * scale).denominator == 1


def _stays_in_band(rate, scale):
    shown = rounded(rate, scale)
    return shown > 0 and band_of(shown, scale) == band_of(rate.numerator, rate.denominator)
