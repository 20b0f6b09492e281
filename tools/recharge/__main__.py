"""The command `python -m recharge simulate`: a JSON list of inputs in, a JSON list of results out."""

import argparse
import json
import sys
from typing import Any, NoReturn

from recharge.model import ConservationError, run
from recharge.scenario import InputError, Scenario, read_scenario

_EPILOG = """\
An input: {"start": "2026-03-01", "days": 10, "opening": 10000, "rechargeAmount": 10000, "trigger": 5000,
"usage": [{"date": "2026-03-01", "amount": 1000}]}; amounts are whole numbers of minor units (50.00 is 5000).
Exit status: 0 results written, 2 the input is wrong, 3 a fault of this program."""


class _UnusableInputError(Exception):
    """What is wrong with the input, in words for its writer."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m recharge", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("simulate", help="simulate every input of a JSON list", description=__doc__, epilog=_EPILOG)
    parser.parse_args(arguments)
    try:
        results = _simulate_all(sys.stdin.buffer.read())
    except _UnusableInputError as problem:
        sys.stderr.write(f"recharge: {problem}\n")
        return 2
    except ConservationError as error:
        sys.stderr.write(f"recharge: this is a fault of the program: {error}\n")
        return 3
    try:
        sys.stdout.write(results + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader left early; a second complaint at shutdown would be noise.
        sys.stderr.close()
    return 0


def _simulate_all(data: bytes) -> str:
    inputs = _decode(data)
    results = []
    for number, value in enumerate(inputs, start=1):
        try:
            scenario = read_scenario(value)
        except InputError as error:
            where = f"input {number} of {len(inputs)}"
            raise _UnusableInputError(f"{where}: {_explain(error, value)}") from None
        _note_left_out(scenario, number)
        results.append(run(scenario).result)
    return json.dumps(results, separators=(",", ":"))


def _decode(data: bytes) -> list[Any]:
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        fault = f"is not UTF-8 (byte {error.start + 1})"
    except json.JSONDecodeError as error:
        fault = f"is not JSON (line {error.lineno}, column {error.colno}: {error.msg})"
    except (ValueError, RecursionError):
        fault = "is not JSON we can read (a number too long, or lists nested too deep)"
    else:
        if isinstance(value, list):
            return value
        fault = "is JSON, but not a list"
    raise _UnusableInputError(f"standard input {fault}; expected a list of inputs, as in [{{...}}, {{...}}]")


def _refuse(constant: str) -> NoReturn:
    raise json.JSONDecodeError(f"{constant} is not a JSON value", constant, 0)


def _explain(error: InputError, value: object) -> str:
    fault = {
        "MISSING": "is missing",
        "TYPE": "has the wrong type",
        "RANGE": "is out of range",
        "DATE": "is not a date",
        "CHOICE": "is not one of the choices",
        "UNKNOWN": "is not a known field",
        "AFTER_START": "lies after the start",
    }[error.code]
    shown = "" if error.code in ("MISSING", "UNKNOWN") else f" ({_shown(value, error.field)})"
    # A field nobody knows may be called anything, terminal escapes too: JSON spells them out.
    field = json.dumps(error.field)[1:-1] or "the entry"
    return f"{field} {fault}{shown}; expected {error.expected}"


def _shown(value: object, field: str) -> str:
    """The offending value as JSON, shortened; `field` is a path such as `usage[3].amount`."""
    found: Any = value
    for step in field.replace("[", ".[").split("."):
        if step.startswith("["):
            found = found[int(step[1:-1])]
        elif step:
            found = found[step]
    text = json.dumps(found)
    return text if len(text) <= 40 else text[:37] + "..."


def _note_left_out(scenario: Scenario, number: int) -> None:
    last = scenario.start.toordinal() + scenario.days - 1
    for name, movements in (("usage", scenario.usage), ("manual", scenario.manual)):
        outside = sum(not scenario.start.toordinal() <= entry.date.toordinal() <= last for entry in movements)
        if outside:
            sys.stderr.write(
                f"recharge: note: input {number}: {outside} of {len(movements)} entries of {name} lie outside the"
                " period and take no part\n"
            )


if __name__ == "__main__":
    sys.exit(main())
