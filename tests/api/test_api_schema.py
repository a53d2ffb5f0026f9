"""The API does what its description says, whatever is sent to it."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from api_desk import WITH_TOKEN, copied
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema

from browsing import Desk
from musnad.access import ServeSettings, Service
from musnad.api import create_api
from musnad.serving import create_app

_EXAMPLES = 8
"""Of each operation and way of making them: some forty operations are tried within half a minute."""
_NOT_TO_BE_DESCRIBED = [positive_data_acceptance]
"""No schema can say what a query or a cursor is: some that fit it are refused, with the reason."""
_DESCRIBED = create_api(Service(None)).openapi()  # type: ignore[arg-type]  # only what it describes is looked at
_OPERATIONS = [(path, method) for path, methods in _DESCRIBED["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def described(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenApiSchema]:
    with copied(desk, tmp_path_factory.mktemp("schema")) as store:
        app = create_app(Service(store, ServeSettings(hosts=("testserver", "localhost"))))
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.mark.parametrize(("path", "method"), _OPERATIONS, ids=lambda part: part)
def test_every_operation_answers_as_it_is_described(described: OpenApiSchema, path: str, method: str) -> None:
    operation = described[path][method]

    @given(
        operation.as_strategy(generation_mode=schemathesis.GenerationMode.POSITIVE)
        | operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE)
    )
    @settings(
        max_examples=_EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    def answers_as_described(case: Any) -> None:
        case.call_and_validate(headers=WITH_TOKEN, excluded_checks=_NOT_TO_BE_DESCRIBED)

    answers_as_described()
