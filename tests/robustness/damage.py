"""The bytes of a document → bytes that are broken in one way, for each kind of file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from random import Random

Damage = Callable[[bytes, Random], bytes]

_NUMBERS = ("0", "-1", "1", "9", "65536", "2147483648", "99999999999999999999", "1e9", "x", "")


def damaged(data: bytes, suffix: str, chance: Random) -> tuple[bytes, str]:
    """The bytes damaged in one way that can befall such a file, and its name."""
    ways = {**ANY, **OF_KIND.get(suffix, {})}
    name = chance.choice(list(ways))
    return ways[name](data, chance), name


def _cut_off(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[at:] if chance.random() < 0.2 else data[:at]


def _other_bytes(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 20, 500))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _more_bytes(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.choice((1, 3, 200))) + data[at:]


def _zeros(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes(chance.choice((1, 2, 4000))) + data[at:]


def _piece_moved(data: bytes, chance: Random) -> bytes:
    i, j, k = sorted(chance.randrange(len(data) + 1) for _ in range(3))
    return data[:i] + data[j:k] + data[i:j] + data[k:]


ANY: Mapping[str, Damage] = {
    function.__name__.strip("_"): function
    for function in (_cut_off, _other_bytes, _more_bytes, _zeros, _piece_moved)
}


def _in_member(change: Callable[[bytes, Random], bytes]) -> Damage:
    """Damage to one part inside the zip, which itself is whole."""

    def damage(data: bytes, chance: Random) -> bytes:
        members = _members(data)
        name = chance.choice([*members, *["word/document.xml"] * 5])
        return _zipped({**members, name: change(members.get(name, b""), chance)})

    return damage


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


def _without_member(data: bytes, chance: Random) -> bytes:
    members = _members(data)
    del members[chance.choice(list(members))]
    return _zipped(members)


def _members_exchanged(data: bytes, chance: Random) -> bytes:
    members = _members(data)
    one, other = chance.choice(list(members)), chance.choice(list(members))
    return _zipped({**members, one: members[other], other: members[one]})


def _wrong_types(data: bytes, chance: Random) -> bytes:
    """The list of what each part is names something else."""
    members = _members(data)
    name = "[Content_Types].xml"
    types = re.findall(rb'ContentType="([^"]+)"', members[name])
    changed = re.sub(
        rb'ContentType="[^"]+"',
        lambda _: b'ContentType="' + chance.choice([*types, b"text/plain", b""]) + b'"',
        members[name],
    )
    return _zipped({**members, name: changed})


def _sizes_overstated(data: bytes, chance: Random) -> bytes:
    """The zip's directory says that its parts are as large as can be said, or otherwise wrong."""
    changed = bytearray(data)
    size = chance.choice((0xFFFFFFFF, 0xFFFFFFFE, 0x7FFFFFFF, 0, 1)).to_bytes(4, "little")
    for match in re.finditer(rb"PK\x01\x02", data):
        at = match.start() + chance.choice((20, 24))
        changed[at : at + 4] = size
    return bytes(changed)


def _xml_cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _tags_dropped(data: bytes, chance: Random) -> bytes:
    return re.sub(rb"<[^>]+>", lambda m: b"" if chance.random() < 0.02 else m[0], data)


def _elements_renamed(data: bytes, chance: Random) -> bytes:
    names = re.findall(rb"<(w:\w+)", data) or [b"w:p"]
    one, other = chance.choice(names), chance.choice(names)
    return re.sub(rb"(</?)" + one + rb"\b", rb"\1" + other, data)


def _attributes_dropped(data: bytes, chance: Random) -> bytes:
    return re.sub(rb' [\w:]+="[^"]*"', lambda m: b"" if chance.random() < 0.1 else m[0], data)


def _other_values(data: bytes, chance: Random) -> bytes:
    """Attributes hold numbers that are absurd, or no numbers."""

    def other(match: re.Match[bytes]) -> bytes:
        if chance.random() > 0.1:
            return match[0]
        return match[1] + b'"' + chance.choice(_NUMBERS).encode() + b'"'

    return re.sub(rb'(w:(?:val|ilvl|numId|abstractNumId)=)"[^"]*"', other, data)


def _nested(data: bytes, chance: Random) -> bytes:
    deep = chance.choice((20, 200, 3000))
    tag = chance.choice((b"w:sdt", b"w:tbl", b"w:ins", b"w:hyperlink"))
    body = data.find(b"<w:body>") + len(b"<w:body>")
    return (
        data[:body]
        + b"<"
        + tag
        + b">"
        + (b"<%s>" % tag) * deep
        + (b"</%s>" % tag) * deep
        + (b"</" + tag + b">")
        + data[body:]
    )


