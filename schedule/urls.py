from django.urls import path

from schedule.views.desk import TABS, DeskView
from schedule.views.ending import RetireView, WithdrawView
from schedule.views.planning import CancelView, PublishView, RescheduleView
from schedule.views.unreviewed import CandidatesView, ReleaseView

app_name = "publication_desk"

urlpatterns = [
    path("editions/<int:pk>/publish/", PublishView.as_view(), name="publish"),
    path("publications/<int:pk>/reschedule/", RescheduleView.as_view(), name="reschedule"),
    path("publications/<int:pk>/cancel/", CancelView.as_view(), name="cancel"),
    path("articles/<int:pk>/withdraw/", WithdrawView.as_view(), name="withdraw"),
    path("without-review/", CandidatesView.as_view(), name="candidates"),
    path("without-review/<int:pk>/", ReleaseView.as_view(), name="release"),
    path("articles/<int:pk>/take-down/", RetireView.as_view(), name="retire"),
]
for tab in TABS:
    address = "" if tab == "waiting" else f"{tab}/"
    urlpatterns += [
        path(address, DeskView.as_view(tab=tab), name=tab),
        path(f"{tab}/results/", DeskView.as_view(tab=tab, results_only=True), name=f"{tab}_results"),
    ]
