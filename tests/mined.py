"""Two invented documents to mine, and the bank that comes of them."""

from pathlib import Path

from building import VOCABULARY

from drafter.cli.main import run
from drafter.model.phrase import Phrasebank
from drafter.storage.bank.phrasebank import load_bank

SPEECH = """\
在全州办公室主任会议上的讲话
（2022年3月5日）
同志们：
　　过去一年，全州党委办公室系统干部付出了辛勤劳动，为州委工作运转提供了坚强保障。在此，我代表州委向同志们表示衷心的感谢！毛泽东同志说过，“好好学习，天天向上”。我们也要清醒地看到，文件慢转的老毛病没有断根。下面，我讲三点意见。
　　一、坚持忠诚为先，做旗帜鲜明的政治表率
　　办公室工作要服务全州发展大局，要服务州委中心工作。
　　二、坚持参谋为要，做出谋划策的工作表率
　　要把文件办好，把会议开好，把群众服务好。2023年要办文3000件，要办会300场。
　　三、坚持廉洁为本，做守住底线的纪律表率
　　一是抓学习提能。人人都要过关。二是抓纪律提神。个个都要过硬。三是抓服务提质。样样都要过得去。
　　同志们，让我们以党的二十大精神为指引，不断开创全州党委办公室系统工作新局面！
"""
PLACES = """\
在湖州工作座谈会上的发言
　　加大协调力度，当好机关的“总枢纽”。湖州的心思要细，湖州的办法要活。
　　加大落实力度，当好机关的“督查员”。作风要硬，张三书记要求快，xx要求好。
　　加大服务力度，当好机关的“大管家”。打造“六个新湖州”品牌要快，要好。
　　我的发言到此结束，请各位同志指正。
"""


def write_sources(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "b.txt").write_bytes(PLACES.encode("gb18030"))
    return folder


def mined(folder: Path, *paths: Path) -> Phrasebank:
    assert run(["mine", *map(str, paths), "--into", str(folder)]) == 0
    return load_bank(folder, None, VOCABULARY.slots)
