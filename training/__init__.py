"""Corpus -> model: the only place that needs torch. See README.md beside this file."""
