"""Addresses of the guest's page under /g, of an invitation under /i, and of one into a group under /c."""

from django.urls import path

from server.guests.pages import views

app_name = "guests"
urlpatterns = [
    path("g/<str:token>", views.look, name="look"),
    path("g/<str:token>/photo", views.photo, name="photo"),
    path("g/<str:token>/answer", views.say, name="say"),
    path("g/<str:token>/stay", views.stay, name="stay"),
    path("c/<str:token>", views.group, name="group"),
    path("i/<str:token>", views.invitation, name="invitation"),
]
