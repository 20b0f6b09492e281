"""Every word of the calculator, in English; the catalogs hold the other five languages.

`REPORT` is what changes with the numbers: the server and the script both write it, so it is handed to the page.
`PAGE` is what the server alone writes. `pybabel extract -k _ -k count:1,2 -c Translators` finds them here.
"""

from typing import NamedTuple


class Counted(NamedTuple):
    """A message with a plural: the English forms for one and for other counts, which `{n}` holds."""

    one: str
    other: str


Message = str | Counted


def _(text: str) -> str:
    """Mark a text for translation."""
    return text


def count(one: str, other: str) -> Counted:
    """Mark a text with a plural for translation."""
    return Counted(one, other)


REPORT: dict[str, Message] = {
    # Translators: what happens to the balance, in one sentence: a period, and how it goes.
    "answer": _("{period}: {outcome}."),
    "answer_lowest": _("no call is blocked; the balance is lowest on {date}: {amount}"),
    "answer_no_use": _("nobody calls; the balance is lowest on {date}: {amount}"),
    "answer_below_zero": _(
        "no call is blocked, though the balance falls to {amount} on {date}, for a call that has begun is charged in "
        "full"
    ),
    # Translators: the sentence for exactly one; the plural below is for 2 and more (in Latvian also for 21).
    "answer_blocked_once": _("calls are blocked on 1 day ({date}), and {amount} of use is lost"),
    "answer_blocked": count(
        "calls are blocked on {n} day, the first of them {date}, and {amount} of use is lost",
        "calls are blocked on {n} days, the first of them {date}, and {amount} of use is lost",
    ),
    "answer_check": _("Check the fields marked. What is shown is for the last numbers that could be read."),
    "answer_report": _("Paste the usage report or choose its file. Until then the last numbers are shown."),
    # Translators: when the card is charged. {month} is an amount a month.
    "charges_once": _("1 recharge of {amount}, on {first}. In an average month: {month}."),
    "charges": count(
        "{n} recharge of {amount} ({total} in all), the next on {first}. In an average month: {month}.",
        "{n} recharges of {amount} ({total} in all), the next on {first}. In an average month: {month}.",
    ),
    "charges_none": _("No recharge takes place in this period."),
    "charges_off": _("Auto-recharge is off: nothing is charged."),
    "charges_failed": _("The balance is too low, but no recharge succeeds."),
    "verdict_enough": _("Your trigger of {trigger} is high enough: keep it."),
    "verdict_low": _("Your trigger of {trigger} is lower than the recommended {amount}."),
    "verdict_raise": _(
        "With your trigger of {trigger} calls are blocked. With {amount} none is blocked in this period."
    ),
    "verdict_add_and_raise": _(
        "With your trigger of {trigger} calls are blocked, and a higher one alone would come too late. Add {sum} by "
        "hand on {date} and set the trigger to {amount}: then none is blocked in this period."
    ),
    "verdict_add": _(
        "Your trigger of {trigger} is high enough, but the first recharge comes too late. Add {sum} by hand on {date}: "
        "then no call is blocked in this period."
    ),
    "verdict_cannot": _(
        "Calls are blocked, and neither a higher trigger nor {sum} added by hand would change that. The reason stands "
        "under “Watch out”."
    ),
    "verdict_off": _("Auto-recharge is off. Recommended: switch it on, with a trigger of {amount}."),
    # Translators: a button that puts the recommended numbers into the fields.
    "take": _("Use these amounts"),
    "compare_yours": _("Your amounts"),
    "compare_suggested": _("Recommended"),
    "compare_trigger": _("Trigger"),
    "compare_add": _("Added by hand at once"),
    "compare_blocked": _("Days with blocked calls"),
    "compare_lost": _("Use lost"),
    "compare_lowest": _("Lowest balance"),
    "compare_charges": _("Recharges"),
    "compare_charged": _("Charged in this period"),
    "compare_month": _("Charged in an average month"),
    "compare_closing": _("Closing balance"),
    "compare_expired": _("Expires unused"),
    "chart": _("Balance, {period}"),
    # Translators: {amount} is the trigger; a label in the chart and its legend.
    "legend_trigger": _("Trigger: {amount}"),
    "legend_balance": _("Balance"),
    "mark_recharge": _("Recharge"),
    "mark_equal": _("Exactly at the trigger"),
    "mark_expiry": _("Funds expire"),
    "mark_zero": _("Down to zero or below"),
    "mark_failure": _("Payment fails"),
    "mark_text": _("{date}: {event} ({amount})"),
    # Translators: several marks of the chart drawn as one; {event} is for example “Recharge”.
    "mark_many": count("{period}: {event}, {n} time", "{period}: {event}, {n} times"),
    "ledger_date": _("Date"),
    "ledger_event": _("What happens"),
    "ledger_amount": _("Amount"),
    "ledger_balance": _("Balance"),
    "ledger_opening": _("Opening balance"),
    "ledger_closing": _("Closing balance"),
    "ledger_use": _("Use"),
    "ledger_blocked": _("Calls blocked: {amount} not spent"),
    "ledger_manual": _("Funds added by hand"),
    "ledger_recharge_once": _("1 recharge of {amount}"),
    "ledger_recharge": count("{n} recharge of {amount}", "{n} recharges of {amount}"),
    "ledger_payment_once": _("1 payment of {amount}, credited on {date}"),
    "ledger_payment": count(
        "{n} payment of {amount}, credited on {date}", "{n} payments of {amount}, credited on {date}"
    ),
    "table_payment": _("Payment of {amount} sets out"),
    "ledger_expiry": _("Funds expire"),
    "ledger_failure": _("Payment fails"),
    "ledger_disabled": _("Auto-recharge is switched off"),
    # Translators: a stretch of days on which the balance does not change.
    "ledger_quiet": _("Nothing happens"),
    "ledger_equal": _("exactly at the trigger: no recharge"),
    # Translators: the line under the day-by-day table that shows that it adds up.
    "ledger_sum": _("{opening} opening + {recharged} recharged − {used} used − {expired} expired = {closing}"),
    "ledger_sum_manual": _(
        "{opening} opening + {recharged} recharged + {manual} added by hand − {used} used − {expired} expired = "
        "{closing}"
    ),
    # Translators: a button under a table that is not shown whole.
    "ledger_more": count("Show {n} more row", "Show {n} more rows"),
    "ledger_pending": _("Another {amount} is paid for, but not yet credited on the last day."),
    "advice_trigger": _("At least {amount}"),
    "advice_covers": count(
        "A balance of this size outlasts {n} day of your busiest use ({peak}).",
        "A balance of this size outlasts {n} days of your busiest use ({peak} a day).",
    ),
    "advice_formula": _(
        "max(1; days until a payment is credited + days in reserve) × use on the busiest day + the smallest amount, "
        "rounded up to a whole unit"
    ),
    "advice_floor": _("Not less than {amount}: in 2018 the fields took no smaller amount."),
    "advice_bound": _(
        "The upper bound: trigger and recharge amount together ({sum}) should not be more than a year of this use "
        "({year}), or money expires."
    ),
    "advice_no_use": _("Nothing is used in this period, so every amount you buy expires twelve months later."),
    "mail_recharged": count(
        "{n} mail that a recharge succeeded: {dates}", "{n} mails that a recharge succeeded: {dates}"
    ),
    "mail_failed": count("{n} mail that a recharge failed: {dates}", "{n} mails that a recharge failed: {dates}"),
    "mail_zero": count(
        "{n} mail that the balance has reached zero: {dates}", "{n} mails that the balance has reached zero: {dates}"
    ),
    "mail_more": count("{dates} and {n} more day", "{dates} and {n} more days"),
    "mail_none": _("No mail is due in this period."),
    "warn_deadlock": _(
        "A trigger of 0 can lock up: at exactly {zero} calls are blocked, so the balance never falls below 0 and no "
        "recharge ever comes. Choose a trigger above 0."
    ),
    "warn_idle": _(
        "Nobody calls, and yet money goes: when funds expire the balance falls below the trigger, new funds are "
        "bought, and they expire in turn. If you do not need the credits, switch auto-recharge off."
    ),
    "warn_expired": _("{amount} expires unused in this period."),
    "warn_late": count(
        "Calls are blocked although auto-recharge is on, because a payment takes {n} day to be credited.",
        "Calls are blocked although auto-recharge is on, because a payment takes {n} days to be credited.",
    ),
    "warn_failed": count(
        "{n} payment fails ({dates}); until the next attempt the balance goes on falling.",
        "{n} payments fail ({dates}); until the next attempt the balance goes on falling.",
    ),
    "warn_cap": _("Your limit of {amount} a month stops further recharges."),
    "warn_former_minimum": _(
        "In 2018 the fields took only whole amounts of at least {minimum}. Today’s text no longer says so; if "
        "{amounts} is refused, that may be why."
    ),
    "warn_above_year": _(
        "Trigger and recharge amount together ({sum}) are more than a year of this use ({year}): money will expire."
    ),
    "warn_amount_zero": _("The recharge amount is 0, so nothing is ever added."),
    "warn_daily_maximum": count(
        "More than {n} recharge a day would be needed; the calculation stops there.",
        "More than {n} recharges a day would be needed; the calculation stops there.",
    ),
    "warn_disabled": count(
        "After {n} failed payment the calculation switches auto-recharge off.",
        "After {n} failed payments in a row the calculation switches auto-recharge off.",
    ),
    # Translators: an accepted amount is repeated under its field the way it was understood.
    "echo": _("Read as {amount}"),
    "echo_date": _("Read as {date}"),
    "echo_report_once": _("Read: 1 call, {period}, {amount}."),
    "echo_report": count("Read: {n} call, {period}, {amount} in all.", "Read: {n} calls, {period}, {amount} in all."),
    "error_empty": _("Enter an amount, for example {example}."),
    "error_chars": _("Only digits, separators and a currency belong in an amount, for example {example}."),
    "error_separators": _("The separators are those of another language. Write for example {example}."),
    "error_ambiguous_dot": _(
        "The dot can be read in two ways. Write {example} for the larger amount or {smaller} for the smaller one."
    ),
    "error_decimals": _("At most two decimals, for example {example}."),
    "error_format": _("This is not a complete amount. Write for example {example}."),
    "error_negative": _("An amount of 0 or more belongs here, for example {example}."),
    "error_too_large": _("At most {largest}."),
    "error_whole": _("Enter a whole number from {low} to {high}."),
    "error_date": _("Enter a date that exists, for example {example}."),
    "error_date_list": _("“{typed}” is not a date. Separate dates with spaces, for example {example}."),
    "error_after_start": _("Enter a date not later than the first day, {date}."),
    "error_choice": _("Choose one of the values offered."),
    # Translators: {typed} and {currency} are currency codes such as EUR.
    "error_currency": _("This amount is in {typed}, the others are in {currency}."),
    "switch_currency": _("Calculate in {typed}"),
    "error_report_empty": _("The report holds no use: below the names of the columns there is no line."),
    "error_report_columns": _("Choose the columns of date and amount. The first line of the report reads: {typed}"),
    "error_report_order": _("“{typed}” can be read in two ways. Choose whether the day or the month comes first."),
    "error_report_date": _("Line {line}: “{typed}” is not a date such as {example}."),
    "error_report_unpaid": _("No line is marked MCOPSTNPP, so nothing in this report was paid from credits."),
    "error_report_many": _("The report has more than {high} lines. Choose a shorter period."),
    "error_report_file": _("This file cannot be read as text."),
    "error_report_amount": _("Line {line}: “{typed}” is not an amount such as {example}."),
    "error_report_currency": _(
        "Line {line} is in {typed}, the lines before it are in {example}. Paste one currency only."
    ),
    "error_report_days": _("The report spans more than {high} days. Paste a shorter period."),
    "report_currency": _("The report is in {typed}; the currency has been set to it."),
    "report_reading": _("The report is being read …"),
    # Translators: lines of a usage report that were paid otherwise than from credits.
    "report_left_out": count(
        "{n} line is left out: it was not paid from credits.",
        "{n} lines are left out: they were not paid from credits.",
    ),
    "taken": _("The recommended amounts stand in the fields."),
    "exported": _("The table has been saved as a CSV file."),
    "copied_sums": _("The link has been copied. It holds the daily sums: the report itself is too long for a link."),
    "play": _("See it happen"),
    "pause": _("Pause"),
    # Translators: what happens at one step of the replay, one sentence each.
    "step_start": _("{date}: the balance is {balance}."),
    "step_quiet": _("{period}: nothing happens; the balance stays at {balance}."),
    "step_use": _("{date}: calls cost {amount}; the balance falls to {balance}."),
    "step_below": _("{date}: calls cost {amount}; the balance falls to {balance}, below the trigger of {trigger}."),
    "step_equal": _(
        "{date}: calls cost {amount}; the balance falls to {balance}, exactly the trigger: no recharge yet."
    ),
    "step_zero": _("{date}: calls cost {amount}; the balance falls to {balance}: from now on calls are blocked."),
    "step_blocked": _("{date}: calls for {amount} are blocked; the balance stays at {balance}."),
    "step_payment": _("{date}: a payment of {amount} sets out; it will be credited on {due}."),
    "step_recharge": _("{date}: {amount} is credited, and a mail says so; the balance rises to {balance}."),
    "step_manual": _("{date}: {amount} is added by hand; the balance rises to {balance}."),
    "step_expiry": _("{date}: {amount} expires; the balance falls to {balance}."),
    "step_failure": _("{date}: the payment of {amount} fails, and a mail says so. The next attempt is a day later."),
    "step_disabled": _("{date}: after so many failures auto-recharge is switched off."),
    "copied": _("The link has been copied."),
    "copy_by_hand": _("Copy this address:"),
    "was_reset": _("The worked example is back."),
    "preset_loaded": _("Example loaded: {name}."),
}

