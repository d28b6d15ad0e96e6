"""The only folder that knows Kivy: it draws the presenters' states and passes taps on."""
