"""A dialog to take phrases from a list, and to do with them what else one may want."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from drafter.drafting.offers import Offer
from drafter.errors import DrafterError
from drafter.locations import shipped_phrasebank
from drafter.tui.deeds import Deed, Doer, Refusal
from drafter.tui.editing import run
from drafter.tui.keeping import Place, place, refusal, taking
from drafter.tui.screens.asked import Asked, Picked
from drafter.tui.screens.finding import FindScreen

_SHIPPED = (
    "{} 是随程序带的短语文件，升级会换掉，不要改它：要改的先按 Ctrl+T 收进个人短语库，再改那里的。"
    "再按一次 Ctrl+O 打开看"
)
_TOLD = 20
"""Characters of a phrase that are told of what was done with it."""


class PickScreen(FindScreen):
    """Takes phrases, keeps them, refuses them, opens their files."""

    HINT: ClassVar[str] = (
        "直接打字来找：几个字、拼音或首字母，空格隔开的都要有。\n"
        "Ctrl+G、Ctrl+L、Ctrl+N 按主题、年份、出处筛；Shift+Tab 换一个范围。\n"
        "Ctrl+T 收进个人短语库，Ctrl+R 以后不再出现，都可以用 Ctrl+Z 撤销。\n"
        "标着“整组”的句子是成组的：不再要就是整组不要；单列的一句只收这一句。"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "用它", key_display="回车", priority=True),
        Binding("tab", "mark", "多选", key_display="Tab", priority=True),
        Binding("ctrl+f", "edit", "改后用", key_display="^F"),
        Binding("ctrl+t", "keep", "收藏", key_display="^T"),
        Binding("ctrl+r", "reject", "不再要", key_display="^R"),
        Binding("ctrl+o", "open", "看原处", key_display="^O"),
        Binding("escape", "dismiss", "不选", key_display="Esc"),
        Binding("ctrl+z", "back(True)", "撤销", key_display="^Z", show=False, priority=True),
        Binding("ctrl+y", "back(False)", "重做", key_display="^Y", show=False, priority=True),
    ]

    def __init__(self, asked: Asked, doer: Doer) -> None:
        super().__init__(asked)
        self._doer = doer
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self._shipped: Place | None = None
        """The place in a shipped file that was told to be one."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to mark several only where several may be taken."""
        return action != "mark" or self.asked.several

    def action_mark(self) -> None:
        """Mark the row to take several."""
        self.listed.mark()
        self.listed.move(1)
        self.count()

    def action_take(self) -> None:
        """Take what is marked, else what is highlighted."""
        here = [] if self.listed.number is None else [self.listed.number]
        picked = [self.shelf.offers[number] for number in sorted(self.listed.marked) or here]
        if picked:
            self.dismiss(Picked(picked))

    def action_edit(self) -> None:
        """Take what is highlighted, to be edited at once."""
        if self.offer:
            self.dismiss(Picked([self.offer], edit=True))

    def on_pick_list_clicked(self) -> None:
        """Take what is clicked twice."""
        self.action_take()

    def action_keep(self) -> None:
        """Put what is highlighted into the user's own phrasebank."""

        def keep(offer: Offer) -> str:
            deed = taking(offer)
            self._do(deed)
            return f"已把{_whole(deed.size)}收进个人短语库 {deed.path}（Ctrl+Z 撤销）"

        self._try(keep)

    def action_reject(self) -> None:
        """Never offer what is highlighted again."""

        def refuse(offer: Offer) -> str:
            deed = refusal(self.shelf.alike(offer))
            self._do(deed)
            return f"{_whole(deed.size)}以后不再出现：{offer.text[:_TOLD]}（Ctrl+Z 撤销）"

        self._try(refuse)

    def action_open(self) -> None:
        """Open the phrase file at the highlighted phrase."""

        def open_place(offer: Offer) -> str:
            at = place(offer, self.asked.template)
            if at.path.is_relative_to(shipped_phrasebank()) and self._shipped != at:
                self._shipped = at
                return _SHIPPED.format(f"{at.path.name}:{at.line}")
            run(self.app, at.path, at.line)
            return f"{at.path}:{at.line}"

        self._try(open_place)

    def action_back(self, back: bool) -> None:
        """Take back the last thing done to a file from here, or do it again."""
        source, target = (self._done, self._undone) if back else (self._undone, self._done)
        try:
            turned = bool(source) and self._doer.turn(back)
        except DrafterError as error:
            self.say(str(error))
            return
        if turned:
            target.append(source.pop())
            self._refuse()
        self.say(("已撤销" if back else "已重做") if turned else "没有可以撤销或重做的了")

    def _do(self, deed: Deed) -> None:
        self._doer.do(deed)
        self._done.append(deed)
        self._undone.clear()
        self._refuse()

    def _refuse(self) -> None:
        """List nothing that has been refused here."""
        refusals = [each for each in self._done if isinstance(each, Refusal)]
        ids = (name for each in refusals for _, name in each.entries)
        self.refused = frozenset([*(each.text for each in refusals), *ids])
        self.search(stay=True)

    def _try(self, what: Callable[[Offer], str]) -> None:
        if self.offer is None:
            return
        try:
            said = what(self.offer)
        except DrafterError as error:
            said = str(error)
        self.say(said)


def _whole(size: int) -> str:
    """Return what a deed was done to: a sentence, or a whole set of some sentences."""
    return f"整组 {size} 句" if size > 1 else "这一句"
