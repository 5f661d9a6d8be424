"""One sound file of each kind that holds others."""

import gzip
import io
import json
from email.message import EmailMessage

from openpyxl import Workbook

from tests.unit.reading.unpackers.wholes import zipped

TEXT = "Olha B. was arrested in Sarnova.\n"
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    "<office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)


def archive() -> bytes:
    return gzip.compress(TEXT.encode() * 100, mtime=0)


def mail() -> bytes:
    message = EmailMessage()
    message["From"] = "Відкриті Двері <desk@doors.example>"
    message["Subject"] = "Two held"
    message["Date"] = "Sun, 04 May 2031 10:30:00 +0300"
    message.set_content(TEXT)
    message.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    message.add_attachment(b"name;since\n", maintype="text", subtype="csv", filename="list.csv")
    return message.as_bytes()


def mailbox() -> bytes:
    return b"From desk@doors.example Sun May  4 10:30:00 2031\n" + mail() + b"\n"


def table() -> bytes:
    return "name;since\nОльга B.;2031-02-15\n".encode("cp1251")


def workbook() -> bytes:
    made = Workbook()
    made.worksheets[0].append(["Olha B.", "2031-02-15"])
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def open_sheet() -> bytes:
    cell = "<table:table-cell><text:p>Olha B.</text:p></table:table-cell>"
    row = f"<table:table-row>{cell}</table:table-row>"
    content = ODS.format(f'<table:table table:name="Held">{row}</table:table>')
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": content})


def feed() -> bytes:
    entry = f"<item><title>Two held</title><description>{TEXT}</description></item>"
    return f"<rss><channel><title>Visti</title>{entry}</channel></rss>".encode()


def telegram() -> bytes:
    message = {"id": 1, "type": "message", "date": "2031-05-04T10:30:00", "text": TEXT}
    return json.dumps({"name": "Sarnova Watch", "messages": [message]}).encode()


def warc() -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{TEXT}</p>"
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://visti.example/1\r\n"
        "WARC-Date: 2031-05-04T10:30:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(f"{head}{http}\r\n\r\n".encode(), mtime=0)
