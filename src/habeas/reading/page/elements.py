"""What HTML's elements are to the text in them: blocks, hidden ones, and what closes what.

Source: WHATWG HTML, 13.1.2 (writing elements) and 15.3 (rendering of flow content).
"""

from __future__ import annotations

from collections.abc import Mapping

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead "
    "tr ul button label amp-ad amp-embed amp-sidebar amp-consent amp-user-notification "
    "amp-social-share amp-lightbox"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
_VOID_NAMES = "area base bgsound br col embed frame hr img input link meta param source track wbr"
VOID = frozenset(_VOID_NAMES.split())
_HIDDEN_NAMES = "template noscript svg math object audio video canvas map datalist colgroup"
NOT_SHOWN = frozenset(_HIDDEN_NAMES.split())
# Which open elements a start tag closes, and which stand in the way (WHATWG HTML, 13.1.2.4).
CLOSES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
}
OUTER = frozenset({"td", "th", "table", "button", "html", "template", "noscript"})
PARAGRAPH = (frozenset({"p"}), (BLOCKS | NOT_SHOWN) - {"p"})
# Elements that a container holds; the container of a paragraph is what stands around these.
_INNER_NAMES = (
    "p li dd dt h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl figure figcaption hgroup center"
)
INSIDE_CONTAINER = frozenset(_INNER_NAMES.split())
