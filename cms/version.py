"""The version of the program: in `/health/`, in the admin, in every archive, on the image."""

#: Raised with a release, together with its heading in `CHANGELOG.md` and the version in `pyproject.toml`.
VERSION = "0.2.0"
