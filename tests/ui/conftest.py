from tests.ui.environment import HAS_GL

# Kivy cannot even be imported without GL.
pytest_plugins = ["tests.ui.fixtures"] if HAS_GL else []
