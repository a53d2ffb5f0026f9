"""Compares short statements by roles: who did what to whom, where and when, in whatever construction each tells it."""
