from django.urls import path

from review.views import desk, submission

app_name = "review"

urlpatterns = [
    path("", desk.DeskView.as_view(), name="desk"),
    path("page/<int:page_id>/", submission.OfPageView.as_view(), name="of_page"),
    path("<int:pk>/", submission.SubmissionView.as_view(), name="submission"),
    path("<int:pk>/approve/", submission.ApproveView.as_view(), name="approve"),
    path("<int:pk>/request-changes/", submission.RequestChangesView.as_view(), name="request_changes"),
    path("<int:pk>/take-back/", submission.TakeBackView.as_view(), name="take_back"),
]
