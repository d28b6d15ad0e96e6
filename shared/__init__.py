"""The ground floor: the rules of days, pure, the same on the server and on the phone."""
