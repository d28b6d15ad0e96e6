"""An Android phone. It could not be run where it was written: docs/packaging.md says what was checked, and how."""
