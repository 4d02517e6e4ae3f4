"""A short article about the clinic's own way of working: it makes no medical claim, so it needs no sources."""

FIELDS = {
    "title": "How our articles are written and checked",
    "slug": "how-our-articles-are-checked",
    "summary": "Who writes what you read here, who checks it, and how to tell when that was done.",
    "article_type": "news",
    "funding": "None",
    "competing_interests": "The authors work for the clinic that they describe.",
    "demonstration": True,
    "body": [
        (
            "key_points",
            {
                "points": [
                    {"text": "One clinician writes an article and a different one checks it."},
                    {"text": "What you read is exactly the text that was checked."},
                    {"text": "Each article says when it was checked and when that is due again."},
                ]
            },
        ),
        (
            "overview",
            {
                "section_heading": "Who writes and who checks",
                "body": "<p>An article starts as a draft by one of our clinicians. When it is ready, the author hands "
                "it in. From then on nobody can change that text, the author included.</p>"
                "<p>A second clinician reads it as you would see it. They may approve it or ask for changes. Nobody "
                "can approve an article that they wrote, or changed, or own.</p>",
            },
        ),
        (
            "overview",
            {
                "section_heading": "From draft to page",
                "body": "<p>Every article takes the same way.</p><ol>"
                "<li><b>Draft.</b> A clinician writes it, section by section.</li>"
                "<li><b>Review.</b> Another clinician reads the text that was handed in.</li>"
                "<li><b>Edition.</b> The approved text is sealed. It cannot be changed any more.</li>"
                "<li><b>Publication.</b> An administrator decides from when you can read it.</li></ol>",
            },
        ),
        (
            "overview",
            {
                "section_heading": "What the dates mean",
                "body": "<p>“Last reviewed” is the day on which a clinician approved the whole article. “Next review "
                "due” is the day by which they have to look at it again. If that day passes without a new review, a "
                "notice takes the article's place.</p>",
            },
        ),
        (
            "warning",
            {
                "heading": "Some older pages have not been checked",
                "body": "<p>They say so in a banner above the text, and they name no reviewer.</p>",
            },
        ),
        (
            "conclusion",
            {"body": "<p>If something here is wrong or hard to understand, please tell us. We will look at it.</p>"},
        ),
    ],
}
