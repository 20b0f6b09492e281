"""A real server on 127.0.0.1 that misbehaves in every way that hosts do, and remembers what it was asked."""

from __future__ import annotations

import asyncio
import gzip
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formatdate


@dataclass
class Request:
    """A question as it came: `at` in seconds since the server began."""

    method: str
    path: str
    headers: dict[str, str]
    at: float


@dataclass
class Server:
    """What was asked, and how many questions were open at once."""

    port: int = 0
    requests: list[Request] = field(default_factory=list)
    open: int = 0
    most_open: int = 0
    began: float = field(default_factory=time.monotonic)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"

    def asked(self, path: str) -> list[str]:
        """The methods that a path was asked with."""
        return [request.method for request in self.requests if request.path == path]


def respond(status: int, body: bytes = b"", **headers: str) -> bytes:
    """A whole answer."""
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


PAGE = b'<!doctype html><h1 id="top-of-it">A</h1><a name="named"></a><h2 id="user-content-readme">B</h2>'
HTML = "text/html; charset=utf-8"
BOMB = gzip.compress(b"<p>" * 30_000_000, 1)


EXACT = ("/a%3Bb", "/%2C", "/%21", "/%28x%29", "/q?u=a%2Fb", "/list[1]", "/end?", "/a;b", "/a|b$c")
ODD = '<!doctype html><meta charset="{}"><A NAME="Augšā">x</A><h2 id="a%2Fb">B</h2><p id="dziļi">'


def charset(name: str, page: str, declared: str = "", mark: bytes = b"") -> bytes:
    """A page in a charset that its header (`declared`) or itself says."""
    kind = f"text/html; charset={declared}" if declared else "text/html"
    return respond(200, mark + page.encode(name), Content_Type=kind)


def answers(server: Server) -> dict[str, Callable[[Request, int], bytes]]:
    """What each path answers, by the question and how often it was asked before."""
    here = server.url
    return {
        "/ok": lambda *_: respond(200, PAGE, Content_Type=HTML),
        "/gone": lambda *_: respond(404),
        "/really-gone": lambda *_: respond(410),
        "/no-head": lambda request, _: respond(405 if request.method == "HEAD" else 200),
        "/head-says-404": lambda request, _: respond(404 if request.method == "HEAD" else 200),
        "/head-with-body": lambda *_: respond(200, PAGE, Content_Type=HTML),
        "/head-closes": lambda request, _: b"" if request.method == "HEAD" else respond(200),
        "/forbidden": lambda *_: respond(403),
        "/login": lambda *_: respond(401, WWW_Authenticate='Basic realm="x"'),
        "/flaky": lambda _, before: respond(500 if before < 2 else 200),
        "/broken": lambda *_: respond(500),
        "/teapot": lambda *_: respond(418),
        "/odd": lambda *_: respond(999),
        "/busy-once": lambda _, before: respond(429, Retry_After="1") if before == 0 else respond(200),
        "/busy-until": lambda _, before: (
            respond(503, Retry_After=formatdate(time.time() + 1, usegmt=True)) if before == 0 else respond(200)
        ),
        "/busy": lambda *_: respond(429),
        "/busy-for-long": lambda *_: respond(429, Retry_After="86400"),
        "/moved": lambda *_: respond(301, Location="/ok"),
        "/moved-308": lambda *_: respond(308, Location=here("/moved")),
        "/elsewhere-today": lambda *_: respond(302, Location="/ok"),
        "/moved-then-today": lambda *_: respond(301, Location="/elsewhere-today"),
        "/moved-to-gone": lambda *_: respond(301, Location="/gone"),
        "/circle": lambda *_: respond(302, Location="/circle-2"),
        "/circle-2": lambda *_: respond(302, Location="/circle"),
        "/on-and-on": lambda *_: respond(302, Location="/on-and-on/1"),
        "/to-metadata": lambda *_: respond(302, Location="http://169.254.169.254/latest/meta-data/"),
        "/to-private": lambda *_: respond(302, Location="http://10.255.255.1/"),
        "/to-mapped": lambda *_: respond(302, Location="http://[::ffff:10.0.0.1]/"),
        "/to-number": lambda *_: respond(302, Location="http://167772161/"),
        "/to-name": lambda *_: respond(302, Location=here("/ok", "localhost")),
        "/to-file": lambda *_: respond(302, Location="file:///etc/passwd"),
        "/to-nothing": lambda *_: respond(302),
        "/to-bad": lambda *_: respond(302, Location="http://[::1"),
        "/to-password": lambda *_: respond(302, Location=here("/ok").replace("//", "//me:secret@")),
        "/cookie": lambda *_: respond(302, Location="/ok", Set_Cookie="session=1; Path=/"),
        "/garbage": lambda *_: b"\x00\x01\x02 nothing of HTTP\r\n\r\n",
        "/nothing": lambda *_: b"",
        "/huge-header": lambda *_: b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000 + b"\r\n\r\n",
        "/bomb": lambda *_: respond(200, BOMB, Content_Type=HTML, Content_Encoding="gzip"),
        "/image": lambda *_: respond(200, b"GIF89a", Content_Type="image/gif"),
        "/cookie-wall": lambda *_: respond(302, Location="/cookie-wall", Set_Cookie="seen=1"),
        "/to-itself": lambda *_: respond(302, Location="/to-itself"),
        "/to-latin-1": lambda *_: respond(302, Location="/LATIN").replace(b"LATIN", "Pēc".encode("cp1257")),
        "/P%E7c": lambda *_: respond(200),
        "/to-reserved": lambda *_: respond(302, Location="http://docs.example/"),
        "/busy-for-years": lambda *_: respond(429, Retry_After="99999999999"),
        "/busy-until-2099": lambda *_: respond(429, Retry_After="Wed, 21 Oct 2099 07:28:00 GMT"),
        "/utf-8": lambda *_: charset("utf-8", ODD.format("utf-8")),
        "/utf-16": lambda *_: charset("utf-16-le", ODD, mark=b"\xff\xfe"),
        "/utf-16-header": lambda *_: charset("utf-16-be", ODD, "utf-16be"),
        "/windows-1257": lambda *_: charset("cp1257", ODD.format("windows-1257")),
        "/windows-1257-header": lambda *_: charset("cp1257", ODD.format("utf-8"), "windows-1257"),
        "/latin-1": lambda *_: charset("latin-1", '<p id="på">', "iso-8859-1"),
        "/undeclared": lambda *_: charset("latin-1", '<p id="på">'),
        "/br": lambda *_: respond(200, b"\x0b\x02\x80abc", Content_Type=HTML, Content_Encoding="br"),
        "/zstd": lambda *_: respond(200, b"\x28\xb5\x2f\xfd", Content_Type=HTML, Content_Encoding="zstd"),
        "/gzip": lambda *_: respond(200, gzip.compress(PAGE), Content_Type=HTML, Content_Encoding="gzip"),
        "/deflate": lambda *_: respond(200, zlib.compress(PAGE), Content_Type=HTML, Content_Encoding="deflate"),
        "/bare-deflate": lambda *_: respond(
            200, zlib.compress(PAGE, wbits=-15), Content_Type=HTML, Content_Encoding="deflate"
        ),
        **{path: lambda *_: respond(200) for path in EXACT},
    }  # fmt: skip


