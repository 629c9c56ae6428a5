from __future__ import annotations

import pickle

import pytest

from i18n.markdown.dialects import NAMES, named


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("parameters", [(), ("Caption", "x")])
def test_a_dialect_is_sent_to_another_process_by_its_name(name: str, parameters: tuple[str, ...]) -> None:
    dialect = named(name, parameters)
    assert pickle.loads(pickle.dumps(dialect)) == dialect
