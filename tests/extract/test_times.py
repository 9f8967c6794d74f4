from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times import TimeMention, find_times, time_of
from kg.extract.times.expressions import find_expressions, times_words
from kg.language import parse
from kg.language.words import Doc, read_words
from kg.model import Time, TimePrecision

WEDNESDAY = "2019-08-28"

SEEN_FROM_A_WEDNESDAY = [
    ("Forces attacked the town two days ago.", {"two days ago": "2019-08-26"}),
    ("About two months ago they attacked the town.", {"About two months ago": "2019-06"}),
    ("Forces attacked the town three days ago at night.", {"three days ago at night": "2019-08-25"}),
    ("Yesterday they shelled the port and today they left.", {"Yesterday": "2019-08-27", "today": "2019-08-28"}),
    ("They shelled the port on Tuesday.", {"Tuesday": "2019-08-27"}),
    ("They shelled the port on Wednesday.", {"Wednesday": "2019-08-28"}),
    ("They shelled the port last Wednesday.", {"last Wednesday": "2019-08-21"}),
    ("They will meet next Monday.", {"next Monday": "2019-09-02"}),
    ("They will meet this Friday.", {"this Friday": "2019-08-30"}),
    ("Rebels fired rockets late Sunday.", {"late Sunday": "2019-08-25"}),
    ("Rebels fired rockets Sunday night.", {"Sunday night": "2019-08-25"}),
    ("Rebels fired rockets overnight.", {"overnight": "2019-08-27/2019-08-28"}),
    ("Rebels fired rockets early Friday morning.", {"early Friday morning": "2019-08-23"}),
    ("They seized the base earlier this month.", {"earlier this month": "2019-08"}),
    ("They seized the base last week.", {"last week": "2019-08-19/2019-08-25"}),
    ("They seized the base last month.", {"last month": "2019-07"}),
    ("They seized the base last year.", {"last year": "2018"}),
    ("They seized the base in March.", {"March": "2019-03"}),
    ("They seized the base in 2011.", {"2011": "2011"}),
    ("The base fell on May 5.", {"May 5": "2019-05-05"}),
    ("The base fell on 5 May 2019.", {"5 May 2019": "2019-05-05"}),
    ("The base fell on 5/6 May.", {"5/6 May": "2019-05-05/2019-05-06"}),
    ("The base fell on the 5th.", {"the 5th": "2019-08-05"}),
    ("The base fell in March 2019.", {"March 2019": "2019-03"}),
    ("They attacked between 3 and 5 April.", {"3 and 5 April": "2019-04-03/2019-04-05"}),
    ("They fought from Monday to Wednesday.", {"from Monday to Wednesday": "2019-08-26/2019-08-28"}),
    ("They fought over the past three weeks.", {"over the past three weeks": "2019-08-07/2019-08-28"}),
    ("They fought for two years.", {"for two years": None}),
    ("They have held the town for two years.", {"for two years": "2017-08-28/2019-08-28"}),
    ("They took it a fortnight ago.", {"a fortnight ago": "2019-08-12/2019-08-18"}),
    ("They took it a decade ago.", {"a decade ago": "2009"}),
    ("They took it this morning.", {"this morning": "2019-08-28"}),
    ("They took it on Christmas Day.", {"Christmas Day": "2018-12-25"}),
    ("They took it over the weekend.", {"over the weekend": "2019-08-24/2019-08-25"}),
    ("They took it in the early hours of Thursday.", {"in the early hours of Thursday": "2019-08-22"}),
    ("It went off around 3:40 a.m. Thursday.", {"around 3:40 a.m. Thursday": "2019-08-22"}),
    ("The rebels may attack the town.", {}),
    ("May they march on the capital.", {}),
    ("They may march 5 miles in the second wave.", {}),
    ("Theresa May said the 9/11 attacks changed it.", {}),
    ("A 45-year-old man in his 30s died.", {}),
    ("They fought after 20 years of peace.", {"20 years": None}),
    ("March 23 Movement fighters attacked Goma on Tuesday.", {"Tuesday": "2019-08-27"}),
    (
        "The group met last Thursday, and the following day it attacked.",
        {"last Thursday": "2019-08-22", "the following day": "2019-08-23"},
    ),
    ("Troops entered on 3 May. Two days later they left.", {"3 May": "2019-05-03", "Two days later": "2019-05-05"}),
    ("Fighting broke out the previous day.", {"the previous day": "2019-08-27"}),
    ("The truce will start the next day.", {"the next day": "2019-08-29"}),
    ("The truce will start in two weeks.", {"in two weeks": "2019-09-09/2019-09-15"}),
    ("It was the first raid in two weeks.", {"in two weeks": None}),
    ("They plan to leave within 10 days.", {"within 10 days": "2019-08-28/2019-09-07"}),
    ("They took five villages within 48 hours.", {"within 48 hours": "2019-08-26/2019-08-28"}),
    ("They vowed to leave by Friday.", {"by Friday": "2019-08-28/2019-08-30"}),
    ("By Friday the rebels had taken the town.", {"By Friday": "None/2019-08-23"}),
    ("The siege lasted until Sunday.", {"until Sunday": "None/2019-08-25"}),
    ("Before Monday nobody had fled.", {"Before Monday": "None/2019-08-26"}),
    ("After Monday's attack they fled.", {"Monday": "2019-08-26"}),
    ("From 28 December to 3 January they fought.", {"From 28 December to 3 January": "2018-12-28/2019-01-03"}),
    ("They fought from March 3 to April 5, 2018.", {"from March 3 to April 5, 2018": "2018-03-03/2018-04-05"}),
    ("The war raged between 2011 and 2014.", {"between 2011 and 2014": "2011-01-01/2014-12-31"}),
    ("The war of the 1990s ended.", {"the 1990s": "1990-01-01/1999-12-31"}),
    ("The war began in the summer of 2014.", {"the summer of 2014": "2014"}),
    (
        "The war began in early 2014, in late May, in mid-2009 and at the end of 2010.",
        {"early 2014": "2014", "late May": "2019-05", "mid-2009": "2009", "the end of 2010": "2010"},
    ),
    ("It was built mid-2009.", {"mid-2009": "2009"}),
    ("At the end of last year he fled.", {"the end of last year": "2018"}),
    ("Thursday last week he fled.", {"Thursday last week": "2019-08-22"}),
    ("In August last year he fled.", {"August last year": "2018-08"}),
    ("He fled in the last month of the war.", {}),
    (
        "A few days ago he fled, and several weeks earlier she did.",
        {"A few days ago": None, "several weeks earlier": None},
    ),
    ("The 2,014 soldiers and 2015 civilians left on 29 February.", {"29 February": "2016-02-29"}),
    ("He fled on 31 February 2018.", {"31 February 2018": None}),
    ("On Tuesday, 5 May 2015, he fled.", {"Tuesday, 5 May 2015": "2015-05-05"}),
    ("Every Friday they march; one Sunday they fired.", {}),
    ("On Bloody Sunday the May 15 Brigade marched down July 14 Street.", {}),
    ("Hamas fighters who took part in the October 7 attacks.", {"October 7": None}),
    ("After the October 7, 2023 attacks.", {"October 7, 2023": "2023-10-07"}),
    ("More than 12 days ago he fled.", {"More than 12 days ago": None}),
    ("The next two weeks will decide it.", {"The next two weeks": "2019-08-28/2019-09-11"}),
    (
        "The day before yesterday shells fell, at dawn.",
        {"The day before yesterday": "2019-08-26", "at dawn": "2019-08-26"},
    ),
    ("They fought on Thursday and early Friday.", {"Thursday and early Friday": "2019-08-22/2019-08-23"}),
    ("They fought on Saturday and again on Sunday.", {"Saturday and again on Sunday": "2019-08-24/2019-08-25"}),
    ("They fought on Friday, Saturday and Sunday.", {"Friday, Saturday and Sunday": "2019-08-23/2019-08-25"}),
    ("They fought yesterday and today.", {"yesterday and today": "2019-08-27/2019-08-28"}),
    ("They fought in June and July.", {"June and July": "2019-06-01/2019-07-31"}),
    ("They fought on Aug. 3 and 4 in Darna.", {"Aug. 3 and 4": "2019-08-03/2019-08-04"}),
    ("They fled on Sunday, and Monday's raid failed.", {"Sunday": "2019-08-25", "Monday": "2019-08-26"}),
    ("In mid-July he fled, and in late-June she did.", {"mid-July": "2019-07", "late-June": "2019-06"}),
    ("In the first half of 2018 he fled.", {"the first half of 2018": "2018"}),
    ("TRIPOLI, Libya, Aug. 27 (LNA) -- He fled on Monday.", {"Monday": "2019-08-26"}),
    ("Tripoli, 27 August: He fled on Monday.", {"Monday": "2019-08-26"}),
    ("On Monday – a holiday – he fled.", {"Monday": "2019-08-26"}),
    (
        "He fled on Monday. Earlier in the day shells fell.",
        {"Monday": "2019-08-26", "Earlier in the day": "2019-08-26"},
    ),
    ("He fled on Monday. Hours later shells fell.", {"Monday": "2019-08-26", "Hours later": "2019-08-26"}),
    ("Hours later shells fell.", {"Hours later": None}),
    ("A day after she fled, he left on Monday.", {"A day after": "2019-08-25", "Monday": "2019-08-26"}),
    ("A day after she fled on Sunday, he left.", {"A day after": "2019-08-27", "Sunday": "2019-08-25"}),
    (
        "They stood there since 2014 and left on Monday.",
        {"since 2014": "2014-01-01/2019-08-28", "Monday": "2019-08-26"},
    ),
    ("Tuesday's overnight raid failed.", {"Tuesday's overnight": "2019-08-27"}),
    ("On the night of May 5 shells fell.", {"On the night of May 5": "2019-05-05"}),
    (
        "Shells fell at 15:40 on Monday and again at 3 a.m.",
        {"at 15:40 on Monday": "2019-08-26", "at 3 a.m.": "2019-08-26"},
    ),
    (
        "Since 2014 and since last month they held it.",
        {"Since 2014": "2014-01-01/2019-08-28", "since last month": "2019-07-01/2019-08-28"},
    ),
    (
        "Since the truce of 19 January, they had fired 26 shells.",
        {"Since the truce of 19 January": "2019-01-19/2019-08-28", "19 January": "2019-01-19"},
    ),
    (
        "Over the next few days and in recent weeks they fired.",
        {"Over the next few days": None, "in recent weeks": None},
    ),
    (
        "This week they fired, and later this month they may return.",
        {"This week": "2019-08-26/2019-09-01", "later this month": "2019-08"},
    ),
    ("They fled 2019-08-20.", {"2019-08-20": "2019-08-20"}),
    ("They fled 3000 years ago.", {"3000 years ago": None}),
    ("A second battalion fired for 30 seconds at the 5th Brigade on the 5th floor.", {}),
    ("They will meet on Monday in May.", {"Monday": "2019-09-02", "May": "2020-05"}),
    ("They met on Christmas Day 2014.", {"Christmas Day 2014": "2014-12-25"}),
    ("They left last August and will be back next August.", {"last August": "2018-08", "next August": "2020-08"}),
    ("They want to be back this March.", {"this March": "2019-03"}),
    (
        "They met last Thursday. The following Friday they left.",
        {"last Thursday": "2019-08-22", "The following Friday": "2019-08-23"},
    ),
    (
        "The following Friday they left, and the same day they came back.",
        {"The following Friday": None, "the same day": None},
    ),
    ("They will leave within about two to three weeks.", {"within about two to three weeks": "2019-09-11/2019-09-18"}),
    ("They will leave in two to three weeks.", {"in two to three weeks": "2019-09-11/2019-09-18"}),
    ("About ten days ago they left.", {"About ten days ago": None}),
    ("They will stay for two weeks.", {"for two weeks": "2019-08-28/2019-09-11"}),
    ("They are due to leave on Friday.", {"Friday": "2019-08-30"}),
    ("If they attack on Friday, he will resign.", {"Friday": "2019-08-30"}),
    ("He opened the Christmas market in the town.", {}),
    ("They fled within two to three days.", {"within two to three days": None}),
    ("Shells on Monday.", {"Monday": "2019-08-26"}),
    (
        "They have fought since war broke out in May 2014.",
        {"since war broke out in May 2014": "2014-05-01/2019-08-28", "May 2014": "2014-05"},
    ),
]

