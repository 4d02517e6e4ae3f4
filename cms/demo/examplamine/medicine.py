"""The invented medicine itself, and what it is approved for."""

from blog.models import Condition, Medicine, MedicineUse
from cms.demo.examplamine.sources import CHECKED_ON


def medicine(sources, depression):
    examplamine = Medicine(
        generic_name="examplamine",
        medicine_class="made-up receptor blocker",
        boxed_warning="Examplamine can make you very sleepy and can slow your breathing. Have it only where trained "
        "staff watch you the whole time.",
        label_url="https://example.org/examplamine-label",
    )
    sleep = Condition.objects.create(name="sleep during an operation")
    examplamine.uses = [
        MedicineUse(
            condition=condition,
            jurisdiction="us",
            route="into a vein",
            licence_status=status,
            verified_on=CHECKED_ON,
            source=sources["label"],
        )
        for condition, status in [(sleep, "approved"), (depression, "off_label")]
    ]
    examplamine.save()
    return examplamine
