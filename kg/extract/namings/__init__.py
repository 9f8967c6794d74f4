"""What words name beside the entities of chains: the organ of a state, a whole within its part, a body in passing.

"Russian drones hit Odesa" states that Russia attacks Odesa, and there the same word also names the forces whose drones
they are. Such entities take part in no statement; they tell where a body, a people or a place is spoken of.
"""

from kg.extract.namings.finding import find_namings, with_namings

__all__ = ["find_namings", "with_namings"]
