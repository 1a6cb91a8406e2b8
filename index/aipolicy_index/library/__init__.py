"""The one door to a library of articles: open, add, search, read, facts, what the reader did, check, rebuild."""

from aipolicy_index.library.door import Library
from aipolicy_index.library.folder import default_folder
from aipolicy_index.library.reports import AddProgress, AddReport, CheckReport, Failure, Preparation, Stage

__all__ = ["AddProgress", "AddReport", "CheckReport", "Failure", "Library", "Preparation", "Stage", "default_folder"]
