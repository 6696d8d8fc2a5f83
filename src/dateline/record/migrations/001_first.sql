-- The first record. Everything is keyed by the digest of a page's content and the place in it, so that the
-- same pages give the same record in whatever order they came. Days are ISO 8601 text; lists are JSON text.

-- One content that was read. page, url, date: of the copy that was read, the first of its copies by these three.
CREATE TABLE documents (
    digest  TEXT NOT NULL PRIMARY KEY,
    page    TEXT NOT NULL,
    url     TEXT,
    date    TEXT,
    version TEXT NOT NULL,
    reader  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every page that held that content; '' for an address or a date that is not known.
CREATE TABLE copies (
    digest TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    page   TEXT NOT NULL,
    url    TEXT NOT NULL,
    date   TEXT NOT NULL,
    PRIMARY KEY (digest, page, url, date)
) STRICT, WITHOUT ROWID;

-- day: the one the story is told on. source: its publisher, else agency, else host. place, country: its dateline's.
-- reading: the whole Reading as JSON, as `dateline read --json` prints it.
CREATE TABLE stories (
    digest        TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    story         INTEGER NOT NULL,
    headline      TEXT,
    byline        TEXT NOT NULL,
    day           TEXT,
    published     TEXT,
    updated       TEXT,
    publisher     TEXT,
    agency        TEXT,
    host          TEXT,
    source        TEXT,
    section       TEXT,
    language      TEXT,
    place         TEXT,
    country       TEXT,
    rights        TEXT,
    rights_holder TEXT,
    prohibits     TEXT NOT NULL,
    reading       TEXT NOT NULL,
    PRIMARY KEY (digest, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX stories_by_day ON stories (day);

CREATE TABLE actors (
    digest   TEXT NOT NULL,
    story    INTEGER NOT NULL,
    actor    TEXT NOT NULL,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    country  TEXT,
    sectors  TEXT NOT NULL,
    role     TEXT,
    wikidata TEXT,
    cow      INTEGER,
    gw       INTEGER,
    why      TEXT,
    PRIMARY KEY (digest, story, actor),
    FOREIGN KEY (digest, story) REFERENCES stories ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX actors_by_country ON actors (country);

-- evidence, numbers: JSON, as in the Reading.
CREATE TABLE events (
    digest        TEXT NOT NULL,
    story         INTEGER NOT NULL,
    event         INTEGER NOT NULL,
    status        TEXT NOT NULL,
    deed_root     TEXT NOT NULL,
    deed_mode     TEXT,
    root          TEXT,
    mode          TEXT,
    quad          INTEGER,
    score         REAL,
    contexts      TEXT NOT NULL,
    cameo         TEXT,
    goldstein     REAL,
    reciprocal    INTEGER NOT NULL,
    first         TEXT,
    last          TEXT,
    dated_by      TEXT,
    place         TEXT,
    place_country TEXT,
    lat           REAL,
    lon           REAL,
    place_guess   INTEGER,
    said_by       TEXT,
    numbers       TEXT NOT NULL,
    evidence      TEXT NOT NULL,
    confidence    REAL NOT NULL,
    PRIMARY KEY (digest, story, event),
    FOREIGN KEY (digest, story) REFERENCES stories ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_day ON events (first, last);
CREATE INDEX events_by_status ON events (status, last);

-- Who takes part in an event. role: actor or recipient; name, country, sectors: the actor's, as the story tells them.
CREATE TABLE parties (
    digest   TEXT NOT NULL,
    story    INTEGER NOT NULL,
    event    INTEGER NOT NULL,
    role     TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    actor    TEXT NOT NULL,
    name     TEXT NOT NULL,
    country  TEXT,
    sectors  TEXT NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (digest, story, event, role, position),
    FOREIGN KEY (digest, story, event) REFERENCES events ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_by_country ON parties (country);

-- content, cue, named: JSON spans with their words (named: the words that name the speaker).
CREATE TABLE quotes (
    digest    TEXT NOT NULL,
    story     INTEGER NOT NULL,
    quote     INTEGER NOT NULL,
    type      TEXT NOT NULL,
    content   TEXT NOT NULL,
    cue       TEXT,
    named     TEXT,
    speaker   TEXT,
    addressee TEXT,
    said      TEXT,
    PRIMARY KEY (digest, story, quote),
    FOREIGN KEY (digest, story) REFERENCES stories ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
    digest   TEXT NOT NULL,
    story    INTEGER NOT NULL,
    time     INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    words    TEXT NOT NULL,
    type     TEXT NOT NULL,
    value    TEXT NOT NULL,
    first    TEXT,
    last     TEXT,
    anchored TEXT,
    PRIMARY KEY (digest, story, time),
    FOREIGN KEY (digest, story) REFERENCES stories ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Lasting relations told as background. a, b: country codes or actor ids.
CREATE TABLE standing (
    digest    TEXT NOT NULL,
    story     INTEGER NOT NULL,
    standing  INTEGER NOT NULL,
    a         TEXT NOT NULL,
    b         TEXT NOT NULL,
    relation  TEXT NOT NULL,
    first     TEXT,
    last      TEXT,
    evidence  TEXT NOT NULL,
    PRIMARY KEY (digest, story, standing),
    FOREIGN KEY (digest, story) REFERENCES stories ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What a stage could not do.
CREATE TABLE notes (
    digest TEXT NOT NULL,
    story  INTEGER NOT NULL,
    note   INTEGER NOT NULL,
    stage  TEXT NOT NULL,
    text   TEXT NOT NULL,
    PRIMARY KEY (digest, story, note),
    FOREIGN KEY (digest, story) REFERENCES stories ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
