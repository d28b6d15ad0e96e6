"""Ways for mail to leave, or not to: relays as they are met in life."""

from smtplib import SMTPRecipientsRefused

from django.core.mail.backends.locmem import EmailBackend


class Shut(EmailBackend):
    """Nobody answers."""

    def open(self):
        raise ConnectionRefusedError(111, "Connection refused")


class Picky(EmailBackend):
    """Takes everything but mail to nobody@."""

    def send_messages(self, messages):
        for message in messages:
            if message.to[0].startswith("nobody@"):
                raise SMTPRecipientsRefused({message.to[0]: (550, b"no such mailbox")})
        return super().send_messages(messages)