SEEN_FROM_OTHER_DAYS = [
    ("2019-02-28", "They seized the base in March.", {"March": "2018-03"}),
    ("2019-04-28", "The base fell on May 15.", {"May 15": "2018-05-15"}),
    ("2019-08-03", "The base fell on the 5th, he said.", {"the 5th": "2019-07-05"}),
    ("2025-04-07", "Hundreds were killed since March 6.", {"since March 6": "2025-03-06/2025-04-07"}),
    ("2025-04-02", "The truce is expected to last until April 22.", {"until April 22": "2025-04-02/2025-04-22"}),
    ("2019-12-28", "They took it on December 2-3.", {"December 2-3": "2019-12-02/2019-12-03"}),
    ("2019-01-01", "They fled on New Year's Eve.", {"New Year's Eve": "2018-12-31"}),
    (
        "2019-08-31",
        "They fled over the weekend and last weekend.",
        {"over the weekend": "2019-08-31/2019-09-01", "last weekend": "2019-08-24/2019-08-25"},
    ),
]

WITHOUT_PUBLICATION = [
    (
        "Forces attacked the town two days ago and left on 5 May 2019.",
        {"two days ago": None, "5 May 2019": "2019-05-05"},
    ),
    ("Forces attacked the town on May 5, in 2014 and on Tuesday.", {"May 5": None, "2014": "2014", "Tuesday": None}),
    ("From 3 May to 5 June 2019 they fought.", {"From 3 May to 5 June 2019": "2019-05-03/2019-06-05"}),
    ("Since 2014 they have fought, until Friday.", {"Since 2014": "2014-01-01/None", "until Friday": None}),
]