PAGE: dict[str, Message] = {
    "no_scripts": _("This is a worked example. To try your own amounts here, let scripts run on this page."),
    "small_no_scripts": _("What is shown is an example. To try your own amounts here, let scripts run on this page."),
    "settings": _("Your settings"),
    "opening": _("Balance on the first day"),
    "opening_hint": _("May be below 0."),
    "currency": _("Currency"),
    # Translators: the article's own words for what step 3 asks for.
    "recharge_amount": _("Recharge amount"),
    "recharge_amount_hint": _("What each recharge adds."),
    # Translators: the article's own label of the field in step 4.
    "trigger": _("When the balance falls below"),
    "trigger_hint": _("The trigger: a balance of exactly this amount does not set off a recharge yet."),
    "auto_recharge": _("Auto-recharge is on"),
    "at_or_below": _("Show what would happen if it already came at exactly this balance"),
    "at_or_below_hint": _("The field says “falls below”; some Microsoft texts say “reaches”."),
    "use": _("Your use"),
    "use_per_day": _("Use per day"),
    "use_per_month": _("Use per month"),
    "use_per_month_hint": _("Spread evenly over the days of each month."),
    "calls_on": _("Days with calls"),
    "calls_on_every_day": _("Every day"),
    "calls_on_weekdays": _("Monday to Friday"),
    "calls": _("Calls per day"),
    "calls_hint": _("A day’s use is split evenly among them. From {low} to {high}."),
    "use_report": _("From a usage report"),
    "report": _("Usage report (CSV)"),
    "report_hint": _(
        "Each line is one call. Only the columns “Start Time”, “Charge”, “Currency” and “Capability” are read. Nothing "
        "is sent or stored."
    ),
    "report_file": _("Choose a file"),
    "report_drop": _("or drop it here, or paste its text:"),
    "date_column": _("Column of the date"),
    "amount_column": _("Column of the amount"),
    "date_order": _("Order in dates"),
    "date_order_dmy": _("Day, month, year"),
    "date_order_mdy": _("Month, day, year"),
    "start": _("First day"),
    "days": _("Number of days"),
    "days_hint": _("From {low} to {high}."),
    # Translators: the name of a button beside the date field {field}.
    "pick_date": _("{field}: choose from a calendar"),
    "more": _("More: funds added by hand, payments, reserve, expiry"),
    "manual": _("Funds added by hand"),
    "manual_hint": _("As in step 1 of the article. Leave empty for none."),
    "manual_on": _("Added on"),
    "manual_on_hint": _("Leave empty for the first day."),
    "monthly_cap": _("Your limit per month"),
    "monthly_cap_hint": _("No such setting is known; your card may have one. Leave empty for none."),
    "lead_days": _("Days until a payment is credited"),
    "lead_days_hint": _("From {low} to {high}. Not published; 0 means at once."),
    "purchased": _("The opening balance was bought on"),
    "purchased_hint": _("Decides when it expires. Leave empty for the first day."),
    "fail_on": _("Payments fail on"),
    "fail_on_hint": _("Dates separated by spaces, for example {example}."),
    "safety_days": _("Days in reserve"),
    "safety_days_hint": _("For the recommended trigger. From {low} to {high}."),
    "presets": _("Examples to try"),
    "preset_example": _("The worked example"),
    "preset_gap": _("Recharge smaller than the gap"),
    "preset_zero": _("Trigger of 0"),
    "preset_idle": _("Nobody calls"),
    "preset_late": _("The payment takes two days"),
    "preset_declined": _("The card is declined"),
    "share": _("Copy link"),
    "export": _("Save as CSV"),
    "reset": _("Start again"),
    "results": _("What happens to your balance"),
    "charges_heading": _("When you are charged"),
    "verdict_heading": _("What to set"),
    "replay": _("The balance, step by step"),
    "replay_back": _("One step back"),
    "replay_step": _("One step on"),
    "replay_slider": _("Step"),
    "replay_aloud": _("Read each step aloud (screen reader)"),
    "warnings": _("Watch out"),
    "ledger_heading": _("Day by day"),
    "compare_heading": _("Your amounts and the recommended ones"),
    "advice_heading": _("Recommended trigger"),
    "mails_heading": _("Mails to expect"),
    "assumptions_heading": _("What this rests on"),
    "small_title": _("What do these amounts do to your balance?"),
    "small_link": _("Open the full calculator with these amounts"),
    "assumed": _("assumed"),
    "unknown": _("not published"),
    "source_setup": _("Set up Communications Credits for your organization"),
    "source_what": _("What are Communication Credits?"),
    "source_report": _("Microsoft Teams PSTN usage report"),
    "source_mca": _("Turn off auto-recharge of Communication Credits for MCA customers"),
    "source_zones": _("Audio Conferencing Zone A countries and regions"),
    "fact_below": _("A recharge comes when the balance falls below the trigger, not when it is equal to it."),
    "fact_expiry": _(
        "Funds not used within twelve months of their purchase expire and are forfeited. The oldest are used first."
    ),
    "fact_mails": _("A mail is sent when a recharge succeeds, when it fails, and when the balance reaches zero."),
    "fact_positive": _("Toll-free calls need a balance above zero."),
    "fact_minimum": _("In 2018 the fields took whole amounts, 50 at least. Today’s text no longer says so."),
    "fact_reports": _("Usage reports are in UTC and 24 to 48 hours late; days here are UTC days."),
    "fact_mca": _(
        "Customers with a Microsoft Customer Agreement cannot buy these credits and are told to switch auto-recharge "
        "off."
    ),
    "fact_csp": _("If you bought your plan through a Cloud Solution Provider, the provider funds the credits."),
    "fact_latvia": _("Latvia is not in Zone A: every call from a meeting to a Latvian number is paid from credits."),
    "assume_blocked": _("At zero or below every paid call is blocked until funds arrive."),
    "assume_whole_call": _("A call that has begun is charged in full, even if that takes the balance below zero."),
    "assume_at_once": _("A payment is credited at once unless you enter days for it."),
    "assume_calls": _(
        "A day’s use is several calls of one size, one after the other; you can change how many. In a usage report "
        "each line is one call."
    ),
    "assume_retry": _(
        "A failed payment is tried again the next day; after three failures in a row auto-recharge goes off."
    ),
    "unknown_list": _(
        "Largest amounts, refunds, rounding of calls, when payments are tried again, how long a payment takes, and "
        "the billing currency for Romania and Bulgaria."
    ),
}
