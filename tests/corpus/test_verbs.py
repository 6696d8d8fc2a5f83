"""What each verb of `python3 -m corpus` prints, and how it ends."""

import io
import json
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from corpus.files import read

from corpus import agreement, export, near, stats

ROOT = Path(__file__).parents[2]
STORY = """== {number} | wire | world | 2004-06-15 | ROME, June 15 (Test Wire)
[Rome|government it] to {{visit|CONSULT/visit planned it>al}} [Algiers|government al]

[Rome|government it] {{recalled|SANCTION/withdraw it>al @t}} its envoy from [Algiers|government al] on [Monday|time].
<"[We|people min] are not amused,"> [the ministers|people min] {{said|SAY min}}.
[Algiers|government al] {second} [Rome|government it].
The weather was fair in [Naples|place].
"""


def corpus(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "corpus", *arguments], cwd=ROOT, capture_output=True, check=False)


@pytest.fixture
def documents(tmp_path):
    def held(text: str, name: str = "batch.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        found = read([path])
        assert found.faults == []
        return found.documents

    return held


def test_check_counts_and_exits_with_2_where_there_is_a_fault(tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(STORY.format(number=1, second="{berated|ACCUSE/disapprove al>it}"), encoding="utf-8")
    bad.write_text(STORY.format(number=1, second="{berated|ACCUSE/shout al>it}"), encoding="utf-8")
    fine, faulty = corpus("check", str(good)), corpus("check", str(good), str(bad))
    assert (fine.returncode, fine.stdout.decode()) == (0, "1 stories, 0 clauses, 0 faults\n")
    assert faulty.returncode == 2
    assert re.search(r"bad\.txt:6:25: `shout` is no mode of ACCUSE: disapprove, investigate, allege\n1 stories", faulty.stdout.decode())


def test_a_second_annotator_gets_the_words_without_the_marks(tmp_path):
    path = tmp_path / "batch.txt"
    both = [STORY.format(number=n, second="{berated|ACCUSE/disapprove al>it}") for n in (1, 2)]
    path.write_text("# a remark\n" + "\n".join(both), encoding="utf-8")
    told = corpus("bare", str(path), "--every", "2").stdout.decode()
    assert told.startswith("== 2 | wire | world | 2004-06-15 | ROME, June 15 (Test Wire)\nRome to visit Algiers\n\nRome recalled its envoy")
    assert not set("[]{}") & set(told)
    path.write_text("== wire | world | 1990s\nOne was there\n[Lima|state a] was {visited|CONSULT}\n", encoding="utf-8")
    assert corpus("bare", str(path), "--every", "2").stdout.decode() == "== wire | world | 1990s\nLima was visited\n"


def test_stats_count_what_is_there(documents):
    table = stats.count(documents(STORY.format(number=1, second="{berated|ACCUSE/disapprove al>it}")))
    assert table["totals"] | {} == {
        "stories": 1, "sentences of stories": 4, "events of stories": 3, "planned": 1, "denied or conditional": 0, "quotations": 1,
        "sentences of stories with no event": 2, "clauses with an event": 0, "clauses with no event": 0,
    }  # fmt: skip
    assert table["root"]["SANCTION"] == {"stories": 1, "clauses": 0, "wordings": 1}
    assert table["mode"]["SANCTION/withdraw"]["stories"] == 1
    assert "stories: 1 of 1200" in table["thin"]
    assert "SANCTION" in stats.show(table)


def test_near_finds_two_clauses_in_one_frame_and_a_worn_trigger(documents):
    held = documents(
        "== wire | world | 1990s\n"
        "[Oslo|government a] {scolded|ACCUSE/disapprove} [the port of Cork|body r] over its late winter herring dues\n"
        "[Two Fijian bishops|people a] {scolded|ACCUSE/disapprove} [a bank|company r] over its late winter herring dues\n"
        "[The guild|body a] {scolded|ACCUSE/disapprove} [the local bank|company r] for working on feast days\n"
    )
    (pair,) = near.pairs(held)
    assert (pair.at[-2:], pair.other_at[-2:], pair.share) == (":2", ":3", 1.0)
    (worn,) = near.worn(held)
    assert (worn.root, worn.wording, len(worn.at)) == ("ACCUSE", "scold", 3)


def test_agreement_is_whole_with_itself_and_falls_where_the_second_parts(documents):
    first = documents(STORY.format(number=1, second="{berated|ACCUSE/disapprove al>it}"))
    table, partings = agreement.compare(first, first)
    assert partings == []
    assert (table["root"]["kappa"], table["span all"]["exact"], table["recipient"]["same"]) == (1.0, 1.0, 1.0)
    second = documents(STORY.format(number=1, second="{berated|REQUEST al>it}"), "batch.txt")
    table, partings = agreement.compare(first, second)
    assert table["root"]["n"] == 3 and table["root"]["same"] == 0.667
    # Cohen's kappa by hand: (2/3 - 2/9) / (1 - 2/9)
    assert table["root"]["kappa"] == round((2 / 3 - 2 / 9) / (1 - 2 / 9), 3)
    assert "ACCUSE/disapprove" in partings[0] and "REQUEST" in partings[0]


def test_a_missed_event_counts_against_agreement(documents):
    first = documents(STORY.format(number=1, second="{berated|ACCUSE/disapprove al>it}"))
    second = documents(STORY.format(number=1, second="berated"))
    table, _ = agreement.compare(first, second)
    assert (table["root"]["n"], table["root, both see an event"]["n"]) == (3, 2)
    assert table["span trigger"]["overlap"] == 0.8


def test_clauses_are_found_again_by_their_words_in_any_file(documents):
    clause = "== wire | world | 1990s\n[Lima|state a] has {shelled|ASSAULT/heavy-weapons} [two of Quito's posts|armed r]\n"
    table, _ = agreement.compare(documents(clause, "one.txt"), documents(clause, "mixed.txt"))
    assert table["documents"]["compared"] == 1 and table["root"]["n"] == 1


def test_words_that_differ_are_not_compared(documents):
    first = documents(STORY.format(number=1, second="{berated|ACCUSE/disapprove al>it}"))
    second = documents(STORY.format(number=1, second="{scolded|ACCUSE/disapprove al>it}"))
    assert agreement.compare(first, second)[0]["documents"] == {"compared": 0, "words differ": 1, "without a first": 0}


def test_jsonl_has_the_words_of_every_span(documents):
    (d,) = documents(STORY.format(number=7, second="{berated|ACCUSE/disapprove al>it}"))
    row = json.loads(export.jsonl(d))
    assert row["id"] == "batch/7" and row["split"] == "train"
    spans = [*row["spans"], *(e["trigger"] for e in row["events"]), *(p for e in row["events"] for p in e["actors"] + e["recipients"])]
    spans += [c for q in row["quotes"] for c in [*q["content"], q["cue"], q["source"]]]
    assert len(spans) > 15
    assert all(row["text"][s["start"] : s["end"]] == s["text"] for s in spans)
    assert row["events"][1] | {"actors": 0, "recipients": 0} == {
        "deed": {"root": "SANCTION", "mode": "withdraw"}, "status": "happened", "actors": 0, "recipients": 0,
        "trigger": {"start": row["text"].index("recalled"), "end": row["text"].index("recalled") + 8, "text": "recalled"},
        "time": {"start": row["text"].index("Monday"), "end": row["text"].index("Monday") + 6, "text": "Monday"},
        "place": None, "said_by": None,
    }  # fmt: skip


def test_bio_tags_each_token_once(documents):
    (d,) = documents(STORY.format(number=7, second="{berated|ACCUSE/disapprove al>it}"))
    rows = [line.split("\t") for line in export.bio(d).split("\n") if "\t" in line]
    assert all(len(row) == 6 and d.text[int(row[1]) : int(row[2])] == row[0] for row in rows)
    assert ["recalled", "O", "B-SANCTION/withdraw:happened", "O"] in [[r[0], *r[3:]] for r in rows]
    assert [r[5] for r in rows if r[5] != "O"][:2] == ["B-content", "I-content"]


def test_brat_standoff_points_into_its_text(documents, tmp_path):
    (d,) = documents(STORY.format(number=7, second="{berated|ACCUSE/disapprove al>it}"))
    text, standoff = export.brat(d)
    bounds = re.findall(r"^T\d+\t(\w+) (\d+) (\d+)\t(.*)$", standoff, re.MULTILINE)
    assert len(bounds) == len(re.findall(r"^T", standoff, re.MULTILINE)) > 10
    assert all(text[int(s) : int(e)] == words for _, s, e, words in bounds)
    assert re.search(r"^E2\tSANCTION:T\d+ Actor:T\d+ Recipient:T\d+ Time:T\d+$", standoff, re.MULTILINE)
    export.to_folder([d], "brat", tmp_path / "out")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["annotation.conf", "batch-7.ann", "batch-7.txt"]
    packed = io.BytesIO()
    export.brat_archive([d], packed)
    packed.seek(0)
    with tarfile.open(fileobj=packed) as archive:
        assert archive.getnames() == ["annotation.conf", "batch-7.txt", "batch-7.ann"]


def test_a_folder_gets_a_file_for_each_split(documents, tmp_path):
    held = documents(STORY.format(number=7, second="{berated|ACCUSE/disapprove al>it}"))
    export.to_folder(held, "jsonl", tmp_path / "out")
    assert (tmp_path / "out" / "train.jsonl").read_text(encoding="utf-8") == export.jsonl(held[0])


def test_the_corpus_that_ships_has_no_fault_and_no_near_copies():
    assert corpus("check").stdout.decode().endswith(" 0 faults\n")
    assert "\n0 pairs too alike" in "\n" + corpus("near").stdout.decode()


def test_no_document_is_in_two_splits_and_each_named_one_is_there():
    from corpus.files import corpus_files, splits

    documents = read(corpus_files()).documents
    names = {d.id for d in documents} | {d.batch for d in documents}
    assert set(splits()) <= names
    assert {d.split for d in documents} == {"train", "dev", "test"}


def test_the_second_annotation_agrees_with_the_first_as_far_as_the_guidelines_promise():
    table = json.loads(corpus("agreement", "--json").stdout)
    assert table["sentences"]["compared"] >= 400 and table["documents"]["words differ"] == 0
    assert table["root"]["kappa"] >= 0.75
