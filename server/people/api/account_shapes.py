"""What goes in and comes out of the endpoints about accounts themselves."""

from rest_framework import serializers

from server.kernel.said import Said
from server.people.api.shapes import PersonShape


class ArrivalShape(PersonShape):
    until = serializers.DateTimeField(help_text="When waiting ends like a no.")


class ArrivalsShape(serializers.Serializer):
    items = ArrivalShape(many=True)


class ArrivalAnswerInput(Said):
    answer = serializers.ChoiceField(["yes", "no"])


class SessionShape(serializers.Serializer):
    id = serializers.UUIDField()
    device = serializers.CharField(help_text="What the device calls itself.")
    began_at = serializers.DateTimeField(allow_null=True)
    used_on = serializers.DateField(allow_null=True, help_text="The day (UTC) it was last used.")
    current = serializers.BooleanField()


class SessionsShape(serializers.Serializer):
    items = SessionShape(many=True)


class TermsInput(Said):
    version = serializers.IntegerField(min_value=1, max_value=9999)


class AboutShape(serializers.Serializer):
    """Who runs this Kith, and under which terms."""

    operator = serializers.CharField()
    contact = serializers.CharField()
    terms_version = serializers.IntegerField(help_text="Of the terms and the privacy text alike.")
    terms_url = serializers.URLField()
    privacy_url = serializers.URLField()
    open_sign_up = serializers.BooleanField(help_text="Whether one can sign up without an invite.")
