"""`python -m engine models`: what there is, fetching it, accepting licences, keeping it sound."""

import argparse
from collections.abc import Callable
from typing import Any

import msgspec

from engine.cli.terminal import TerminalContext, say, say_problems
from engine.contracts import (
    Acceptance,
    AcceptRequest,
    EngineError,
    LicenceText,
    ModelReport,
    ModelRequest,
    Models,
    ModelsRequest,
    ModelState,
    Value,
    _,
)
from engine.contracts.base import NOTHING
from engine.diffusion.disk.acceptances import refused
from engine.diffusion.registry import entry
from engine.diffusion.registry.licences import asks, check_acceptable
from engine.verbs import run

ON_DISK = {"yes": "yes", "no": "no", "part": "part of it", "damaged": "damaged"}


def models(options: argparse.Namespace) -> int:
    """Models for final takes: what there is, pull, accept, verify, remove."""
    return int(options.deed(options))


def add_to(parser: argparse.ArgumentParser) -> None:
    offered = parser.add_subparsers(title="what to do", required=True, metavar="DEED")

    def deed(
        name: str, function: Callable[[argparse.Namespace], int], *, named: bool = True
    ) -> argparse.ArgumentParser:
        one = offered.add_parser(name, help=function.__doc__, description=function.__doc__)
        one.set_defaults(deed=function)
        if named:
            one.add_argument("name", metavar="NAME", help="as list calls it")
        return one

    deed("list", list_, named=False)
    deed("pull", pull)
    accepting = deed("accept", accept)
    accepting.add_argument("--country", default="", metavar="DE", help="where the studio is")
    accepting.add_argument(
        "--revenue", type=int, metavar="500000", help="of the studio in the last year, US dollars"
    )
    accepting.add_argument("--by", default="", metavar="WHO", help="who accepts it")
    deed("verify", verify)
    deed("remove", remove)


def list_(options: argparse.Namespace) -> int:
    """Each model: on disk, licence, whether it may be used here, size, smallest card."""
    found: Models = _run("models", ModelsRequest())
    print(f"{'model':<24}{'for':<11}{'on disk':<12}{'GiB':>6}{'card GiB':>10}  licence")
    for state in found.models:
        size = state.gib if state.disk == "yes" else state.download_gib
        print(
            f"{state.name:<24}{state.role:<11}{ON_DISK[state.disk]:<12}{size:>6.1f}"
            f"{state.card_gib:>10g}  {state.licence_title}"
        )
        for line in _remarks(state):
            print(f"{'':<24}{line}")
    card = f"{found.card.name}, {found.card.gib:.0f} GiB" if found.card else "none"
    print(f"\ncard     {card}")
    for choice in found.defaults:
        print(f"{choice.role:<10}{choice.name or 'none'}")
        for why in choice.why:
            print(f"{'':<10}{why}")
    print(f"folder   {found.folder}, {found.free_gib:.1f} GiB free")
    if found.offline:
        print(f"offline  by {found.offline}")
    say_problems("models", found.problems)
    return 0


def _remarks(state: ModelState) -> list[str]:
    remarks = []
    if state.refused:
        message, advice = state.why
        remarks.append(f"not allowed here: {message} {advice}".strip())
    if state.lacking:
        remarks.append(f"missing: {', '.join(state.lacking)}")
    if state.no_room != NOTHING:
        remarks.append(f"cannot be pulled: {state.no_room}")
    if state.accepted:
        remarks.append(f"accepted by {state.accepted.by}, {state.accepted.at}")
    return remarks


def pull(options: argparse.Namespace) -> int:
    """Fetch a model, on from where it stopped; only what is needed, of one commit."""
    report: ModelReport = _run("models_pull", ModelRequest(name=options.name))
    fetched = f"{report.gib:.2f} GiB fetched" if report.files else "is here already"
    say(f"{report.name}: {fetched}, commit {report.revision}")
    return 0


def accept(options: argparse.Namespace) -> int:
    """Show a licence; with --by, --country and --revenue, accept it."""
    wanted = entry(options.name)
    if wanted.licence.commercial and not asks(wanted.licence):
        say(f"{wanted.title}: its licence, {wanted.licence.title}, asks for nothing.")
        say("There is nothing to accept.")
        return 0
    check_acceptable(wanted)
    if not options.by:
        text: LicenceText = _run("models_licence", ModelRequest(name=options.name))
        print(text.text)
        say("To accept it, say who you are and what the studio is:")
        say(f"  models accept {options.name} --country DE --revenue 500000 --by “Your name”")
        return 0
    if not options.country or options.revenue is None:
        raise EngineError(
            "country-missing",
            _("The licence depends on where the studio is and on what it earns."),
            _("Say both: --country DE --revenue 500000."),
        )
    request = AcceptRequest(
        name=options.name, country=options.country, revenue=options.revenue, by=options.by
    )
    done: Acceptance = _run("models_accept", request)
    if refusal := refused(wanted):
        say(f"{done.name}: written down, {done.at}; all the same it may not be used here.")
        raise refusal
    say(f"{done.name}: {done.licence} accepted by {done.by}, {done.at}")
    return 0


def verify(options: argparse.Namespace) -> int:
    """Read all that was pulled and compare its digests; of a copied folder, what can be checked."""
    try:
        report: ModelReport = _run("models_verify", ModelRequest(name=options.name))
    except EngineError as error:
        say_problems(options.name, error.problems)
        raise
    size = f"{report.name}: {report.files} files, {report.gib:.2f} GiB"
    if report.compared:
        say(f"{size}, as they were pulled")
    else:
        say(f"{size}: all parts are here, and their headers and sizes can be read.")
        say("It was not pulled, so no digests were compared: what is inside may be anything.")
    return 0


def remove(options: argparse.Namespace) -> int:
    """Delete a model and what belongs to it; acceptances stay."""
    report: ModelReport = _run("models_remove", ModelRequest(name=options.name))
    say(f"{report.name}: {report.gib:.2f} GiB freed")
    return 0


def _run(verb: str, request: Value) -> Any:
    return run(verb, msgspec.to_builtins(request), TerminalContext(verb.replace("_", " ")))
