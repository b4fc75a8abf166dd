"""The command that looks at the installation."""

import typer

from mnemo_anim.cli.app import app


@app.command()
def doctor() -> None:
    """Tell what is installed, what is missing, and how to get it."""
    from mnemo_anim.doctor.examination import report

    raise typer.Exit(report())
