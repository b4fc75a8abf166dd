"""Where the parts of the project lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LECTURE = ROOT / "assets" / "gradients.md"
FONTS = ROOT / "assets" / "fonts"
RENDERS = ROOT / "renders"
GALLERY = ROOT / "assets" / "gallery"
STILLS = ROOT / "tests" / "stills"
GALLERY_CHOICE = ROOT / "assets" / "gallery.toml"
