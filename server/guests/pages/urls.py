"""Addresses of the guest's page under /g, and of an invitation under /i."""

from django.urls import path

from server.guests.pages import views

app_name = "guests"
urlpatterns = [
    path("g/<str:token>", views.look, name="look"),
    path("g/<str:token>/photo", views.photo, name="photo"),
    path("g/<str:token>/answer", views.say, name="say"),
    path("g/<str:token>/stay", views.stay, name="stay"),
    path("i/<str:token>", views.invitation, name="invitation"),
]
