"""Sets of entities that are one, some of which must stay apart."""

from collections import defaultdict
from collections.abc import Iterable


class Clusters:
    """Disjoint sets that grow by joining, except where two of them were set apart.

    Union by size with path compression (Tarjan 1975), and for each set the sets it must never join. The smallest id
    of a set stands for it, whatever the order of joining.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {each: each for each in ids}
        self._size = dict.fromkeys(self._parent, 1)
        self._first = dict(zip(self._parent, self._parent, strict=True))
        self._apart: defaultdict[str, set[str]] = defaultdict(set)

    def __contains__(self, one: str) -> bool:
        return one in self._parent

    def of(self, one: str) -> str:
        """The id that stands for the set of an entity."""
        return self._first[self._root(one)]

    def may_join(self, left: str, right: str) -> bool:
        """Whether nothing keeps the sets of the two apart."""
        return self._root(right) not in self._apart[self._root(left)]

    def join(self, left: str, right: str) -> bool:
        """Join the sets of the two; True unless they are one already or must stay apart."""
        kept, gone = sorted(
            (self._root(left), self._root(right)), key=lambda root: (self._size[root], root), reverse=True
        )
        if kept == gone or gone in self._apart[kept]:
            return False
        self._parent[gone] = kept
        self._size[kept] += self._size[gone]
        self._first[kept] = min(self._first[kept], self._first[gone])
        for other in self._apart.pop(gone, ()):
            self._apart[other].discard(gone)
            self.keep_apart(kept, other)
        return True

    def keep_apart(self, left: str, right: str) -> None:
        """Keep the sets of the two from ever being joined."""
        left, right = self._root(left), self._root(right)
        self._apart[left].add(right)
        self._apart[right].add(left)

    def members(self) -> dict[str, list[str]]:
        """The sets, each sorted, by the ids that stand for them."""
        sets: defaultdict[str, list[str]] = defaultdict(list)
        for one in sorted(self._parent):
            sets[self.of(one)].append(one)
        return dict(sets)

    def _root(self, one: str) -> str:
        root = one
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[one] != root:
            self._parent[one], one = root, self._parent[one]
        return root
