"""The bench's settings with a stock search page beside the product's."""

from benchmarks.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.load.urls"
