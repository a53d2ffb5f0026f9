"""The API: what the desk shows, as JSON, under /api/v1."""

from musnad.api.app import create_api

__all__ = ["create_api"]
