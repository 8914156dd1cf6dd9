"""Faults in the way a command was called, said in Chinese."""

import click

from drafter.model.slots import nearest


def usage_fault(error: click.UsageError) -> str:
    """Return what is wrong with the call, and the way out."""
    command = error.ctx.command_path if error.ctx else "drafter"
    return f"{command}：{_said(error)}"


def _said(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有“{error.option_name}”这个选项（{_instead(error)}）"
        case click.MissingParameter():
            return f"缺少 {_name(error)}（用法见 --help）"
        case click.BadParameter():
            return f"{_name(error)} 的值不对（用法见 --help）"
        case click.BadOptionUsage():
            return f"选项“{error.option_name}”后面的值缺少或多余（用法见 --help）"
        case _:
            return "参数太多或写法不对（用法见 --help）"


def _name(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.human_readable_name if error.param else "参数"


def _instead(error: click.NoSuchOption) -> str:
    params = error.ctx.command.params if error.ctx else []
    known = [name for param in params for name in param.opts if name.startswith("--")]
    like = nearest(error.option_name, known)
    return f"是不是 {like}？" if like else "用法见 --help"
