"""YAML written for people: Chinese as it is, keys in their order, no folded lines."""

from typing import Any

import yaml

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Indented(_Dumper):  # type: ignore[misc]
    """Writes no anchors: a value said twice is written twice."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def to_yaml(value: object) -> bytes:
    """Return `value` (builtin mappings, lists, texts, numbers) as YAML."""
    text = yaml.dump(
        value, Dumper=_Indented, allow_unicode=True, sort_keys=False, width=1_000_000, indent=2
    )
    return text.encode()
