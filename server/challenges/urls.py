"""Addresses of the challenges app, under the API's prefix."""

from django.urls import path

from server.challenges.api.challenges import ChallengesView, ChallengeView, FacesView, ForkView
from server.challenges.api.members import (
    AskView,
    CarryView,
    InvitationView,
    LinkMembershipView,
    LinkPreviewView,
    LinksView,
    MemberPhotoView,
    MembershipView,
    MemberView,
    OwnInvitationView,
)

ONE = "challenges/<uuid:challenge_id>"
MEMBER = f"{ONE}/members/<uuid:person_id>"

urlpatterns = [
    path("challenges", ChallengesView.as_view()),
    path(ONE, ChallengeView.as_view()),
    path(f"{ONE}/forks/<uuid:new_id>", ForkView.as_view()),
    path(f"{ONE}/days/<str:date>", FacesView.as_view()),
    path(f"{ONE}/membership", MembershipView.as_view()),
    path(f"{ONE}/invitation", InvitationView.as_view()),
    path(f"{ONE}/asked/<uuid:person_id>", AskView.as_view()),
    path(f"{ONE}/links", LinksView.as_view()),
    path(f"{ONE}/invitations/<uuid:invitation_id>", OwnInvitationView.as_view()),
    path(MEMBER, MemberView.as_view()),
    path(f"{MEMBER}/carries/<str:date>", CarryView.as_view()),
    path(f"{MEMBER}/days/<str:date>/photos/<int:n>/<str:size>", MemberPhotoView.as_view()),
    path("challenge-links/<str:token>", LinkPreviewView.as_view()),
    path("challenge-links/<str:token>/membership", LinkMembershipView.as_view()),
]
