"""The one place that holds the version: it is written into each Reading and each record."""

__version__ = "0.1.0"
