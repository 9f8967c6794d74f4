"""When things happened: time expressions, the periods that they mean, and which of them is an event's own."""

from kg.extract.times.event_times import time_of
from kg.extract.times.mentions import TimeMention, find_times
from kg.extract.times.retelling import is_retold, is_superlative, retold_time

__all__ = ["TimeMention", "find_times", "is_retold", "is_superlative", "retold_time", "time_of"]
