"""Answers the questions of language models over the Model Context Protocol, reading only."""

from musnad.assistants.server import create_server

__all__ = ["create_server"]
