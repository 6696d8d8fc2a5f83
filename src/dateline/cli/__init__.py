"""The command line, one file a verb."""
import json
import sys
from datetime import date

import msgspec

import dateline
from dateline import Page


def main() -> None:
    for arg in sys.argv[3:]:
        if arg == "-":
            for line in sys.stdin:
                r = json.loads(line)
                on = date.fromisoformat(r["date"][:10]) if r.get("date") else None
                page = Page(id=r["id"], content=r.get("text") or r["page"], media="body" if "text" in r else "html" if "<html" in r["page"][:3000].lower() else "text", url=r.get("url"), title=r.get("title"), date=on)
                for x in dateline.readings(page):
                    print(msgspec.json.encode(x).decode())
        else:
            for x in dateline.readings(open(arg).read()):
                print(msgspec.json.encode(x).decode())
