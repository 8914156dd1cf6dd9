import re
import time

import pytest

from drafter.errors import InputError
from drafter.templating.rendering import render_text
from drafter.templating.sandbox import one_line

DOUBLED = "".join("{% set x = EXPR %}" for _ in range(40))


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(999) %}{% for b in range(999) %}{% endfor %}{% endfor %}",
        "{% for a in x %}{% for b in x %}{% for c in x %}{% endfor %}{% endfor %}{% endfor %}",
        "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
        "{{ 'a' | center(100000) }}",
        "{{ 'a'.center(100000000) }}",
        "{{ '1'.zfill(100000000) }}",
        "{{ 'a'.ljust(100000000) }}",
        "{{ '{:99999999}'.format(1) }}",
        "{{ '%99999999d' % 1 }}",
        "{{ '%99999999d' | format(1) }}",
        "{{ x * 1000000 }}",
        "{{ [1] * 10000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ x.replace('', x) }}",
        "{{ x | replace('', x) | replace('', x) }}",
        "{{ range(1000) | join(x) }}",
        "{{ x.join(x) }}",
        "{{ range(9) | batch(100000000, 1) | list }}",
        "{{ range(9) | slice(100000000) | list }}",
        "{{ (1).to_bytes(1000000000, 'big') }}",
        DOUBLED.replace("EXPR", "x ~ x"),
        DOUBLED.replace("EXPR", "x + x"),
        DOUBLED.replace("EXPR", "[x, x]") + "{{ x }}",
        DOUBLED.replace("EXPR", "(x, x)") + "{{ x }}",
        DOUBLED.replace("EXPR", "{1: x, 2: x}") + "{{ x }}",
        "".join("{% set x %}{{ x }}{{ x }}{% endset %}" for _ in range(40)),
        "{% for a in [x] recursive %}{{ loop([a]) }}{% endfor %}",
    ],
)
def test_no_template_does_too_much(source: str) -> None:
    started = time.perf_counter()
    with pytest.raises(InputError, match=r"^t:7：.*（.*）$"):
        render_text(source, {"x": "字" * 1000}, "t:7")
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{% for a in x %}" * 21 + "{% endfor %}" * 21, "太多或太大"),
        ("{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}", "太多或太大"),
        ("{{ x | truncate(1) }}", "算不出结果"),
        ("{{ [1, 'a'] | sort }}", "算不出结果"),
        ("{{ x + 1 }}", "算不出结果"),
        ("{{ 'a'[1:2:0] }}", "算不出结果"),
        ("{{ x() }}", "算不出结果"),
        ("{{ 1 // 0 }}", "算不出结果"),
        ("{% include 'a' %}", "算不出结果"),
        ("{% extends 'a' %}", "算不出结果"),
        ("{{ x | random }}", "没有“random”这个过滤器"),
        ("{{ x is strange }}", "没有“strange”这个判断"),
        ("{% strange %}", "没有“strange”这种标记"),
        ("{% if x %}", "没有写完"),
        ("{{ x", "没有写完"),
        ("{{ x ? }}", "不能用“?”"),
        ("{{ x y }}", "标记不合规则"),
        ("{{ x.__class__ }}", "不能这样写"),
        ("{{ range(1.5) }}", "算不出结果"),
    ],
)
def test_a_fault_is_told_in_chinese(source: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        render_text(source, {"x": "字" * 9}, "t:7")
    told = str(caught.value)
    assert told.startswith("t:7：") and said in told
    assert not re.search(r"[a-z]{4,} [a-z]{2,}", told), "no English sentence"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ x | join('、') }}", "甲、乙"),
        ("{{ rows | join('、', attribute='name') }}", "丙、丁"),
        ("{{ rows | map(attribute='name') | join }}", "丙丁"),
        ("{{ x[0] ~ x[1] }}{{ x[0] + x[1] }}", "甲乙甲乙"),
        ("{% for a, b in rows[0].items() %}{{ a }}{{ b }}{% endfor %}", "name丙"),
        ("{% for a in x if a != '甲' %}{{ loop.index + 1 }}{{ a }}{% endfor %}", "2乙"),
        ("{{ 'a-b' | replace('-', '') }}{{ x | length * 2 }}", "ab4"),
        ("{{ {'a': [1, 2]}.a | sum }}", "3"),
        ("{% macro m(a) %}《{{ a }}》{% endmacro %}{{ m(x[0]) }}", "《甲》"),
        ("{{ x[0].startswith('甲') }}", "True"),
    ],
)
def test_what_templates_need_is_there(source: str, said: str) -> None:
    values = {"x": ["甲", "乙"], "rows": [{"name": "丙"}, {"name": "丁"}]}
    assert render_text(source, values, "t:1") == said


def test_every_rendering_has_its_own_allowance() -> None:
    source = "{% for a in range(900) %}{% for b in range(99) %}{% endfor %}{% endfor %}"
    for _ in range(5):
        assert render_text(source, {}, "t:1") == ""


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("甲 \n 乙", "甲乙"),
        ("see \r\n\n also", "see also"),
        ("第 1 条\u2028\x85 x", "第 1 条x"),
        ("  a  b  ", "a  b"),
        ("\n", ""),
    ],
)
def test_a_value_is_one_line(value: str, line: str) -> None:
    assert one_line(value) == line


@pytest.mark.parametrize("end", ["b", "\nb"])
def test_blanks_cost_no_time(end: str) -> None:
    started = time.perf_counter()
    one_line(("a" + " " * 40_000 + end) * 5)
    assert time.perf_counter() - started < 1
