"""Figures of the phone: starting, scrolling, reading Today from ten years, memory."""