def shown(time: Time) -> str | None:
    """The value, with "None" for an end that is not known."""
    return f"{time.earliest}/{time.latest}" if time.precision is TimePrecision.INTERVAL else time.value


def found(text: str, published: str | None) -> dict[str, str | None]:
    day = date.fromisoformat(published) if published else None
    return {mention.time.text: shown(mention.time) for mention in find_times(read_words(parse(text)), day)}


@pytest.mark.parametrize(("text", "times"), SEEN_FROM_A_WEDNESDAY)
def test_resolves_against_the_publication(text: str, times: dict[str, str | None]) -> None:
    assert found(text, WEDNESDAY) == times


@pytest.mark.parametrize(("published", "text", "times"), SEEN_FROM_OTHER_DAYS)
def test_resolves_against_other_days(published: str, text: str, times: dict[str, str | None]) -> None:
    assert found(text, published) == times


@pytest.mark.parametrize(("text", "times"), WITHOUT_PUBLICATION)
def test_without_publication_only_full_dates_have_a_value(text: str, times: dict[str, str | None]) -> None:
    assert found(text, None) == times


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("They left two days ago.", TimePrecision.DAY),
        ("They left about two months ago.", TimePrecision.MONTH),
        ("They left three weeks ago.", TimePrecision.INTERVAL),
        ("They left five years ago.", TimePrecision.YEAR),
        ("They left years ago.", None),
    ],
)
def test_a_time_is_known_as_finely_as_its_unit(text: str, precision: TimePrecision | None) -> None:
    (mention,) = find_times(read_words(parse(text)), date.fromisoformat(WEDNESDAY))
    assert mention.time.precision is precision


