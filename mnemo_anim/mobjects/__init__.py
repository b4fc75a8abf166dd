"""The visual vocabulary: what every scene draws with. Mobjects know no time."""

from mnemo_anim.mobjects.claims import Claim, claims
from mnemo_anim.mobjects.lettering import Formula, Words, halo
from mnemo_anim.mobjects.number import Number
from mnemo_anim.mobjects.numerals import format_number
from mnemo_anim.mobjects.plate import Plate
from mnemo_anim.mobjects.readout import Readout

__all__ = [
    "Claim",
    "Formula",
    "Number",
    "Plate",
    "Readout",
    "Words",
    "claims",
    "format_number",
    "halo",
]
