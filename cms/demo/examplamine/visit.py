"""What a visit is like, and what to do on the day."""


def on_the_day():
    return {
        "section_heading": "What happens on the day",
        "health_aspect": "usage_or_schedule",
        "body": "<p>A visit has four steps.</p><ol>"
        "<li>You talk with a clinician about how you have been.</li>"
        "<li>A nurse measures your blood pressure.</li>"
        "<li>You have the infusion in a chair that leans back.</li>"
        "<li>You rest until staff say that you can go home.</li></ol>",
    }


def no_driving():
    return {
        "heading": "Do not drive until the next day",
        "body": "<p>Examplamine slows how fast you react, also when you feel awake. Wait until you have slept "
        "a whole night.</p>",
    }


def dos_and_donts():
    return {
        "dos": [
            "have somebody take you home",
            "tell us about all the medicines that you take",
            "keep your other appointments",
        ],
        "donts": ["drive on the day", "drink alcohol on the day", "stop other medicines on your own"],
    }


def treatment_room(image):
    return {
        "image": image,
        "alt_text": "A drawing of a treatment room with a chair that leans back, a lamp and a second chair.",
        "decorative": False,
        "caption": "A treatment room. Somebody you trust can stay with you.",
        "credit": "Demo clinic",
    }


def time_of_a_visit():
    return {
        "section_heading": "How much time a visit takes",
        "caption": "Time to plan for one visit",
        "row_headers": True,
        "table": {
            "columns": [{"type": "text", "heading": "Part"}, {"type": "text", "heading": "Time"}],
            "rows": [
                {"values": ["Talk and blood pressure", "20 minutes"]},
                {"values": ["Infusion", "40 minutes"]},
                {"values": ["Rest", "2 hours"]},
            ],
            "caption": "",
        },
    }
