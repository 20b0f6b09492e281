"""Find a Chromium for the browser tests, or install one: `python -m tests.browser.chromium`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# What Playwright switches off; the last such argument counts.
OFF = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled",
    "PreconnectToSearch",
    # Pages that every new window of the newer Chromiums opens behind its address bar: half of the work of a visit.
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "PreloadTopChromeWebUI",
)  # fmt: skip
MISSING = """No Chromium found. The browser tests need one of these:
- Chromium or Chrome on the path: {names}; for example from the system's packages;
- Playwright's own: run `python -m playwright install --with-deps chromium`;
- CHROMIUM set to the program's path.
To leave the browser tests out knowingly, set FACINGPAGES_NO_BROWSER=1."""


def launch(playwright: Playwright) -> tuple[Browser, str]:
    """A running Chromium and where it came from: CHROMIUM, the path, or Playwright. Raises playwright's Error."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    arguments = [*QUIET, f"--disable-features={','.join(OFF)}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    browser = playwright.chromium.launch(executable_path=found, args=arguments, timeout=120_000)
    return browser, found or "installed by Playwright"


def explain(error: Exception) -> str:
    """What to do when there is no Chromium."""
    return f"{MISSING.format(names=', '.join(NAMES))}\n\n{error}"


def _installers() -> list[str]:
    """Commands that can bring a Chromium: the system's package where it may be installed, then Playwright's own."""
    own = f"{sys.executable} -m playwright install chromium"
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        return ["apt-get update -qq && apt-get install -y -qq chromium >/dev/null", own]
    return [own]


def main() -> int:
    """Say which Chromium the tests use; install Playwright's where there is none. 0: there is one, 2: there is not."""
    if os.environ.get("FACINGPAGES_NO_BROWSER") == "1":
        sys.stdout.write("browser tests are left out: FACINGPAGES_NO_BROWSER=1 is set\n")
        return 0
    for install in (*_installers(), None):
        with sync_playwright() as playwright:
            try:
                browser, origin = launch(playwright)
            except Error as error:
                problem = error
            else:
                sys.stdout.write(f"browser tests use Chromium {browser.version}, {origin}\n")
                browser.close()
                return 0
        if install is not None:
            sys.stdout.write(f"no Chromium yet; running: {install}\n")
            sys.stdout.flush()
            subprocess.run(install, shell=True, check=False)
    sys.stderr.write(explain(problem) + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
