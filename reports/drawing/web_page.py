"""A figure as one self-contained web page: the drawing, its numbers as a table, its words. No script, no request."""

import base64
import html

from reports.words import say

_STYLE = (
    "body{margin:2rem auto;max-width:64rem;padding:0 1rem;font:16px/1.5 'Source Sans 3','Noto Sans KR','Apple SD Gothic Neo','Malgun Gothic',sans-serif;"
    "background:#FBFAF7;color:#1F2933}svg{width:100%;height:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}"
    "td,th{padding:.15rem .6rem;text-align:left;border-bottom:1px solid #E3E1DA}.scroll{overflow:auto;max-height:30rem}a{color:#0B5A8A}"
)
# Nothing is loaded: not even by a page whose words were made to try.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def web_page(figure, frame, svg: str) -> str:
    """The page as HTML; `svg` is the figure drawn."""
    drawn = svg[svg.index("<svg") :]
    numbers, as_csv = say("table_behind", frame.language), say("numbers_csv", frame.language)
    csv = base64.b64encode(figure.numbers.to_csv(index=False).encode()).decode()
    table = figure.numbers.to_html(index=False, border=0, escape=True)
    return (
        f'<!DOCTYPE html>\n<html lang="{frame.language}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{html.escape(figure.title)}</title>\n'
        f'<meta name="description" content="{html.escape(figure.alt)}">\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<figure style="margin:0">\n{drawn}\n'
        f'<figcaption>{html.escape(figure.alt)}</figcaption>\n</figure>\n<details><summary>{numbers}</summary>\n<div class="scroll">{table}</div>\n'
        f'<p><a download="yanggang_{html.escape(figure.name)}.csv" href="data:text/csv;base64,{csv}">{as_csv}</a></p>\n</details>\n'
        f"<p>{html.escape(frame.cite)}</p>\n</main>\n</body>\n</html>\n"
    )