def test_offsets_are_tokens() -> None:
    doc = read_words(parse("Troops of the GNA left Gharyan two days ago, at night."))
    (mention,) = find_times(doc, date.fromisoformat(WEDNESDAY))
    assert (mention.start, mention.end) == (6, 12)
    assert doc.span(mention.start, mention.end).text == mention.time.text == "two days ago, at night"


@pytest.mark.parametrize("key", ["months", "weekdays", "day_words", "holidays"])
def test_the_hints_find_every_name_of_a_day_or_month(key: str) -> None:
    missed = [name for name in times_words(key) if name not in {name[e.start : e.end] for e in find_expressions(name)}]
    assert not missed


@cache
def parse_once(text: str) -> Doc:
    return read_words(parse(text))


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_the_past_is_never_after_the_publication(published: date) -> None:
    text = "They fled on Tuesday, in March, on May 5, last week, two months ago and on the 5th."
    times = [mention.time for mention in find_times(parse_once(text), published)]
    assert len(times) == 6
    assert all(time.earliest is not None and time.earliest <= published for time in times)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_the_future_is_never_before_the_publication(published: date) -> None:
    text = "They will flee on Tuesday, in March, on May 5 and next week."
    times = [mention.time for mention in find_times(parse_once(text), published)]
    assert len(times) == 4
    assert all(time.latest is not None and time.latest >= published for time in times)


