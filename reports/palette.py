"""Colours of page and file, light and dark, and the five classes of the map."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Ground, ink, quiet grey, the strong blue of counts, land, water, and five steps of one hue."""

    ground: str
    ink: str
    quiet: str
    grid: str
    strong: str
    land: str
    neighbour: str
    water: str
    steps: tuple


# Okabe and Ito without black: at most so many kinds are told apart by colour, all others are grey.
CATEGORIES = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8C6D1F")

LIGHT = Palette(
    "#FBFAF7", "#1F2933", "#8A9199", "#E3E1DA", "#0B5A8A", "#F3EDDF", "#EDEDEA", "#5B9BC8", ("#CFE1EE", "#9CC3DE", "#669FC6", "#2F79AA", "#0B5A8A")
)
DARK = Palette(
    "#12171C", "#E6E8EA", "#858C93", "#2A323A", "#5AB0E0", "#262B2C", "#1B2127", "#3F7FAB", ("#1F3B4E", "#275876", "#32779F", "#4394C4", "#5AB0E0")
)


def faint(colour: str, ground: str, strength: float = 1 / 3) -> str:
    """A colour at a third of its strength on a ground: how the uncertain is drawn."""
    mixed = [round(int(g, 16) + (int(c, 16) - int(g, 16)) * strength) for c, g in zip(_parts(colour), _parts(ground))]
    return "#" + "".join(f"{m:02X}" for m in mixed)


def step_of(count: float, classes: list, palette: Palette) -> str:
    """The map's colour for a count; the land's own where nothing is reported."""
    if not count:
        return palette.land
    number = next((i for i, upper in enumerate(classes) if count <= upper), len(classes) - 1)
    offset = 5 - len(classes)
    return palette.steps[min(4, number + max(0, offset))]


def on_ground(colour: str, palette: Palette) -> str:
    """A colour as it is drawn on a palette's ground: the strong blue and the quiet grey have a twin for the dark."""
    return {LIGHT.strong: palette.strong, LIGHT.quiet: palette.quiet}.get(colour, colour)


def rgb(colour: str, alpha: int = 255) -> list:
    """#RRGGBB as [r, g, b, a]."""
    return [int(p, 16) for p in _parts(colour)] + [alpha]


def _parts(colour):
    return colour[1:3], colour[3:5], colour[5:7]
