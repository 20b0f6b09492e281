// The balance chart as SVG: as wide as its place, its texts and marks as large as the text around it.

import { HEIGHT, WIDTH } from "./chart.js";
import { escape } from "./text.js";

/** The shape of each mark, drawn around its place: triangle, diamond, cross, square, triangle upside down. */
const SHAPES = {
  recharge: "M0-7 7 6H-7z",
  equal: "M0-9 9 0 0 9-9 0z",
  expiry: "M-5-5 5 5M5-5-5 5",
  zero: "M-8-8H8V8H-8z",
  failure: "M0 7 7-6H-7z",
};

/** The step chart of the balance, with its legend. */
export function balanceChart(told) {
  const shown = told.plot();
  const labels = shown.yTicks.map(({ amount }) => told.money(amount, { whole: true }));
  const name = escape(told.catalog.text("chart", { period: told.period() }));
  const widest = labels.reduce((most, label) => Math.max(most, [...label].length), 0);
  const marks = shown.marks.map((mark) => markShape(told, mark)).join("");
  const drawn = grid(shown, labels) + dates(told, shown) + lines(shown) + marks;
  return (
    `<svg class="recharge-plot" role="img" aria-label="${name}" style="--label:${widest}">` +
    `${drawn}</svg><ul class="recharge-legend">${legend(told, new Set(shown.marks.map((mark) => mark.kind)))}</ul>`
  );
}

function grid({ yTicks }, labels) {
  return yTicks
    .map(
      ({ y }, index) =>
        `<line class="grid" x2="100%" y1="${percent(y)}" y2="${percent(y)}"/>` +
        `<text class="y" x="-8" y="${percent(y)}">${escape(labels[index])}</text>`,
    )
    .join("");
}

function dates(told, { xTicks, months }) {
  return xTicks
    .map(({ date, x }) => {
      const place = percent(x);
      const text = escape(told.catalog.date(date, months ? "month" : "day"));
      return (
        `<g class="x"><line x1="${place}" x2="${place}" y1="100%" y2="103%"/>` +
        `<text x="${place}" y="100%" dy="1.5em">${text}</text></g>`
      );
    })
    .join("");
}

function lines({ area, line, zeroY, triggerY }) {
  return (
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" height="100%" preserveAspectRatio="none">` +
    `<path class="area" d="${area}"/><path class="line" d="${line}"/></svg>` +
    `<line class="zero" x2="100%" y1="${percent(zeroY)}" y2="${percent(zeroY)}"/>` +
    `<line class="trigger" x2="100%" y1="${percent(triggerY)}" y2="${percent(triggerY)}"/>`
  );
}

function markShape({ catalog, money }, { kind, date, amount, x, y, count, until }) {
  const event = catalog.text(`mark_${kind}`);
  const title =
    count === 1
      ? catalog.text("mark_text", { date: catalog.date(date), event, amount: money(amount) })
      : catalog.counted("mark_many", count, { period: catalog.range(date, until), event });
  return (
    `<svg x="${percent(x)}" y="${percent(y)}" class="mark ${kind}"><title>${escape(title)}</title>` +
    `<path d="${SHAPES[kind]}"/></svg>`
  );
}

function legend(told, kinds) {
  const { catalog } = told;
  const trigger = catalog.text("legend_trigger", { amount: told.money(told.scenario.trigger) });
  const entries = [
    ["line", "M-12 0H12", catalog.text("legend_balance")],
    ["trigger", "M-12 0H12", trigger],
  ];
  for (const [kind, shape] of Object.entries(SHAPES)) {
    if (kinds.has(kind)) entries.push([`mark ${kind}`, shape, catalog.text(`mark_${kind}`)]);
  }
  return entries
    .map(
      ([look, shape, label]) =>
        `<li><svg class="key ${look}" viewBox="-12 -10 24 20"><path d="${shape}"/></svg>${escape(label)}</li>`,
    )
    .join("");
}

/** A share in 1/10000 as a percentage: 1234 gives 12.34%. */
export function percent(share) {
  return `${Math.floor(share / 100)}.${String(share % 100).padStart(2, "0")}%`;
}
