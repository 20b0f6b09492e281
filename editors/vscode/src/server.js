// How the server is started, and what it is told. Nothing here needs VS Code, so that it can be tested without.

const SELECTED = [
  { scheme: "file", language: "markdown" },
  { scheme: "file", language: "mdx" },
];

/**
 * The program and its arguments, of the setting `facingpages.command`; what is no list of texts is left aside.
 * It starts in a folder of our own: in that of the workspace a stranger's module or program could stand in for one.
 */
function command(value, folder) {
  const words = Array.isArray(value) ? value.filter((word) => typeof word === "string" && word !== "") : [];
  const [program, ...words_] = words.length ? words : ["facingpages", "server"];
  return { command: program, args: words_, options: { cwd: folder } };
}

/** The settings that the server knows, read by a function from names to values. */
function settings(get) {
  const found = {};
  for (const name of ["diagnostics", "inlay", "debounce", "config", "baseline"]) {
    const value = get(name);
    if (value !== undefined && value !== null && value !== "") found[name] = value;
  }
  return found;
}

/** What is said where the server can't be started. */
function trouble(program, error) {
  const why = error && error.code === "ENOENT" ? "it is not there" : String((error && error.message) || error);
  return `Facing Pages: ${program} could not be started: ${why}. `
    + "python -m pip install 'facingpages[lsp]' brings it; facingpages.command names another.";
}

module.exports = { SELECTED, command, settings, trouble };
