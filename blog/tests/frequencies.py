"""Numbers of people whose band is known, at the edges of each band."""

KNOWN_BANDS = [
    (31, 100, "very_common"),
    (10, 100, "very_common"),
    (99, 1_000, "common"),
    (1, 100, "common"),
    (9, 1_000, "uncommon"),
    (1, 1_000, "uncommon"),
    (1, 10_000, "rare"),
    (1, 10_001, "very_rare"),
    (0, 30_000, "very_rare"),
    (0, 29_999, "not_known"),
]
