const assert = require("node:assert/strict");
const test = require("node:test");
const { capabilities, contributes } = require("../package.json");
const { SELECTED, command, settings, trouble } = require("../src/server.js");

test("the server is started as the setting says", () => {
  const words = ["-m", "facingpages", "server"];
  assert.deepEqual(command(["/opt/py", ...words], "/own"), { command: "/opt/py", args: words, options: { cwd: "/own" } });
  for (const wrong of [undefined, [], "facingpages", [1, null], [""]]) {
    const { command: program, args } = command(wrong, "/own");
    assert.deepEqual([program, args], ["facingpages", ["server"]]);
  }
});

test("a workspace names no program, and starts none before it is trusted", () => {
  assert.equal(contributes.configuration.properties["facingpages.command"].scope, "machine");
  assert.equal(capabilities.untrustedWorkspaces.supported, false);
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
