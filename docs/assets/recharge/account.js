// A prepaid account: lots of funds used first in first out, debt, payments on their way, and a record of it all.
// Every method is one of the steps a simulated day is made of; model.js puts them in order.

import { calendarDate, isoDate, oneYearAfter } from "./dates.js";

/** The state between two events, and what has been recorded so far; amounts in minor units. */
export class Account {
  constructor(scenario) {
    this.scenario = scenario;
    this.today = scenario.start;
    this.lapse = null; // when funds added today expire
    this.month = null;
    this.balance = 0;
    this.debt = 0;
    this.lots = new Queue();
    this.pending = new Queue();
    this.pendingTotal = 0;
    this.enabled = scenario.autoRecharge;
    this.failuresInRow = 0;
    this.rechargedToday = 0;
    this.monthTotal = 0;
    this.entries = [];
    this.recharges = [];
    this.expired = [];
    this.failures = [];
    this.interruptions = [];
    this.warnings = new Set();
    this.manualTotal = 0;
    this.served = 0;
    this.unserved = 0;
    this.credit(scenario.opening, oneYearAfter(scenario.openingPurchased));
    this.minBalance = this.balance;
    this.minDate = scenario.start;
  }

  openDay(today) {
    const { year, month } = calendarDate(today);
    if (this.month !== year * 12 + month) this.monthTotal = 0;
    this.month = year * 12 + month;
    this.today = today;
    this.lapse = oneYearAfter(today);
    this.rechargedToday = 0;
    this.entries = [];
  }

  settle() {
    while (this.pending.first && this.pending.first.date <= this.today) {
      const { amount } = this.pending.shift();
      this.pendingTotal -= amount;
      this.credit(amount, this.lapse);
      this.record("recharge", amount);
    }
  }

  expire() {
    if (this.scenario.expiryMonths === 0) return;
    while (this.lots.first && this.lots.first.expires <= this.today) {
      const amount = this.lots.shift().remaining;
      this.balance -= amount;
      this.expired.push({ date: this.today, amount });
      this.record("expiry", amount);
    }
  }

  addByHand(amount) {
    this.manualTotal += amount;
    this.credit(amount, this.lapse);
    this.record("manual", amount);
  }

  use(amount) {
    if (this.balance <= 0) {
      this.unserved += amount;
      if (this.interruptions.at(-1) !== this.today) this.interruptions.push(this.today);
      this.record("blocked", amount);
      return;
    }
    this.served += amount;
    this.balance -= amount;
    let left = amount;
    while (left > 0 && this.lots.first) {
      const lot = this.lots.first;
      const taken = Math.min(left, lot.remaining);
      lot.remaining -= taken;
      left -= taken;
      if (lot.remaining === 0) this.lots.shift();
    }
    this.debt += left;
    this.record("use", amount);
  }

  evaluateTrigger() {
    const { rechargeAmount, maxRechargesPerDay, monthlyCap, failOn } = this.scenario;
    while (this.enabled && this.isLow()) {
      if (rechargeAmount === 0) {
        this.warnings.add("RECHARGE_AMOUNT_ZERO");
        return;
      }
      if (this.failures.at(-1) === this.today) return;
      if (this.rechargedToday >= maxRechargesPerDay) {
        this.warnings.add("MAX_PER_DAY");
        return;
      }
      if (monthlyCap !== null && this.monthTotal + rechargeAmount > monthlyCap) {
        this.warnings.add("MONTHLY_CAP");
        return;
      }
      if (failOn.has(this.today)) {
        this.fail();
        return;
      }
      this.recharge(rechargeAmount);
    }
  }

  isLow() {
    const { trigger, comparison } = this.scenario;
    const level = this.balance + this.pendingTotal;
    return level < trigger || (level === trigger && comparison === "atOrBelow");
  }

  fail() {
    this.failures.push(this.today);
    this.failuresInRow += 1;
    this.record("failure", this.scenario.rechargeAmount);
    if (this.failuresInRow >= this.scenario.maxConsecutiveFailures) {
      this.enabled = false;
      this.warnings.add("AUTO_RECHARGE_DISABLED");
      this.record("disabled", 0);
    }
  }

  recharge(amount) {
    const { leadDays } = this.scenario;
    this.failuresInRow = 0;
    this.rechargedToday += 1;
    this.monthTotal += amount;
    this.recharges.push({ date: this.today, amount });
    if (leadDays > 0) {
      this.pending.push({ date: this.today + leadDays, amount });
      this.pendingTotal += amount;
      this.record("payment", amount);
    } else {
      this.credit(amount, this.lapse);
      this.record("recharge", amount);
    }
  }

  /** Add funds: debt is paid first, the rest becomes a lot. A negative amount (an opening one) is debt. */
  credit(amount, expires) {
    this.balance += amount;
    const rest = amount - this.debt;
    this.debt = rest < 0 ? -rest : 0;
    if (rest > 0) this.lots.push({ expires, remaining: rest });
  }

  record(kind, amount) {
    this.entries.push({ kind, amount, balance: this.balance });
    if (this.balance < this.minBalance) {
      this.minBalance = this.balance;
      this.minDate = this.today;
    }
  }

  result(days) {
    return {
      closing: this.balance,
      recharges: asJson(this.recharges),
      rechargeCount: this.recharges.length,
      totalRecharged: sum(this.recharges),
      pending: this.pendingTotal,
      manualTotal: this.manualTotal,
      served: this.served,
      unserved: this.unserved,
      expired: asJson(this.expired),
      expiredTotal: sum(this.expired),
      minBalance: this.minBalance,
      minBalanceDate: isoDate(this.minDate),
      interruptionDays: this.interruptions.map(isoDate),
      endOfDayAtOrBelowZero: days.filter((day) => day.closing <= 0).map((day) => isoDate(day.date)),
      failures: this.failures.map(isoDate),
      autoRechargeEnabledAtEnd: this.enabled,
      warnings: [...this.warnings].sort(),
      daily: days.map((day) => day.closing),
    };
  }
}

/** First in, first out, without moving the rest on every take. */
class Queue {
  #items = [];
  #head = 0;

  get first() {
    return this.#items[this.#head];
  }

  push(item) {
    this.#items.push(item);
  }

  shift() {
    const item = this.#items[this.#head];
    this.#head += 1;
    return item;
  }

  total(amountOf) {
    return this.#items.slice(this.#head).reduce((total, item) => total + amountOf(item), 0);
  }
}

function asJson(movements) {
  return movements.map(({ date, amount }) => ({ date: isoDate(date), amount }));
}

function sum(movements) {
  return movements.reduce((total, movement) => total + movement.amount, 0);
}
