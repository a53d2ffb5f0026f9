"""The desk: pages in Arabic and English on what a store holds."""

from musnad.web.site import add_pages

__all__ = ["add_pages"]
