"""Where tags and comments begin and end, as browsers read them; each letter is read once or twice."""

import re

# Quotes count only where a value begins.
_REST = re.compile(
    r"""(?:[ \t\n\f\r/]++
        |(?:=[^ \t\n\f\r/>=]*+|[^ \t\n\f\r/>=]++)
         (?:[ \t\n\f\r]*+=[ \t\n\f\r]*+
            (?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+)?+)?+
        )*+(?:>|\Z)""",
    re.VERBOSE,
)
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)


def end_of_tag(said: str, at: int) -> int:
    """Return where the tag ends whose attributes begin at a place; the end of the text if nowhere."""
    rest = _REST.match(said, at)
    return rest.end() if rest else len(said)


def end_of_remark(said: str, at: int) -> int:
    """Return where what begins with `<!`, `<?` or `</` without a name ends."""
    if comment := _COMMENT.match(said, at):
        return comment.end()
    end = said.find(">", at)
    return len(said) if end < 0 else end + 1


def end_of_raw(said: str, at: int, name: str) -> int:
    """Return where the text of an element ends that holds no markup, before its closing tag."""
    closing = re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE | re.ASCII)
    found = closing.search(said, at)
    return found.start() if found else len(said)
