"""What every page of the web door has to be, whoever reads it and however."""

from tests.door.chromium import Chromium

TARGET = 44
"""CSS pixels: no finger is asked to hit less."""
SMALL = f"""
[...document.querySelectorAll('a, button, input, select, textarea, .pick')].filter(e => {{
  const r = e.getBoundingClientRect(), shown = r.bottom > 0;
  return shown && e.type !== 'hidden' && !e.matches('.pick input') && Math.min(r.width, r.height) < {TARGET} - .5;
}}).map(e => e.outerHTML.slice(0, 120))
"""
CLIPPED = """
[...document.querySelectorAll('body *')].filter(e => {
  const s = getComputedStyle(e);
  return !e.closest('.hidden, .skip, select, textarea, input') && s.display !== 'inline' && e.innerText
    && (e.scrollWidth > e.clientWidth + 2 && s.overflowX !== 'visible'
        || e.getBoundingClientRect().right > innerWidth + 1);
}).map(e => e.outerHTML.slice(0, 120))
"""


def assert_for_everybody(browser: Chromium) -> None:
    """The page just open, by day and by night: nothing for axe to find, nothing too small to hit, nothing cut."""
    for scheme in ("light", "dark"):
        browser.prefer(scheme)
        assert browser.axe() == [], scheme
    assert browser.run(SMALL) == []
    assert browser.run(CLIPPED) == []
