"""What reaches a terminal, and what reaches a pipe."""

import io
import json

import pytest

from kg.cli import terminal


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]0;title\x07", "]0;title"),
        ("\x9b31m", "31m"),
        ("over\rwritten\b", "overwritten"),
        ("\u202egnp.exe\u2066", "gnp.exe"),
        ("a\tb\nc", "a\tb\nc"),
        ("Зувара – Zuwara’s “front” ٣", "Зувара – Zuwara’s “front” ٣"),
    ],
)
def test_control_characters_are_stripped(text, cleaned):
    assert terminal.clean(text) == cleaned


def test_data_is_cleaned_for_a_terminal_only(monkeypatch):
    for stream, expected in ((Terminal(), "[2Jx\n"), (io.StringIO(), "\x1b[2Jx\n")):
        monkeypatch.setattr("sys.stdout", stream)
        terminal.write("\x1b[2Jx")
        assert stream.getvalue() == expected


def test_nothing_to_write_writes_nothing(monkeypatch):
    monkeypatch.setattr("sys.stdout", io.StringIO())
    terminal.write("")
    assert terminal.sys.stdout.getvalue() == ""


def test_a_message_is_one_line(monkeypatch):
    monkeypatch.setattr("sys.stderr", io.StringIO())
    terminal.warn("a\nb\x1b[0m  c")
    assert terminal.sys.stderr.getvalue() == "kg: warning: a b[0m c\n"


def test_a_lone_surrogate_is_written_as_json_reads_it(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii"))
    monkeypatch.setattr("sys.stderr", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    terminal.use_utf8()
    terminal.write_json(["\ud83d", "Zuwāra"], indent=None)
    terminal.sys.stdout.flush()
    assert raw.getvalue() == '["\\ud83d", "Zuwāra"]\n'.encode()
    assert json.loads(raw.getvalue()) == ["\ud83d", "Zuwāra"]


def test_a_table_keeps_every_word_and_obeys_no_markup(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)
    monkeypatch.setenv("COLUMNS", "40")
    terminal.write_table(("words", "n"), [("[bold]a[/bold] " + "x" * 50, 3), (None, "\x1b[31m")])
    shown = stream.getvalue()
    assert shown.count("x") == 50
    assert "[bold]a[/bold]" in shown
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 40


def test_a_table_in_a_pipe_is_wide(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)
    monkeypatch.delenv("COLUMNS", raising=False)
    terminal.write_table(("words",), [("x" * 120,)])
    assert "x" * 120 in stream.getvalue()


def test_progress_is_shown_to_a_terminal_only(monkeypatch):
    piped, shown = io.StringIO(), Terminal()
    for stream in (piped, shown):
        monkeypatch.setattr("sys.stderr", stream)
        assert list(terminal.track(iter("abc"), "reading")) == ["a", "b", "c"]
    assert piped.getvalue() == ""
    assert "reading" in shown.getvalue()


def test_no_color_is_honoured(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    list(terminal.track(iter("abc"), "reading"))
    assert "\x1b[38" not in stream.getvalue()
    assert "\x1b[3" not in stream.getvalue()