class Handler:
    """Answers one connection at a time as `answers` says; some paths need more than one answer at once."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.seen: Counter[tuple[str, str]] = Counter()
        self.answers = answers(server)

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server = self.server
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            line, *rest = head.split("\r\n")
            method, path, _ = line.split(" ")
            headers = dict(item.split(": ", 1) for item in rest if ": " in item)
            request = Request(method, path, headers, time.monotonic() - server.began)
            server.requests.append(request)
            server.open += 1
            server.most_open = max(server.most_open, server.open)
            try:
                await self.reply(request, writer)
            finally:
                server.open -= 1
        except (OSError, asyncio.IncompleteReadError, ValueError):
            pass
        finally:
            writer.close()

    async def reply(self, request: Request, writer: asyncio.StreamWriter) -> None:
        before = self.seen[request.path, "any"]
        self.seen[request.path, "any"] += 1
        if request.path.startswith("/on-and-on/"):
            writer.write(respond(302, Location=f"/on-and-on/{int(request.path.rpartition('/')[2]) + 1}"))
        elif request.path.startswith("/many/"):
            await asyncio.sleep(0.02)
            writer.write(respond(200))
        elif request.path.startswith("/silent"):
            await asyncio.sleep(30)
        elif request.path == "/drip":
            writer.write(b"HTTP/1.1 200 OK\r\n")
            for _ in range(300):
                writer.write(b"X-More: 1\r\n")
                await writer.drain()
                await asyncio.sleep(0.1)
        elif request.path == "/endless":
            writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: {HTML}\r\n\r\n".encode())
            for _ in range(20_000):
                writer.write(b"<p>more</p>" * 1000)
                await writer.drain()
        else:
            answer = self.answers.get(request.path, lambda *_: respond(404))(request, before)
            if request.method == "HEAD" and request.path != "/head-with-body":
                answer = answer.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if answer else b""
            writer.write(answer)
        await writer.drain()


class Running:
    """The server in a thread of its own."""

    def __init__(self) -> None:
        self.server = Server()
        self.loop = asyncio.new_event_loop()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)

        async def begin() -> None:
            listening = await asyncio.start_server(lambda r, w: self.handler(r, w), "127.0.0.1", 0)
            self.server.port = listening.sockets[0].getsockname()[1]
            self.handler = Handler(self.server)
            self.ready.set()

        self.loop.run_until_complete(begin())
        self.loop.run_forever()

    def __enter__(self) -> Server:
        self.thread.start()
        self.ready.wait(5)
        return self.server

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self.loop).result(5)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)

    async def _end(self) -> None:
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
