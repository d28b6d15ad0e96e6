"""Addresses of the people app, under the API's prefix."""

from django.urls import URLPattern, path

from server.people.api.about import AboutView
from server.people.api.arrivals import ArrivalsView, ArrivalView
from server.people.api.circles import CirclesView, CircleView
from server.people.api.friends import BlocksView, BlockView, DistanceView, FriendsView, FriendView, OwnWordsView
from server.people.api.invites import AcceptView, InvitesView, InviteView, PreviewView
from server.people.api.me import MeView, TermsView
from server.people.api.sessions import SessionsView, SessionView

urlpatterns: list[URLPattern] = [
    path("about", AboutView.as_view()),
    path("me", MeView.as_view()),
    path("me/terms", TermsView.as_view()),
    path("sessions", SessionsView.as_view()),
    path("sessions/<uuid:session_id>", SessionView.as_view()),
    path("friends", FriendsView.as_view()),
    path("friends/<uuid:person_id>", FriendView.as_view()),
    path("friends/<uuid:person_id>/distance", DistanceView.as_view()),
    path("friends/<uuid:person_id>/own-words", OwnWordsView.as_view()),
    path("circles", CirclesView.as_view()),
    path("circles/<uuid:circle_id>", CircleView.as_view()),
    path("invites", InvitesView.as_view()),
    path("invites/<uuid:invite_id>", InviteView.as_view()),
    path("invites/<str:token>/preview", PreviewView.as_view()),
    path("invites/<str:token>/accept", AcceptView.as_view()),
    path("arrivals", ArrivalsView.as_view()),
    path("arrivals/<uuid:person_id>", ArrivalView.as_view()),
    path("blocks", BlocksView.as_view()),
    path("blocks/<uuid:person_id>", BlockView.as_view()),
]
