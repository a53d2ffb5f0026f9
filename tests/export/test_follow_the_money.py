"""FollowTheMoney's own library reads what is exported for Aleph."""

import io
import json

import pytest

from exported import demo_dossier
from musnad.export.formats import export

followthemoney = pytest.importorskip(
    "followthemoney", reason="followthemoney is not installed (musnad[ftm]): its export was not tried"
)


def test_every_entity_is_valid_there() -> None:
    lines = export(demo_dossier(), "ftm").decode().splitlines()
    proxies = [followthemoney.model.get_proxy(json.loads(line)) for line in lines]
    ids = {proxy.id for proxy in proxies}
    assert len(ids) == len(proxies)
    for proxy in proxies:
        proxy.schema.validate(proxy.to_dict())
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in ids
    kinds = [proxy.schema.name for proxy in proxies]
    assert kinds.count("Article") == len(demo_dossier().reports)
    claims = sum(len(report.claims) for report in demo_dossier().reports)
    assert kinds.count("Note") == claims + len(demo_dossier().propositions)


def test_statements_are_read_back() -> None:
    from followthemoney import statement

    written = export(demo_dossier(), "ftm-statements")
    told = list(statement.read_statements(io.BytesIO(written), statement.CSV))
    assert {each.dataset for each in told} == {"musnad"}
    assert any(each.prop == "bodyText" for each in told)
    assert export(demo_dossier(), "ftm-statements") == written
