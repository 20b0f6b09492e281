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
    # Translators: the answer in one sentence: a period, what is recharged, how it goes.
    "answer": _("{period}: {recharges}; {outcome}."),
    "answer_period": _("{start} – {end}"),
    "answer_recharges": count(
        "{n} recharge of {amount}, on {first}",
        "{n} recharges of {amount} ({total} in all), the first on {first}",
    ),
    "answer_none": _("no recharge takes place"),
    "answer_off": _("auto-recharge is off"),
    "answer_nothing_added": _("the balance is too low, but no recharge succeeds"),
    "answer_lowest": _("no call is blocked, and the balance is lowest on {date}: {amount}"),
    "answer_blocked": count(
        "calls are blocked on {n} day ({date}), {amount} of use is lost",
        "calls are blocked on {n} days, the first of them {date}, and {amount} of use is lost",
    ),
    "answer_check": _("Check the fields marked above. The results below are for the last numbers that could be read."),
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
    "ledger_date": _("Date"),
    "ledger_event": _("What happens"),
    "ledger_amount": _("Amount"),
    "ledger_balance": _("Balance"),
    "ledger_opening": _("Opening balance"),
    "ledger_closing": _("Closing balance"),
    "ledger_use": _("Use"),
    "ledger_blocked": _("Calls blocked: {amount} not spent"),
    "ledger_recharge": count("{n} recharge of {amount}", "{n} recharges of {amount}"),
    "ledger_payment": count(
        "{n} payment of {amount}, credited on {date}", "{n} payments of {amount}, credited on {date}"
    ),
    "ledger_expiry": _("Funds expire"),
    "ledger_failure": _("Payment fails"),
    "ledger_disabled": _("Auto-recharge is switched off"),
    # Translators: a stretch of days on which the balance does not change.
    "ledger_quiet": _("Nothing happens"),
    "ledger_equal": _("exactly at the trigger: no recharge"),
    # Translators: the line under the day-by-day table that shows that it adds up.
    "ledger_sum": _("{opening} opening + {recharged} recharged − {used} used − {expired} expired = {closing}"),
    "ledger_pending": _("Another {amount} is paid for, but not yet credited on the last day."),
    "advice_trigger": _("At least {amount}"),
    "advice_covers": count(
        "A balance of this size outlasts {n} day of your busiest use ({peak}).",
        "A balance of this size outlasts {n} days of your busiest use ({peak} a day).",
    ),
    "advice_formula": _(
        "max(1; days until a payment is credited + days to be safe) × use on the busiest day + the smallest amount, "
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
        "Calls are blocked although auto-recharge is on, because a payment takes {n} day to be credited. "
        "A trigger of {amount} would be high enough.",
        "Calls are blocked although auto-recharge is on, because a payment takes {n} days to be credited. "
        "A trigger of {amount} would be high enough.",
    ),
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
    "echo_report": count(
        "Read: {n} day with use, {start} – {end}, {amount} in all",
        "Read: {n} days with use, {start} – {end}, {amount} in all",
    ),
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
    "error_report_empty": _("Paste the report with its first line, the names of the columns."),
    "error_report_columns": _(
        "The first line has to name the columns “Start Time” and “Charge” (or “Date” and “Amount”). Found: {typed}"
    ),
    "error_report_date": _("Line {line}: “{typed}” is not a date such as {example}."),
    "error_report_amount": _("Line {line}: “{typed}” is not an amount such as {example}."),
    "error_report_currency": _(
        "Line {line} is in {typed}, the lines before it are in {example}. Paste one currency only."
    ),
    "error_report_days": _("The report spans more than {high} days. Paste a shorter period."),
    "report_currency": _("The report is in {typed}; the currency has been set to it."),
    "copied": _("The link has been copied."),
    "copy_by_hand": _("Copy this address:"),
    "was_reset": _("The worked example is back."),
    "preset_loaded": _("Example loaded: {name}."),
}

PAGE: dict[str, Message] = {
    "no_scripts": _("This is a worked example. To try your own numbers here, let scripts run on this page."),
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
    "use_report": _("From a usage report"),
    "report": _("Usage report (CSV)"),
    "report_hint": _(
        "Paste the exported file. Only the columns “Start Time”, “Charge” and “Currency” are read. Nothing is sent or "
        "stored."
    ),
    "start": _("First day"),
    "days": _("Number of days"),
    "days_hint": _("From {low} to {high}."),
    "more": _("More: payments, expiry, safety"),
    "lead_days": _("Days until a payment is credited"),
    "lead_days_hint": _("From {low} to {high}. Not published; 0 means at once."),
    "purchased": _("The opening balance was bought on"),
    "purchased_hint": _("Decides when it expires. Leave empty for the first day."),
    "fail_on": _("Payments fail on"),
    "fail_on_hint": _("Dates separated by spaces, for example {example}."),
    "safety_days": _("Days to be safe"),
    "safety_days_hint": _("For the recommended trigger. From {low} to {high}."),
    "presets": _("Examples to try"),
    "preset_example": _("The worked example"),
    "preset_gap": _("Recharge smaller than the gap"),
    "preset_zero": _("Trigger of 0"),
    "preset_idle": _("Nobody calls"),
    "preset_late": _("The payment takes two days"),
    "preset_declined": _("The card is declined"),
    "share": _("Copy link"),
    "reset": _("Start again"),
    "results": _("What will happen"),
    "warnings": _("Watch out"),
    "chart_heading": _("Balance"),
    "ledger_heading": _("Day by day"),
    "advice_heading": _("Recommended trigger"),
    "mails_heading": _("Mails to expect"),
    "assumptions_heading": _("What this rests on"),
    "small_title": _("What will your numbers do?"),
    "small_link": _("Open the full calculator with these numbers"),
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
    "assume_retry": _(
        "A failed payment is tried again the next day; after three failures in a row auto-recharge goes off."
    ),
    "unknown_list": _(
        "Largest amounts, refunds, rounding of calls, when payments are tried again, how long a payment takes, and "
        "the billing currency for Romania and Bulgaria."
    ),
}
