"""The public addresses of practices besides their pages."""

from django.urls import path

from bestpractices.practices.views import practice_editions, practice_pdf
from bestpractices.scoring.views import score_by_link
from bestpractices.yearbook.public import book_docx, book_pdf, show_book

urlpatterns = [
    path("praktika/<int:pk>/pdf/", practice_pdf, name="practice-pdf"),
    path("praktika/<int:pk>/redakcii/", practice_editions, name="practice-editions"),
    path("sbornik/<slug:code>/<int:year>/", show_book, name="year-book"),
    path("sbornik/<slug:code>/<int:year>/pdf/", book_pdf, name="year-book-pdf"),
    path("sbornik/<slug:code>/<int:year>/docx/", book_docx, name="year-book-docx"),
    path("ocenka-praktiki/<str:token>/", score_by_link, name="practice-score-by-link"),
]
