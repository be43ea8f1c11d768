"""The public addresses of practices besides their pages."""

from django.urls import path

from bestpractices.practices.views import practice_editions, practice_pdf
from bestpractices.scoring.views import score_by_link

urlpatterns = [
    path("praktika/<int:pk>/pdf/", practice_pdf, name="practice-pdf"),
    path("praktika/<int:pk>/redakcii/", practice_editions, name="practice-editions"),
    path("ocenka-praktiki/<str:token>/", score_by_link, name="practice-score-by-link"),
]