def _entities(data: bytes, chance: Random) -> bytes:
    """Entities that stand for each other, each ten times the one before."""
    rows = b"".join(
        b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10 if i else b"aaaaaaaaaa")
        for i in range(chance.choice((2, 9)))
    )
    text = data.partition(b"?>")[2]
    return b"<!DOCTYPE w [" + rows + b"]>" + text.replace(b"<w:t>", b"<w:t>&e1;&e8;", 1)


def _all_spaces(data: bytes, _: Random) -> bytes:
    """A part that unpacks to very much more than it is packed to."""
    return data.replace(b"<w:t>", b"<w:t>" + b" " * 30_000_000, 1)


def _other_object(data: bytes, chance: Random) -> bytes:
    """References of a PDF lead elsewhere: to the wrong object, to none, or back in a ring."""
    numbers = re.findall(rb"(\d+) 0 obj", data) or [b"1"]
    share = chance.choice((0.02, 0.3))
    return re.sub(
        rb"\b(\d+) 0 R\b",
        lambda m: (
            chance.choice([*numbers, b"0", b"99999"]) + b" 0 R" if chance.random() < share else m[0]
        ),
        data,
    )


def _other_numbers(data: bytes, chance: Random) -> bytes:
    numbers = [x.encode() for x in _NUMBERS]
    return re.sub(
        rb"(/\w+ )(\d+)",
        lambda m: m[1] + chance.choice(numbers) if chance.random() < 0.05 else m[0],
        data,
    )


def _other_keys(data: bytes, chance: Random) -> bytes:
    names = re.findall(rb"/[A-Z]\w+", data) or [b"/Type"]
    share = chance.choice((0.01, 0.1))
    return re.sub(
        rb"/[A-Z]\w+", lambda m: chance.choice(names) if chance.random() < share else m[0], data
    )


def _no_table(data: bytes, _: Random) -> bytes:
    return data.replace(b"startxref", b"startxxxx").replace(b"xref\n", b"xxxx\n")


def _yaml_nested(data: bytes, chance: Random) -> bytes:
    opened = chance.choice((b"[", b"{a: ", b"- ", b"? "))
    return data + b"\npunkter: " + opened * chance.choice((10, 500, 20_000))


def _yaml_aliases(data: bytes, _: Random) -> bytes:
    rows = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [b"a%d: &a%d [%s]" % (i, i, b", ".join([b"*a%d" % (i - 1)] * 9)) for i in range(1, 12)]
    return data + b"\n" + b"\n".join(rows) + b"\npunkter: *a11\n"


def _yaml_ring(data: bytes, _: Random) -> bytes:
    return data + b"\npunkter: &p [rubrik: a, punkter: *p]\n"


def _yaml_values(data: bytes, chance: Random) -> bytes:
    odd = (b"null", b"[]", b"{}", b"1", b"1.5", b"true", b"2022-02-30", b"!!python/object:os.x {}",
           b"99999999999999999999999", b"\"\\ud800\"", b"&a *a", b"|", b"'", b"\t", b"0x1F", b"~",
           b".nan", b"!x y", b"[[[]]]", b"- a", b"a: b: c", b"%YAML", b"2022-02-18 10:00:00Z",
           b"!!binary aaaa", b"<<: *x", b"? a", b"9" * 5000)  # fmt: skip
    return re.sub(
        rb"(?m)(: ?)([^\n]*)$",
        lambda m: m[1] + chance.choice(odd) if chance.random() < 0.15 else m[0],
        data,
    )


OF_KIND: Mapping[str, Mapping[str, Damage]] = {
    ".docx": {
        "without_member": _without_member,
        "members_exchanged": _members_exchanged,
        "wrong_types": _wrong_types,
        "sizes_overstated": _sizes_overstated,
        "xml_cut": _in_member(_xml_cut),
        "xml_bytes": _in_member(lambda data, chance: _other_bytes(data or b" ", chance)),
        "tags_dropped": _in_member(_tags_dropped),
        "elements_renamed": _in_member(_elements_renamed),
        "attributes_dropped": _in_member(_attributes_dropped),
        "other_values": _in_member(_other_values),
        "nested": _in_member(_nested),
        "entities": _in_member(_entities),
        "all_spaces": _in_member(_all_spaces),
    },
    ".pdf": {
        "other_object": _other_object,
        "other_numbers": _other_numbers,
        "other_keys": _other_keys,
        "no_table": _no_table,
    },
    ".yaml": {
        "yaml_nested": _yaml_nested,
        "yaml_aliases": _yaml_aliases,
        "yaml_ring": _yaml_ring,
        "yaml_values": _yaml_values,
    },
}
