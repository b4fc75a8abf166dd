"""The rules of the gate, by name. A scene may waive one for one beat, with a reason."""

from enum import StrEnum


class Rule(StrEnum):
    """What can be missed. The value is the name that reports and waivers use."""

    statement: str
    unit: str

    def __new__(cls, name: str, statement: str, unit: str) -> "Rule":
        """Make a member: its name for reports, what it asks for, and the unit of its values."""
        rule = str.__new__(cls, name)
        rule._value_ = name
        rule.statement, rule.unit = statement, unit
        return rule

    # Layout, from the scene graph
    MARGIN = "margin", "Text keeps clear of the outer 5 % of the frame.", "units"
    RAIL = "rail", "The lowest 14 % of the frame belong to captions alone.", "units"
    OVERLAP = "overlap", "No text lies over another.", "units"
    GAP = "gap", "Two texts stand at least 0.3 units apart.", "units"
    CROSSED = "crossed", "No line runs through a text that has no backing.", "units"
    SIZE = "size", "The x-height of any text is at least 16 px at 1080p.", "px"
    OFF_SCREEN = "off-screen", "What is drawn is on the screen.", "units"
    LEFT_OVER = "left-over", "What cannot be seen any more has left the scene.", "s"
    IDEAS = "ideas", "At most seven separate ideas are on the screen.", "ideas"

    # Pixels, from drawn frames and from the film
    CONTRAST = "contrast", "Text stands out from the pixels really behind it.", ": 1"
    GRAPHICS = "graphics", "Arrows and curves stand out by 3 : 1.", ": 1"
    BLANK = "blank", "No frame is blank.", "%"
    STILL = "still", "Something moves at least every six seconds of narration.", "s"
    FLASH = "flash", "Nothing flashes more than three times a second.", "a second"
    CLIPPED = "clipped", "A landscape ends within the frame.", "units"

    # Colour, from the theme
    COLOURS = "colours", "Opposite meanings differ in every kind of colour vision.", "ΔE2000"
    TYPE_SCALE = "type-scale", "Body, titles and ticks have legible sizes.", "px"

    # Time, from the timeline
    READING = "reading", "A text stays for 1 s and 1 s per 15 characters.", "s"
    LATE = "late", "A thing appears within half a second of its words.", "s"
    CAPTION = "caption", "Captions can be read at ease.", ""
    LENGTH = "length", "Sections and the film hold their audience.", "s"

    # Files
    FILE = "file", "Film files are what video sites recommend.", ""
    CHANGED = "changed", "Each beat looks as it was accepted.", "ΔE"

    # The gate itself
    WAIVER = "waiver", "A waiver has a reason, and something to waive.", ""
