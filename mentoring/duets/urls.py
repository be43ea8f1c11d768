from django.urls import path

from mentoring.duets import talk, views

urlpatterns = [
    path("razgovor/<str:token>/", talk.talk, name="duet-talk"),
    path("razgovor/<str:token>/chernovik/", talk.keep, name="duet-talk-keep"),
    path("duety/<int:pk>.png", views.picture, name="duet-picture"),
    path("duety/<int:pk>.pdf", views.paper, name="duet-paper"),
    path("duety/lenta.atom", views.feed, name="duet-feed"),
]
