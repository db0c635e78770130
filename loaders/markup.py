"""HTML to words, for pages, feeds and exports that carry pieces of pages."""

import re

from lxml import etree
from lxml import html as lxml_html

_FRAME = ".//script|.//style|.//nav|.//footer|.//header|.//noscript|.//head|.//comment()|.//processing-instruction()"
_BLOCKS = "|".join(f".//{name}" for name in "p div br h1 h2 h3 h4 li tr blockquote figure figcaption section article ul ol table".split())
DEPTH = 250  # elements within elements: about as deep as the parser itself goes


def tree_of(markup: str) -> lxml_html.HtmlElement | None:
    """The tree of a page, read without entities, network or limits lifted; None where it is none, ValueError where it is too deep."""
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    try:
        tree = lxml_html.document_fromstring(markup, parser=lxml_html.HTMLParser(recover=True, huge_tree=False, no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if too_deep(tree):
        raise ValueError(f"Elements are nested more than {DEPTH} deep, as on no page with an article. Copy the article into a .txt file.")
    return tree


def too_deep(tree) -> bool:
    """Whether elements stand more than DEPTH deep in each other."""
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEPTH:
            return True
    return False


def words_of(markup: str) -> str:
    """The words of a piece of HTML, a line a paragraph. Without tags and character references it stays as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return markup.strip()
    return markup.strip() if too_deep(tree) else plain(tree)


def plain(tree) -> str:
    """All words of a tree (which is changed) but those of scripts, styles and the frame of a page, a line a block."""
    for node in tree.xpath(_FRAME):
        if node.getparent() is not None:
            node.drop_tree()
    for node in tree.xpath(_BLOCKS):
        node.text = "\n" + (node.text or "")
        node.tail = "\n" + (node.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
