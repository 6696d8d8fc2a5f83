"""News agencies and release wires: how datelines write them, and their usual short names. One row an agency."""

#     short name            other writings inside a dateline's marks (any case)
AGENCIES: tuple[tuple[str, str], ...] = (
    ("AFP",                 "agence france-presse; agence france presse"),
    ("AP",                  "associated press; the associated press"),
    ("Reuters",             "thomson reuters"),
    ("Xinhua",              "xinhua news agency"),
    ("Yonhap",              "yonhap news agency"),
    ("UPI",                 "united press international"),
    ("dpa",                 "deutsche presse-agentur"),
    ("dpa-AFX",             ""),
    ("Kyodo",               "kyodo news"),
    ("Jiji",                "jiji press"),
    ("TASS",                "itar-tass"),
    ("Interfax",            ""),
    ("Interfax-Ukraine",    ""),
    ("RIA Novosti",         "ria"),
    ("Ukrinform",           ""),
    ("Kazinform",           ""),
    ("BelTA",               ""),
    ("VOA",                 "voice of america; voa news"),
    ("RFE/RL",              ""),
    ("IANS",                ""),
    ("PTI",                 "press trust of india"),
    ("ANI",                 ""),
    ("UNI",                 ""),
    ("APP",                 ""),
    ("BSS",                 ""),
    ("EFE",                 "efe news"),
    ("ANSA",                ""),
    ("Anadolu",             "aa; anadolu agency"),
    ("SANA",                ""),
    ("WAFA",                ""),
    ("IRNA",                ""),
    ("Mehr",                "mna; mehr news agency"),
    ("Tasnim",              ""),
    ("KUNA",                ""),
    ("WAM",                 ""),
    ("SPA",                 ""),
    ("QNA",                 ""),
    ("BNA",                 ""),
    ("Petra",               ""),
    ("MENA",                ""),
    ("NNA",                 ""),
    ("KCNA",                ""),
    ("CNA",                 "focus taiwan"),
    ("Bernama",             ""),
    ("Antara",              ""),
    ("VNA",                 ""),
    ("PNA",                 ""),
    ("TNA",                 ""),
    ("NAN",                 ""),
    ("GNA",                 ""),
    ("PANA",                ""),
    ("Lusa",                ""),
    ("Belga",               ""),
    ("ANP",                 ""),
    ("APA",                 ""),
    ("PAP",                 ""),
    ("CTK",                 "čtk"),
    ("MTI",                 ""),
    ("HINA",                ""),
    ("Tanjug",              ""),
    ("AAP",                 ""),
    ("PA",                  "pa media; press association"),
    ("The Canadian Press",  "canadian press; cp"),
    ("Bloomberg",           "bloomberg news"),
    ("CNN",                 ""),
    ("OHCHR",               ""),
    ("PR Newswire",         "prnewswire; prnewswire-usnewswire"),
    ("Business Wire",       "business wire"),
    ("GlobeNewswire",       "globe newswire"),
    ("ACCESSWIRE",          ""),
)  # fmt: skip

_SHORT = {form.strip().lower(): name for name, forms in AGENCIES for form in (name, *forms.split(";")) if form.strip()}


def short_name(written: str) -> str:
    """The agency's usual short name; a regional desk ("dpa/bb") is dropped, two agencies ("AP/Reuters") stay two."""
    written = " ".join(written.split())
    if known := _SHORT.get(written.lower()):
        return known
    parts = [p.strip() for p in written.split("/")]
    if len(parts) > 1 and (first := _SHORT.get(parts[0].lower())):
        others = [_SHORT[p.lower()] for p in parts[1:] if p.lower() in _SHORT]
        return "/".join([first, *others])
    return written


def is_known(written: str) -> bool:
    """Is it an agency of the table (alone, or the first of several)?"""
    return written.split("/")[0].strip().lower() in _SHORT or written.strip().lower() in _SHORT
