"""One of the other programs: makes a file of one content, or of one content after another for as long as it is asked.

    python way.py WAY CONTENT.json OUT          once, as a command would
    python way.py WAY                           for each line "CONTENT.json OUT": prints the milliseconds of CPU taken

What is loaded and kept between two files counts only in the first form.
"""

from __future__ import annotations

import io
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
Filled = dict[str, Any]


def typst() -> Callable[[Filled], bytes]:
    """Typst with a compiler that is kept, and no fonts but its own."""
    from typst import Compiler

    compiler = Compiler(HERE / "brief.typ", ignore_system_fonts=True)

    def made(content: Filled) -> bytes:
        found = compiler.compile(format="pdf", sys_inputs={"data": json.dumps(content)}, pdf_standards=["ua-1"])
        if not isinstance(found, bytes):
            raise TypeError(found)
        return found

    return made


def docxtpl() -> Callable[[Filled], bytes]:
    """The template that the driver writes, filled by docxtpl."""
    from docxtpl import DocxTemplate

    source = (Path.cwd() / "docxtpl.docx").read_bytes()

    def made(content: Filled) -> bytes:
        template, out = DocxTemplate(io.BytesIO(source)), io.BytesIO()
        template.render(content, autoescape=True)
        template.save(out)
        return out.getvalue()

    return made


def weasyprint() -> Callable[[Filled], bytes]:
    """HTML by Jinja2, then a tagged PDF by WeasyPrint."""
    from jinja2 import Environment, FileSystemLoader
    from weasyprint import HTML

    template = Environment(loader=FileSystemLoader(HERE), autoescape=True).get_template("brief.html.j2")

    def made(content: Filled) -> bytes:
        return bytes(HTML(string=template.render(content)).write_pdf(pdf_variant="pdf/ua-1"))

    return made


def pandoc() -> Callable[[Filled], bytes]:
    """HTML by Jinja2, then a Word file by pandoc, which has no process to keep."""
    import subprocess

    from jinja2 import Environment, FileSystemLoader

    template = Environment(loader=FileSystemLoader(HERE), autoescape=True).get_template("brief.html.j2")

    def made(content: Filled) -> bytes:
        page = template.render(content).encode()
        command = ["pandoc", "-f", "html", "-t", "docx", "-o", "-"]
        return subprocess.run(command, input=page, stdout=subprocess.PIPE, check=True).stdout

    return made


def reportlab() -> Callable[[Filled], bytes]:
    """ReportLab's own way: paragraphs and tables that break over pages, untagged."""
    from xml.sax.saxutils import escape

    from reportlab.graphics.shapes import Drawing, PolyLine, String
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    styles = getSampleStyleSheet()

    def words(text: str, style: str = "BodyText") -> Paragraph:
        return Paragraph(escape(text), styles[style])

    def drawn(chart: Filled) -> Drawing:
        drawing, step = Drawing(440, 140), 400 / (len(chart["names"]) - 1)
        for one in chart["series"]:
            points = [n for i, v in enumerate(one["heights"]) for n in (i * step, v / chart["top"] * 120 + 15)]
            drawing.add(PolyLine(points))
            drawing.add(String(402, points[-1], one["name"], fontSize=7.8))
        for place, name in enumerate(chart["names"]):
            drawing.add(String(place * step, 2, name, fontSize=7.8))
        return drawing

    def made(content: Filled) -> bytes:
        story: list[Any] = [words(content["title"], "Title"), words(content["subtitle"])]
        for section in content["sections"]:
            story += [words(section["heading"], "Heading1"), *map(words, section["paragraphs"])]
            for chart in section["charts"]:
                story += [drawn(chart), words(chart["caption"]), words(chart["source"])]
            for one in section["tables"]:
                rows = [[words(cell) for cell in row] for row in (one["head"], *one["rows"])]
                story += [words(one["caption"]), Table(rows, repeatRows=1), words(one["source"])]
            story += [words(f"- {item}") for item in section["points"]]
        story += [words("Sources", "Heading1"), *map(words, content["sources"])]
        out = io.BytesIO()
        SimpleDocTemplate(out, pagesize=A4).build(story)
        return out.getvalue()

    return made


WAYS = {way.__name__: way for way in (typst, docxtpl, weasyprint, pandoc, reportlab)}


def main() -> None:
    """Make one file, or those that are asked for on standard input."""
    way, *once = sys.argv[1:]
    made = WAYS[way]()
    if once:
        _write(made, *once)
        return
    for line in sys.stdin:
        began = time.process_time()
        _write(made, *line.split())
        print((time.process_time() - began) * 1000, flush=True)


def _write(made: Callable[[Filled], bytes], content: str, out: str) -> None:
    Path(out).write_bytes(made(json.loads(Path(content).read_text(encoding="utf-8"))))


if __name__ == "__main__":
    main()
