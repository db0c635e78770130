"""Colours of page and file, light and dark, and the five classes of the map."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Ground, ink, quiet grey, the strong blue of counts, land, water, and five steps of one hue.

    `point` is the colour of points on the map, `fewer` two steps of another hue for what has fallen.
    """

    ground: str
    ink: str
    quiet: str
    grid: str
    strong: str
    land: str
    neighbour: str
    water: str
    steps: tuple
    point: str
    fewer: tuple


# Okabe and Ito without black: at most so many kinds are told apart by colour, all others are grey.
CATEGORIES = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8C6D1F")

# Every step carries text in ink or in the ground's colour at 4.5:1; water and points stand out from land at 3:1.
LIGHT = Palette(
    "#FBFAF7", "#1F2933", "#8A9199", "#E3E1DA", "#0B5A8A", "#F6F0E1", "#E9E9E5", "#2B80B9",
    ("#CFE1EE", "#9CC3DE", "#669FC6", "#2F79AA", "#0B5A8A"), "#D55E00", ("#E3BE7E", "#8A5A0B"),
)  # fmt: skip
DARK = Palette(
    "#12171C", "#E6E8EA", "#858C93", "#2A323A", "#5AB0E0", "#2B2E2C", "#1A2026", "#4B8DBA",
    ("#1E3A4D", "#23536F", "#2A6A92", "#3E8CBB", "#5AB0E0"), "#F0883E", ("#5E4818", "#C79A4A"),
)  # fmt: skip


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


def change_of(change: float, small: float, palette: Palette) -> str:
    """The map's colour for a change: a weak and a strong step of one hue for more and of another for fewer, strong above `small`."""
    if not change:
        return palette.land
    weak, strong = (palette.steps[1], palette.steps[4]) if change > 0 else palette.fewer
    return weak if abs(change) <= small else strong


def area_of(value: float | None, classes: list, palette: Palette, change: bool = False) -> str:
    """The colour of an area for a value, or for a `change`; grey where no value is given, since too few reports stand there."""
    if value is None or value != value:
        return palette.grid
    return change_of(value, classes[0], palette) if change else step_of(value, classes, palette)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink_on(fill: str, palette: Palette) -> str:
    """The colour of text on an area: ink, or the ground's own colour where that reads better."""
    return max(palette.ink, palette.ground, key=lambda colour: contrast(colour, fill))


def on_ground(colour: str, palette: Palette) -> str:
    """A colour as it is drawn on a palette's ground: the strong blue and the quiet grey have a twin for the dark."""
    return {LIGHT.strong: palette.strong, LIGHT.quiet: palette.quiet}.get(colour, colour)


def rgb(colour: str, alpha: int = 255) -> list:
    """#RRGGBB as [r, g, b, a]."""
    return [int(p, 16) for p in _parts(colour)] + [alpha]


def _luminance(colour):
    linear = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in (int(p, 16) / 255 for p in _parts(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour):
    return colour[1:3], colour[3:5], colour[5:7]
