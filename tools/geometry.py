"""Centres, radii and borders of places, out of the towns that GeoNames lists."""

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

EARTH_KM = 6371.0
_FEW = 8


def spread(towns: list[dict[str, Any]]) -> tuple[float, float, float]:
    """Return the mean point of the towns and the distance that nine of ten of them lie within, at least 5 km."""
    x = y = z = 0.0
    for town in towns:
        latitude, longitude = math.radians(town["latitude"]), math.radians(town["longitude"])
        x += math.cos(latitude) * math.cos(longitude)
        y += math.cos(latitude) * math.sin(longitude)
        z += math.sin(latitude)
    centre = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    away = sorted(distance_km(centre, (town["latitude"], town["longitude"])) for town in towns)
    return (*centre, max(5.0, away[min(len(away) - 1, int(0.9 * len(away)))]))


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees."""
    (a, b), (c, d) = (map(math.radians, point) for point in (one, other))
    inner = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(inner)))


def borders(
    towns: dict[str, list[dict[str, Any]]], countries: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, str, float, float, float]]:
    """Yield (country, neighbour, latitude, longitude, radius_km) of every land border between countries with towns."""
    for one, country in sorted(countries.items()):
        for other in filter(None, country["neighbours"].split(",")):
            if one < other and one in towns and other in towns:
                yield one, other, *_border(towns[one], towns[other])


def _border(here: list[dict[str, Any]], there: list[dict[str, Any]]) -> tuple[float, float, float]:
    """Return a border's middle and radius: that of the towns which lie nearest to one across, a twelfth of them all."""
    cells = defaultdict(list)
    for town in there:
        cells[(round(town["latitude"]), round(town["longitude"]))].append((town["latitude"], town["longitude"]))
    pairs = []
    for town in here:
        point = (town["latitude"], town["longitude"])
        row, column = round(point[0]), round(point[1])
        across = [p for r in (-1, 0, 1) for c in (-1, 0, 1) for p in cells.get((row + r, column + c), ())]
        if across:
            nearest = min(across, key=lambda p: (distance_km(point, p), p))
            middle = ((point[0] + nearest[0]) / 2, (point[1] + nearest[1]) / 2)
            pairs.append((distance_km(point, nearest), middle))
    if len(pairs) < _FEW:  # a border in the desert: half way between the nearest of the largest towns
        pairs += [
            (distance_km(p, q), ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2))
            for p in [(town["latitude"], town["longitude"]) for town in here[:60]]
            for q in [(town["latitude"], town["longitude"]) for town in there[:60]]
        ]
    near = [middle for _, middle in sorted(pairs)[: max(_FEW, len(pairs) // 12)]]
    return spread([{"latitude": p[0], "longitude": p[1]} for p in near])
