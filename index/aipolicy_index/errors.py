"""One tree of errors. Each names a translated sentence by its code and carries the values that the sentence needs."""

from __future__ import annotations

import errno

_SYSTEM_REASONS = {
    errno.EACCES: "reason.permission",
    errno.EPERM: "reason.permission",
    errno.ENOENT: "reason.not_found",
    errno.ENOTDIR: "reason.not_a_folder",
    errno.EISDIR: "reason.not_a_file",
    errno.ENOSPC: "reason.disk_full",
    errno.EDQUOT: "reason.disk_full",
    errno.EROFS: "reason.read_only",
    errno.ENAMETOOLONG: "reason.name_too_long",
    errno.ELOOP: "reason.link_loop",
    errno.EMFILE: "reason.too_many_files",
    errno.ENFILE: "reason.too_many_files",
    errno.EIO: "reason.disk_fault",
}


def system_reason(error: OSError) -> str:
    """Why the operating system refused: the code of a sentence, or its own words where there is no such sentence."""
    return _SYSTEM_REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


class AipolicyError(Exception):
    """What the program tells its user. `code` names the sentence, `values` fill it."""

    code = "error.unexpected"

    def __init__(self, code: str | None = None, /, **values: object) -> None:
        self.code = code or self.code
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(self.code, self.values)

    def __str__(self) -> str:
        return self.code + "".join(f" {name}={value!r}" for name, value in self.values.items())


class UnreadableFile(AipolicyError):
    """A file that cannot be made into an article: `path`, and a `reason` code."""

    code = "file.unreadable"


class UnsupportedFormat(UnreadableFile):
    """No reader knows this ending: `path`, `ending`."""

    code = "file.unsupported"


class LibraryError(AipolicyError):
    """The library folder cannot be used."""

    code = "library.unusable"


class NoSuchArticle(LibraryError):
    """No article has this id: `id`."""

    code = "library.no_such_article"


class StoreError(LibraryError):
    """The database of the library failed: `path`, `reason`."""

    code = "library.store_failed"


class SearchIndexError(AipolicyError):
    """The search index failed; it can always be rebuilt from the store."""

    code = "index.failed"


class IndexMissing(SearchIndexError):
    """There is no index in the folder."""

    code = "index.missing"


class IndexDamaged(SearchIndexError):
    """The index cannot be read: `reason`."""

    code = "index.damaged"


class IndexLocked(SearchIndexError):
    """Another program is writing the index."""

    code = "index.locked"


class Overtaken(AipolicyError):
    """A newer request made this one pointless."""

    code = "service.overtaken"


class ServiceError(AipolicyError):
    """The background process failed: `reason`."""

    code = "service.failed"


class SettingsError(AipolicyError):
    """The settings file cannot be read: `path`, `reason`."""

    code = "settings.unreadable"
