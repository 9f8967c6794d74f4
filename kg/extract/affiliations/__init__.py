"""Who belongs to whom and who leads whom, as titles, possessives and compounds say it beside the events.

Each pattern yields candidates with a frame of its own, so that every edge names the pattern that made it.
"""

from kg.extract.affiliations.alliances import joint_actions
from kg.extract.affiliations.finding import find_affiliations

__all__ = ["find_affiliations", "joint_actions"]
