"""A server for each profile of a client, started once for all tests; each test has a site of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

pytest.importorskip("pytest_lsp", reason="the packages of requirements-dev.txt are not installed")

import pytest_asyncio
from tests.server.session import PROFILES, Client, Session, start

CONFIG = 'pages = ["docs/{locale}/{page}.md"]\nlocales = ["lv", "sv"]\ndialect = "mkdocs"\n'
SOURCE = "# Calls\n\nPress **Save** 😀 and see [prices](https://a.example/prices).\n\n1. First.\n2. Second.\n"
SV = "# Samtal\n\nTryck **Spara** 😀 och se [priser](https://a.example/priser).\n\n1. Först.\n2. Sedan.\n"
LV = (
    "# Zvani\r\n\r\nNospiediet **Saglabāt** 😀, sk. [cenas](https://a.example/prices).\r\n\r\n1. Viens.\r\n2. Divi.\r\n"
)


@pytest_asyncio.fixture(scope="package", loop_scope="package", params=list(PROFILES))
async def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Client]:
    """A client that works in a folder of its own."""
    folder = tmp_path_factory.mktemp("workspace")
    client = await start(request.param, folder, tmp_path_factory.mktemp("cache"))
    yield client
    assert not [message for message in client.messages if "bug" in message.message]
    await client.shutdown_session()
    await client.stop()


@pytest.fixture
def session(client: Client) -> Session:
    """A small site: a source, two translations."""
    root: Path = client.folder / uuid4().hex[:8]
    session = Session(client, root)
    session.write({"facingpages.toml": CONFIG, "docs/en/p.md": SOURCE, "docs/sv/p.md": SV, "docs/lv/p.md": LV})
    return session
