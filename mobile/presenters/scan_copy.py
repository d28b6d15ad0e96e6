"""Words about reading a friend's code from a picture."""

from shared.languages import say

TITLE, LINE = "Scan a code", "A friend shows it on their phone"
HOW = "Your friend opens Crowd and taps Invite a friend. Take a picture of the code on their screen."
NO_CAMERA = "There is no camera here that Kith can use. Choose a picture of your friend's code, or type in their link."
NO_READER = "This machine can't read codes. Your friend's link does the same: they can send it, and you type it in."
TAKE, CHOOSE, TYPE = "Take a picture of it", "Choose a picture", "Type in the link"
READING = "Looking at the picture …"
CAMERA_GAVE_NONE = (
    "No picture came from the camera. If this phone keeps it from Kith, its settings can change that. "
    "A picture that is here already does as well."
)
LIBRARY_GAVE_NONE = "No picture was chosen. You can choose one whenever you like, or type in the link."
NOTHING_READ = "No code can be made out in this picture. Closer, straight on and in good light helps."
NO_INVITATION = "This code holds no invitation, so it was not opened."


def elsewhere(host: str) -> str:
    return say("This code leads to {host}, which is not your Kith. It was not opened.", host=host)
