"""The demonstration corpus: short reports on two invented happenings, written for Musnad."""

from musnad.demo.corpus import demo_paths
from musnad.demo.filling import fill_demo

__all__ = ["demo_paths", "fill_demo"]
