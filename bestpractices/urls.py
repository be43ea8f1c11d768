"""The public addresses of practices besides their pages."""

from django.urls import path

from bestpractices.scoring.views import score_by_link

urlpatterns = [
    path("ocenka-praktiki/<str:token>/", score_by_link, name="practice-score-by-link"),
]
