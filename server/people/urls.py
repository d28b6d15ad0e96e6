"""Addresses of the people app, under the API's prefix."""

from django.urls import URLPattern, path

from server.people.api.friends import BlocksView, BlockView, FriendsView, FriendView
from server.people.api.invites import AcceptView, InvitesView, InviteView, PreviewView
from server.people.api.me import MeView

urlpatterns: list[URLPattern] = [
    path("me", MeView.as_view()),
    path("friends", FriendsView.as_view()),
    path("friends/<uuid:person_id>", FriendView.as_view()),
    path("invites", InvitesView.as_view()),
    path("invites/<uuid:invite_id>", InviteView.as_view()),
    path("invites/<str:token>/preview", PreviewView.as_view()),
    path("invites/<str:token>/accept", AcceptView.as_view()),
    path("blocks", BlocksView.as_view()),
    path("blocks/<uuid:person_id>", BlockView.as_view()),
]
