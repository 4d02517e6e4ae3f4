"""The other choices, what to ask about them, and what follows from it all."""


def alternatives():
    return {
        "intro": "<p>Your clinician can help you compare these.</p>",
        "options": [
            {
                "name": "Talking therapy",
                "kind": "talking_therapy",
                "one_line": "You meet a therapist every week and learn new ways to cope.",
                "benefits": "It may go on helping after it ends, and it has no effects on the body.",
                "downsides": "It takes time, and you may have to wait for a place.",
                "offered_here": True,
                "link": None,
            },
            {
                "name": "Antidepressant tablets",
                "kind": "medicine",
                "one_line": "You take a tablet every day, often for months.",
                "benefits": "You can take them at home, and doctors have long known them.",
                "downsides": "They need weeks to work, and they have side effects too.",
                "offered_here": False,
                "link": None,
            },
            {
                "name": "No treatment",
                "kind": "no_treatment",
                "one_line": "You wait and see, and stay in touch with your clinician.",
                "benefits": "You have no side effects and no visits.",
                "downsides": "You may stay unwell for longer than you would with treatment.",
                "offered_here": False,
                "link": None,
            },
        ],
        "what_if_no_treatment": "Depression can get better without treatment, but it can also last or get "
        "worse. Agree with your clinician when you will look at it again.",
    }


def questions():
    return {
        "items": [
            "How might this help someone like me?",
            "Which side effects should I look out for?",
            "What else could I try?",
            "What happens if I stop?",
        ]
    }


def faq():
    return {
        "items": [
            {
                "question": "Can I get examplamine?",
                "answer": "<p>No. It does not exist, so no clinic and no pharmacy has it.</p>",
            },
            {
                "question": "Do I have to stay overnight?",
                "answer": "<p>No. You go home on the same day, but not alone.</p>",
            },
        ]
    }


def conclusion():
    return {
        "body": "<p>Examplamine may help some people with depression for a few weeks. It also has risks, and "
        "nobody knows what it does later.</p><p>Talk about all your choices before you decide.</p>",
        "call_to_action": "talk_to_your_clinician",
    }