TIMES_OF_EVENTS = [
    # text, trigger, its time
    ("Forces attacked Gharyan on Monday.", "attacked", "Monday"),
    ("Forces launched an attack on Gharyan on Monday.", "attack", "Monday"),
    ("On Monday, rebels attacked Gharyan and killed ten soldiers.", "killed", "Monday"),
    ("Rebels attacked Gharyan and killed ten soldiers on Monday.", "attacked", "Monday"),
    ("Rebels shelled Gharyan on Monday, killing ten soldiers.", "killing", "Monday"),
    ("Ten soldiers were killed in an attack on Monday.", "killed", "Monday"),
    ("Monday's attack on Gharyan killed ten soldiers.", "killed", "Monday"),
    ("An overnight raid on Gharyan killed ten soldiers.", "raid", "overnight"),
    ("Rebels tried to retake Gharyan last week.", "retake", "last week"),
    ("The raid, which began on Sunday, killed ten soldiers.", "raid", "Sunday"),
    ("The minister said on Tuesday that rebels had attacked Gharyan.", "attacked", None),
    ("The minister said on Tuesday that rebels had attacked Gharyan on Monday.", "attacked", "Monday"),
    ("The minister said on Tuesday that rebels had attacked Gharyan on Monday.", "said", "Tuesday"),
    ("On Tuesday the minister condemned the attack.", "attack", None),
    ("Troops left Gharyan on Friday after rebels attacked it.", "attacked", None),
    ("Troops left Gharyan after rebels attacked it on Friday.", "left", None),
    ("Rebels attacked the town which troops had seized in 2014.", "attacked", None),
    ("Rebels broke the 2014 truce.", "broke", None),
    ("Rebels attacked Gharyan for the first time since 2014.", "attacked", None),
    (
        "Rebels have attacked Gharyan ten times since the truce on 19 January.",
        "attacked",
        "since the truce on 19 January",
    ),
    ("Rebels have attacked Gharyan ten times since the truce on 19 January.", "truce", "19 January"),
    ("Rebels attacked Gharyan after two days, on Monday.", "attacked", "Monday"),
    ("Rebels attacked Gharyan. They left on Monday.", "attacked", None),
]


@pytest.mark.parametrize(("text", "word", "time"), TIMES_OF_EVENTS)
def test_picks_the_time_of_the_event(text: str, word: str, time: str | None) -> None:
    doc = read_words(parse(text))
    picked = time_of(find_times(doc, date.fromisoformat(WEDNESDAY)), next(token for token in doc if token.text == word))
    assert (picked.text if picked else None) == time


def test_no_times_give_no_time() -> None:
    doc = read_words(parse("Rebels attacked Gharyan."))
    assert time_of((), doc[1]) is None
    assert time_of((TimeMention(0, 1, Time("then")),), read_words(parse("They left. Rebels attacked."))[4]) is None
