"""The addresses of year books under /admin/sborniki/."""

from django.urls import path

from bestpractices.yearbook.admin import action_views as steps
from bestpractices.yearbook.admin import desk_views

urlpatterns = [
    path("sborniki/<int:pk>/", desk_views.show_desk, name="year_book_desk"),
    path("sborniki/<int:pk>/prosmotr/", desk_views.show_preview, name="year_book_preview"),
    path("sborniki/<int:pk>/primerka/", desk_views.preview_unsaved, name="year_book_preview_unsaved"),
    path("sborniki/<int:pk>/sbornik.pdf", desk_views.draft_pdf, name="year_book_draft_pdf"),
    path("sborniki/<int:pk>/sbornik.docx", desk_views.draft_docx, name="year_book_draft_docx"),
    path("sborniki/<int:pk>/otpravit/", steps.SendView.as_view(), name="year_book_send"),
    path("sborniki/<int:pk>/prinyat/", steps.AcceptView.as_view(), name="year_book_accept"),
    path("sborniki/<int:pk>/vernut/", steps.ReturnView.as_view(), name="year_book_return"),
    path("sborniki/<int:pk>/otozvat/", steps.WithdrawView.as_view(), name="year_book_withdraw"),
    path("sborniki/<int:pk>/razmestit/", steps.PublishView.as_view(), name="year_book_publish"),
    path("sborniki/<int:pk>/snyat/", steps.UnpublishView.as_view(), name="year_book_unpublish"),
]
