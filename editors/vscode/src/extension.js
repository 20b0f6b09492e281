// The extension: starts the server, hands it the settings, stops it. All that is shown comes from the server.

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");
const { SELECTED, command, settings, trouble } = require("./server.js");

let client;

function chosen() {
  const own = vscode.workspace.getConfiguration("facingpages");
  return settings((name) => own.get(name));
}

async function activate(context) {
  const started = command(vscode.workspace.getConfiguration("facingpages").get("command"), context.extensionPath);
  client = new LanguageClient(
    "facingpages",
    "Facing Pages",
    { ...started, transport: TransportKind.stdio },
    { documentSelector: SELECTED, initializationOptions: chosen() },
  );
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (client && change.affectsConfiguration("facingpages")) {
        client.sendNotification("workspace/didChangeConfiguration", { settings: { facingpages: chosen() } });
      }
    }),
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    vscode.window.showWarningMessage(trouble(started.command, error));
  }
}

function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
