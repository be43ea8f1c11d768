"""The addresses of practices under /admin/praktiki/."""

from django.urls import path

from bestpractices.journal.views import JournalView
from bestpractices.queues.views import MailView, QueueView
from bestpractices.review import action_views as moves
from bestpractices.review.difference_views import DifferenceView
from bestpractices.review.views import ReviewView
from bestpractices.scoring.link_views import ExpertLinkView
from bestpractices.scoring.views import ExpertsView, ReplaceView, ScoreView

urlpatterns = [
    path("praktiki/", QueueView.as_view(), name="practice_queue"),
    path("praktiki/pisma/", MailView.as_view(), name="practice_mails"),
    path("praktiki/zhurnal/", JournalView.as_view(), name="practice_journal"),
    path("praktiki/eksperty/", ExpertsView.as_view(), name="practice_experts"),
    path("praktiki/ocenka/<int:pk>/", ScoreView.as_view(), name="practice_score"),
    path("praktiki/ocenka/<int:pk>/zamena/", ReplaceView.as_view(), name="practice_replace_expert"),
    path("praktiki/ocenka/<int:pk>/ssylka/", ExpertLinkView.as_view(), name="practice_expert_link"),
    path("praktiki/<int:pk>/", ReviewView.as_view(), name="practice_review"),
    path("praktiki/<int:pk>/otpravit/", moves.SubmitView.as_view(), name="practice_submit"),
    path("praktiki/<int:pk>/pravka/", moves.CorrectView.as_view(), name="practice_correct"),
    path("praktiki/<int:pk>/otozvat/", moves.RecallView.as_view(), name="practice_recall"),
    path("praktiki/<int:pk>/snyat/", moves.WithdrawView.as_view(), name="practice_withdraw"),
    path("praktiki/<int:pk>/vernut/", moves.ReopenView.as_view(), name="practice_reopen"),
    path("praktiki/<int:pk>/zamechanie/<int:remark_pk>/", moves.ResolveView.as_view(), name="practice_resolve"),
    path("praktiki/<int:pk>/otlichiya/<int:before>/<int:after>/", DifferenceView.as_view(), name="practice_difference"),
]
