"""Paths of the desk that a form or an address names."""


def inside(path: str) -> str:
    """Return the path where it is one of ours, else the desk's: another would send visitors elsewhere."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"
