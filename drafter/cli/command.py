"""Commands that speak Chinese, and a group that loads a command only when it is called."""

import gc
from collections.abc import Mapping
from functools import cached_property
from importlib import import_module
from typing import Any

import click

from drafter.cli.streams import put
from drafter.errors import InputError
from drafter.model.slots import nearest
from drafter.storage.collector import collector_paused


class DrafterCommand(click.Command):
    """A command whose help is Chinese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = [piece.replace("[OPTIONS]", "[选项]") for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        records = [option.get_help_record(ctx) for option in options]
        with formatter.section("选项"):
            formatter.write_dl([record for record in records if record])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        return self._help if self.get_help_option_names(ctx) else None

    @cached_property
    def _help(self) -> click.Option:
        """Make the option once: click tells options apart by identity.

        That of click itself would look for translations of the help in the system first.
        """
        return click.Option(
            ["--help", "_help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            help="显示帮助。",
        )


def _show_help(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        put(f"{context.get_help()}\n".encode())
        context.exit()


class DrafterGroup(DrafterCommand, click.Group):
    """A group whose commands are named as `module:attribute`, with a line of help each."""

    def __init__(self, *, commands_at: Mapping[str, tuple[str, str]], **rest: Any) -> None:
        super().__init__(**rest, invoke_without_command=True, subcommand_metavar="[命令] [参数]...")
        self._commands_at = commands_at

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self._commands_at)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, its module loaded just now."""
        if cmd_name not in self._commands_at:
            return None
        module, _, attribute = self._commands_at[cmd_name][0].partition(":")
        with collector_paused():
            command = getattr(import_module(module), attribute)
            gc.freeze()  # what was loaded stays: no collection need look at it
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first argument names."""
        if args[0] not in self._commands_at and not args[0].startswith("-"):
            like = nearest(args[0], self.list_commands(ctx))
            remedy = f"是不是 {like}？" if like else f"可用的命令见 {ctx.command_path} --help"
            raise InputError(f"没有“{args[0]}”这个命令", where=ctx.command_path, remedy=remedy)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands without loading them."""
        with formatter.section("命令"):
            formatter.write_dl([(name, line) for name, (_, line) in self._commands_at.items()])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write options and commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)
