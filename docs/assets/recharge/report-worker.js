// Reads a usage report beside the page, so that fifty thousand lines do not hold it up.

import { readUsageReport } from "./usage-report.js";

self.addEventListener("message", ({ data: { number, text, locale, choices } }) => {
  self.postMessage({ number, report: readUsageReport(text, locale, choices) });
});
