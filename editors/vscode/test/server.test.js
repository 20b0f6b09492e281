const assert = require("node:assert/strict");
const test = require("node:test");
const { SELECTED, command, settings, trouble } = require("../src/server.js");

test("the server is started as the setting says", () => {
  assert.deepEqual(command(["/opt/py", "-m", "facingpages", "server"]), { command: "/opt/py", args: ["-m", "facingpages", "server"] });
  for (const wrong of [undefined, [], "facingpages", [1, null], [""]]) {
    assert.deepEqual(command(wrong), { command: "facingpages", args: ["server"] });
  }
});

test("only settings that the server knows are handed over, and empty ones are not", () => {
  const all = { diagnostics: "site", inlay: false, debounce: 0, config: "", baseline: null, command: ["x"] };
  assert.deepEqual(settings((name) => all[name]), { diagnostics: "site", inlay: false, debounce: 0 });
});

test("only files are looked at", () => {
  assert.ok(SELECTED.every((one) => one.scheme === "file"));
});

test("who has no server is told how to get it", () => {
  assert.match(trouble("facingpages", { code: "ENOENT" }), /it is not there.*facingpages\[lsp\]/);
  assert.match(trouble("x", new Error("broken")), /x could not be started: broken/);
});
