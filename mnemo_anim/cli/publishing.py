"""The command that makes the film ready for YouTube, and uploads it."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mnemo_anim.cli.app import (
    Films,
    QualityName,
    about_films,
    app,
    console,
    say,
    shown,
)
from mnemo_anim.outputs.youtube.about import ABOUT, read_about
from mnemo_anim.outputs.youtube.metadata import PRIVACIES, PUBLIC
from mnemo_anim.outputs.youtube.upload import SECRETS_VARIABLE, TOKEN_VARIABLE
from mnemo_anim.render.errors import RenderError, UnknownNameError
from mnemo_anim.render.quality import HD

if TYPE_CHECKING:
    from mnemo_anim.outputs.youtube.bundle import Bundle
    from mnemo_anim.outputs.youtube.upload.run import Uploaded

_CONFIG = Path(typer.get_app_dir("mnemosyne"))
_EXTRA = (
    "google",
    "google_auth_httplib2",
    "google_auth_oauthlib",
    "googleapiclient",
    "httplib2",
    "oauthlib",
)


@app.command()
@about_films
def publish(
    films: Films,
    quality: QualityName = HD.name,
    about: Annotated[
        Path | None, typer.Option(help=f"What is said of the film; by default {ABOUT.name}.")
    ] = None,
    thumbnail: Annotated[
        Path | None, typer.Option(help="A picture, 1280 × 720; by default one is drawn.")
    ] = None,
    upload: Annotated[bool, typer.Option("--upload", help="Upload it, too.")] = False,
    privacy: Annotated[
        str | None,
        typer.Option(help=f"{', '.join(PRIVACIES)}; a new film is private by default."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before it is public.")] = False,
    login: Annotated[bool, typer.Option("--login", help="Log in to YouTube anew.")] = False,
    client_secrets: Annotated[
        Path,
        typer.Option(envvar=SECRETS_VARIABLE, help="Of your API project.", show_default=False),
    ] = _CONFIG / "client_secrets.json",
    token: Annotated[
        Path,
        typer.Option(envvar=TOKEN_VARIABLE, help="Where the log-in is kept.", show_default=False),
    ] = _CONFIG / "youtube_token.json",
) -> None:
    """Make the bundle for YouTube out of the film, check it, and upload it if asked to."""
    if privacy is not None and privacy not in PRIVACIES:
        raise UnknownNameError.among("privacy", privacy, PRIVACIES)
    if upload:
        _check_extra()
    elif privacy is not None or login:
        raise typer.BadParameter("--privacy and --login are for an upload: add --upload (UPLOAD=1)")
    plan = films.plan(quality)
    said = read_about(about or films.edition.document(ABOUT))

    from mnemo_anim.outputs.youtube.bundle import bundle_folder, make_bundle
    from mnemo_anim.outputs.youtube.folder import alone_in

    with alone_in(bundle_folder(plan)):
        bundle = make_bundle(plan, said, thumbnail)
        _tell_of(bundle)
        if upload:
            _upload(bundle, privacy, yes=yes, login=login, secrets=client_secrets, token=token)


def _check_extra() -> None:
    """Raise RenderError if the packages for an upload are not installed."""
    try:
        import mnemo_anim.outputs.youtube.upload.login  # noqa: F401 - imports them all
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise RenderError(
            f"an upload needs the package {error.name}, which is not installed. "
            "Run .venv/bin/pip install '.[youtube]'; the bundle alone needs none of it."
        ) from error


def _tell_of(bundle: "Bundle") -> None:
    say(f"Ready for YouTube, {len(bundle.checks)} rules kept: {shown(bundle.folder)}")


def _upload(
    bundle: "Bundle", privacy: str | None, *, yes: bool, login: bool, secrets: Path, token: Path
) -> None:
    from mnemo_anim.cli.upload_progress import upload_progress
    from mnemo_anim.outputs.youtube.upload.login import log_in, service
    from mnemo_anim.outputs.youtube.upload.patience import Patience
    from mnemo_anim.outputs.youtube.upload.run import Upload

    if privacy == PUBLIC and not yes:
        _ask(f"“{bundle.metadata.title}” becomes public: everybody will see it. Go on?")
    person = sys.stdin.isatty()
    youtube = service(log_in(secrets, token, anew=login, person=person))
    screen = console()  # one for lines and bar: they would write over each other
    tell = partial(screen.print, markup=False, highlight=False, soft_wrap=True)
    with upload_progress(screen) as progress:
        work = Upload(bundle, youtube, say=tell, progress=progress, patience=Patience(say=tell))
        done = work.run(privacy)
    if not _tell_of_upload(done, privacy):
        raise typer.Exit(1)


def _ask(question: str) -> None:
    """Go on if the user says yes; where there is no terminal to ask in, do not."""
    if not sys.stdin.isatty():
        raise RenderError(
            "a film becomes public only if somebody says yes, and this is no terminal to ask in. "
            "Run it in one, or add --yes."
        )
    if not typer.confirm(question):
        raise RenderError("nothing was uploaded. Leave PRIVACY out to upload it as private.")


def _tell_of_upload(done: "Uploaded", asked: str | None) -> bool:
    """Tell how it ended; return whether everything is as it was asked for."""
    for refusal in done.refused:
        say(refusal)
    say(f"On YouTube: {done.address}. YouTube says: {done.privacy}, {done.processing}.")
    as_asked = asked in (None, done.privacy)
    if not as_asked:
        say(
            f"It is {done.privacy}, not {asked}: YouTube locks what an API project uploads that it "
            "has not audited. Have the project audited, or upload the files of the bundle by hand "
            "at studio.youtube.com: a locked film cannot be made public any more."
        )
    return as_asked and not done.refused
