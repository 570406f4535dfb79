"""The names of elements that a browser knows: HTML with its past, SVG and MathML."""

HTML = frozenset([
    "a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base",
    "basefont", "bdi", "bdo", "bgsound", "big", "blink", "blockquote", "body", "br", "button",
    "canvas", "caption", "center", "cite", "code", "col", "colgroup", "command", "content",
    "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em",
    "embed", "fencedframe", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i",
    "iframe", "image", "img", "input", "ins", "isindex", "kbd", "keygen", "label", "legend", "li",
    "link", "listing", "main", "map", "mark", "marquee", "menu", "menuitem", "meta", "meter",
    "multicol", "nav", "nextid", "nobr", "noembed", "noframes", "noscript", "object", "ol",
    "optgroup", "option", "output", "p", "param", "picture", "plaintext", "portal", "pre",
    "progress", "q", "rb", "rbc", "rp", "rt", "rtc", "ruby", "s", "samp", "script", "search",
    "section", "select", "selectedcontent", "shadow", "slot", "small", "source", "spacer", "span",
    "strike", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td", "template",
    "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var",
    "video", "wbr", "xmp",
])  # fmt: skip
SVG = frozenset([
    "animate", "animatecolor", "animatemotion", "animatetransform", "circle", "clippath",
    "cursor", "defs", "desc", "discard", "ellipse", "feblend", "fecolormatrix",
    "fecomponenttransfer", "fecomposite", "feconvolvematrix", "fediffuselighting",
    "fedisplacementmap", "fedistantlight", "fedropshadow", "feflood", "fefunca", "fefuncb",
    "fefuncg", "fefuncr", "fegaussianblur", "feimage", "femerge", "femergenode", "femorphology",
    "feoffset", "fepointlight", "fespecularlighting", "fespotlight", "fetile", "feturbulence",
    "filter", "foreignobject", "g", "glyph", "glyphref", "hatch", "hatchpath", "hkern", "line",
    "lineargradient", "marker", "mask", "mesh", "meshgradient", "meshpatch", "meshrow",
    "metadata", "mpath", "path", "pattern", "polygon", "polyline", "radialgradient", "rect",
    "set", "solidcolor", "stop", "svg", "switch", "symbol", "text", "textpath", "tref", "tspan",
    "unknown", "use", "view", "vkern",
])  # fmt: skip
MATHML = frozenset([
    "annotation", "maction", "maligngroup", "malignmark", "math", "menclose", "merror", "mfenced",
    "mfrac", "mglyph", "mi", "mlabeledtr", "mlongdiv", "mmultiscripts", "mn", "mo", "mover",
    "mpadded", "mphantom", "mprescripts", "mroot", "mrow", "ms", "mscarries", "mscarry",
    "msgroup", "msline", "mspace", "msqrt", "msrow", "mstack", "mstyle", "msub", "msubsup",
    "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "none", "semantics",
])  # fmt: skip
KNOWN = HTML | SVG | MATHML
VOID = frozenset([
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img",
    "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
])  # fmt: skip
# What attributes look like that have no value: other bare words are words.
SWITCHES = frozenset([
    "allowfullscreen", "async", "autofocus", "autoplay", "border", "checked", "clear", "compact",
    "contenteditable", "controls", "default", "defer", "disabled", "download", "draggable",
    "hidden", "inert", "ismap", "itemscope", "loop", "multiple", "muted", "nohref", "noresize",
    "noshade", "novalidate", "nowrap", "open", "popover", "readonly", "required", "reversed",
    "scoped", "selected", "sortable", "spellcheck", "translate",
])  # fmt: skip


def is_known(name: str) -> bool:
    """Return whether an element has this name; one with a dash may be anybody's own."""
    return "-" in name or name in KNOWN
