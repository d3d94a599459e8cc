"""PDF files made by hand, for what no program would draw on demand."""

from collections.abc import Sequence

Drawn = tuple[float, float, float, str]
"""Left, base, font size, words."""


def pdf(pages: Sequence[Sequence[Drawn] | None], info: str = "") -> bytes:
    """A PDF that draws these words, in this order, in Helvetica; None is a page that is a picture."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        stream = "q 400 0 0 600 50 50 cm 0.5 g 0 0 1 1 re f Q" if page is None else "\n".join(map(_drawn, page))
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    objects.append(f"<< {info} >>")
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    whole = f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\n"
    return f"{whole}startxref\n{len(body)}\n%%EOF\n".encode("latin-1")


def lines(texts: Sequence[str], left: float = 72, top: float = 760, size: float = 11) -> list[Drawn]:
    """The texts one below the other."""
    return [(left, top - 1.3 * size * number, size, text) for number, text in enumerate(texts)]


def _drawn(drawn: Drawn) -> str:
    left, base, size, words = drawn
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {left} {base} Td ({escaped}) Tj ET"
