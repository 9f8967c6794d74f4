"""Sets that grow by joining and respect what keeps them apart."""

from kg.identity.clusters import Clusters


def test_joined_sets_are_known_by_their_smallest_member():
    clusters = Clusters("abcd")
    assert clusters.join("d", "c")
    assert clusters.join("c", "b")
    assert not clusters.join("b", "d")
    assert [clusters.of(one) for one in "abcd"] == ["a", "b", "b", "b"]
    assert clusters.members() == {"a": ["a"], "b": ["b", "c", "d"]}


def test_what_is_apart_stays_apart_through_others():
    clusters = Clusters("abcd")
    clusters.keep_apart("a", "d")
    assert clusters.join("a", "b")
    assert clusters.join("d", "c")
    assert not clusters.may_join("b", "c")
    assert not clusters.join("b", "c")
    assert clusters.members() == {"a": ["a", "b"], "c": ["c", "d"]}


def test_sets_inherit_what_they_are_apart_from():
    clusters = Clusters("abcde")
    clusters.keep_apart("a", "e")
    for one in "bcd":
        clusters.join(one, "a" if one == "d" else "b")
    assert clusters.join("a", "b")
    assert not clusters.join("c", "e")
    assert "e" in clusters
    assert "z" not in clusters


def test_deep_sets_are_found():
    clusters = Clusters("abcdefgh")
    for pair in ("ab", "cd", "ef", "gh", "bd", "fh", "dh"):
        assert clusters.join(*pair)
    assert {clusters.of(one) for one in "abcdefgh"} == {"a"}
    assert not clusters.join("a", "e")
