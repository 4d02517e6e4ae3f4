"""When to call whom."""


def call_the_clinic():
    return {
        "level": "non_urgent",
        "heading": "Call your clinic if:",
        "lead": "",
        "bullets": ["you feel sick for more than a day", "you feel low after a visit"],
        "action_lines": [],
        "show_help_lines": False,
    }


def call_the_clinic_today():
    return {
        "level": "urgent",
        "heading": "Call your clinic today if:",
        "lead": "",
        "bullets": ["it hurts when you pee", "you need to pee much more often than before"],
        "action_lines": [],
        "show_help_lines": False,
    }


def call_for_an_ambulance():
    return {
        "level": "emergency",
        "heading": "Call 911 now if:",
        "lead": "You or somebody near you:",
        "bullets": ["breathes very slowly", "cannot be woken up", "is about to do themselves harm"],
        "action_lines": [],
        "show_help_lines": True,
    }


def crisis_help():
    return {
        "body": "<p>Feeling like this can change, and people want to help. You do not need a plan or a reason "
        "to call.</p>"
    }
