"""Kinds of phrases, by which phrase files are called."""

from drafter.locations import shipped_phrasebank
from drafter.model.slots import nearest


def named_kinds() -> tuple[str, ...]:
    """Return the kinds that there are, whether or not any file of them ships."""
    from drafter.storage.lexicon import load_lexicon  # only odd files have need of it

    return tuple(load_lexicon(shipped_phrasebank()).kinds)


def kind_remedy(said: str, name: str) -> str:
    """Return the way out where a file called `name` says that it is of the kind `said`."""
    known = named_kinds()
    if said in known:
        rename = f"请把文件改名为 {said}.yaml"
        return f"{rename}，或写 kind: {name}" if name in known else rename
    if name in known:
        return f"请写 kind: {name}"
    like = nearest(said, list(known))
    told = f"是不是 {like}？" if like else "可用的种类：" + "、".join(known)
    return f"{told}；文件名要与 kind 相同"
