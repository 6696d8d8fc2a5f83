"""Events of a dyad -> its months."""

from dateline.relations.series import Dyad, Month, dyad, months

__all__ = ["Dyad", "Month", "dyad", "months"]
