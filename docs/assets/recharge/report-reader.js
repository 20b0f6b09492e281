// Gives the reader's usage report to a worker, and the newest answer back; a file's text is kept here, not in the form.

import { readUsageReport } from "./usage-report.js";

const SHORT = 20_000; // characters that are read at once, within a frame
const LARGEST_FILE = 100_000_000;

/** Reads reports for one calculator; `answered` is called when one has been read. */
export class ReportReader {
  #worker = null;
  #number = 0;
  #key = "";
  #answered;

  /** What was read last, as `readUsageReport` gives it; null before anything is given, `{ reading }` meanwhile. */
  report = null;

  constructor(answered) {
    this.#answered = answered;
  }

  /** Take a report's text, with the reader's choices; whether it was not the one known already. */
  take(text, locale, choices) {
    const key = JSON.stringify([text.length, text.slice(0, SHORT), text.slice(-200), locale, choices]);
    if (key === this.#key) return false;
    this.#key = key;
    this.#number += 1;
    if (text.trim() === "") this.report = null;
    else if (text.length <= SHORT) this.report = readUsageReport(text, locale, choices);
    else this.#send({ number: this.#number, text, locale, choices });
    return true;
  }

  #send(request) {
    this.report = { reading: true };
    if (this.#worker === null) {
      this.#worker = new Worker(new URL("./report-worker.js", import.meta.url), { type: "module" });
      this.#worker.addEventListener("message", ({ data }) => {
        if (data.number !== this.#number) return;
        this.report = data.report;
        this.#answered();
      });
    }
    this.#worker.postMessage(request);
  }
}

/** The text of a file, in UTF-8 or in UTF-16 with its mark; null if it is neither, or too large to be a report. */
export async function fileText(file) {
  if (file.size > LARGEST_FILE) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
  try {
    const text = new TextDecoder(wide || "utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
