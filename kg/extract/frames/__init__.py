"""Frames: which words make which relation, and what fills its two ends."""

from kg.extract.frames.application import find_candidates
from kg.extract.frames.candidate import Candidate
from kg.extract.frames.frame import Frame, all_frames

__all__ = ["Candidate", "Frame", "all_frames", "find_candidates"]
