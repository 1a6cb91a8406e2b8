"""The output stage: an application that sends only what changed on the screen.

Stock Textual sends every cell of every dirty region again, each piece with its whole style. Here one private hook of
Textual (pinned for that reason), `App._display`, is overridden: updates become cells, cells are compared with what
the terminal already shows, and only the difference is written. `output="stock"` keeps Textual's own way.

    class Reader(LeanOutput[None]):
        def __init__(self) -> None:
            super().__init__(output=settings.output)

    Reader().run(mouse=False)
"""

from __future__ import annotations

import os
import sys
import termios
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Region
from textual.widget import Widget

from . import first_frame
from .capabilities import erases_characters
from .cells import Row
from .charset import charset
from .painting import Canvas
from .wire import Wire

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.geometry import Size
    from textual.screen import Screen
    from textual.strip import Strip

Output = Literal["lean", "stock"]
"""How the screen is sent: only differences, or Textual's own way."""

WORTH_SYNCHRONISING = 256
"""Bytes from which a frame is wrapped in synchronised output (16 bytes), where the terminal has it."""

FRAME = 1 / 60
"""Seconds between frames while much changes: Textual's own."""

CATCH_UP = 1 / 30
"""Seconds after which a terminal that was behind is looked at again."""

AFTER_RESIZE = 0.05
"""Seconds after which a new size has been laid out and drawn, if it is a new one."""

ResultType = TypeVar("ResultType")


class LeanOutput(App[ResultType]):
    """An application that writes only the cells that changed. Base of the reader's application."""

    def __init__(self, *args: Any, output: Output = "lean", **options: Any) -> None:
        super().__init__(*args, **options)
        self.animation_level = "none"
        self.output = output
        self._canvas: Canvas | None = None
        self._wanted: dict[int, Row] = {}
        self._catching_up = False
        self._displayed = 0.0
        """When a frame was last drawn."""
        self._covers_first_frame = first_frame.current().showing

    def snapshot(self) -> str:
        """The screen as it is now, as text that makes an empty terminal show it; empty when nothing was drawn."""
        if self._canvas is None:
            return ""
        first_frame.note_size(self._canvas.width, self._canvas.height)
        return self._canvas.whole()

    def repaint(self) -> None:
        """Send the whole screen again: something else may have written to the terminal."""
        self._canvas = None
        self.screen.refresh()

    def action_repaint(self) -> None:
        """Send the whole screen again."""
        self.repaint()

    def on_resize(self) -> None:
        """A terminal that changed its size, be it there and back, may have moved or cut what it showed."""
        self._canvas = None
        self.set_timer(AFTER_RESIZE, self._mend, name="mend")

    def _mend(self) -> None:
        """Draw the screen again, unless the new layout has done so."""
        if self._canvas is None and self.screen_stack:
            self.screen.refresh()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not isinstance(renderable, LayoutUpdate | ChopsUpdate) or not self._paints():
            super()._display(screen, renderable)
            return
        self._displayed = monotonic()
        if not self._batch_count:
            self._note(renderable)
            self._write_difference()
        self.post_display_hook()

    def draw_now(self, *widgets: Widget) -> None:
        """Draw these, which nothing covers, at once if nothing but their looks changed. By way of their queues, the
        screen's queue, the frame clock and the compositor, which draws all widgets between them, a key would be
        answered two thirds later. Keys that come faster than frames wait."""
        screen, canvas = self.screen, self._canvas
        waiting = screen._layout_required or screen._scroll_required or bool(screen._dirty_widgets or self._batch_count)
        waiting = waiting or monotonic() - self._displayed < FRAME or any(each._scroll_required for each in widgets)
        if waiting or canvas is None or (canvas.width, canvas.height) != self.size or not self._paints():
            return
        places = screen._compositor.visible_widgets
        dirty = [each for each in widgets if each._repaint_required and each in places]
        if dirty and not any(each._layout_required for each in dirty):
            self._displayed = monotonic()
            for each in dirty:
                each._repaint_required = False
                self._note_changes(canvas, each, *places[each])
            self._write_difference()
            self.post_display_hook()

    def _paints(self) -> bool:
        """Whether this frame is ours to write: a real, full-screen terminal is there and nobody chose otherwise."""
        driver = self._driver
        alive = self._running and not self._closed and not self.is_headless
        return alive and self.output == "lean" and driver is not None and not driver.is_inline

    def _note(self, update: LayoutUpdate | ChopsUpdate) -> None:
        """Note what the screen should show; when nothing is known of the terminal, that is all of it."""
        size = self.size
        canvas = self._canvas
        if canvas is None or (canvas.width, canvas.height) != size:
            canvas = self._canvas = self._new_canvas(size)
            self._wanted.clear()
            if isinstance(update, ChopsUpdate):
                update = self._whole_screen()
        self._note_pieces(canvas, _pieces(update))

    def _note_changes(self, canvas: Canvas, widget: Widget, region: Region, clip: Region) -> None:
        """Note what a widget wants to show anew; it stands in a region of the screen, of which a part may be seen."""
        dirty = Region.from_union(list(widget._exchange_repaint_regions()))
        if seen := dirty.translate(region.offset).intersection(clip):
            strips = widget.render_lines(seen.translate(-region.offset))
            self._note_pieces(canvas, ((y, seen.x, strip) for y, strip in enumerate(strips, seen.y)))

    def _note_pieces(self, canvas: Canvas, pieces: Iterable[tuple[int, int, Strip]]) -> None:
        colors = None if self.no_color else self.console._color_system
        for y, x, strip in pieces:
            if 0 <= y < canvas.height:
                if y not in self._wanted:
                    self._wanted[y] = canvas.rows[y].copy()
                self._wanted[y].put(x, strip, colors)

    def _new_canvas(self, size: Size) -> Canvas:
        """What a terminal shows of which nothing is known; a first frame is drawn over, without a flash."""
        canvas = Canvas(size.width, size.height, _new_wire(size.width))
        if self._covers_first_frame:
            self._covers_first_frame = False
            canvas.wire.lost()
            canvas.forget()
        else:
            canvas.wire.clear()
        return canvas

    def _write_difference(self) -> None:
        """Write the difference, unless the terminal is behind: then only the last of several frames is written."""
        canvas = self._canvas
        if canvas is None or self._catching_up:
            return
        if getattr(self._driver, "behind", False):
            self._catching_up = True
            self.set_timer(CATCH_UP, self._caught_up, name="catch-up")
            return
        canvas.paint(self._wanted)
        self._wanted.clear()
        self._place_cursor(canvas.wire)
        self._write_frame(canvas.wire.take())

    def _caught_up(self) -> None:
        self._catching_up = False
        if self._paints():
            self._write_difference()

    def _whole_screen(self) -> LayoutUpdate:
        update = self.screen._compositor.render_update(full=True, screen_stack=self._background_screens)
        assert isinstance(update, LayoutUpdate)
        return update

    def _place_cursor(self, wire: Wire) -> None:
        """Keep the hidden cursor where input methods and screen readers look for it, once a widget has said so."""
        if self.cursor_position != (0, 0):
            wire.move(*self.screen.outer_size.clamp_offset(self.cursor_position))

    def _write_frame(self, frame: str) -> None:
        driver = self._driver
        if not frame or driver is None:
            return
        if len(frame) >= WORTH_SYNCHRONISING and self._sync_available:
            frame = f"{SYNC_START}{frame}{SYNC_END}"
        driver.write(frame)
        driver.flush()


def _pieces(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Row, column and content of everything in an update."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for piece in line:
                yield y, x, piece
                x += piece.cell_length
    else:
        for y, start, end in update.spans:
            for stop, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if strip is not None and x <= end and stop > start:
                    yield y, x, strip if stop <= end else strip.crop(0, end - x)


def _new_wire(width: int) -> Wire:
    """A wire for the terminal on standard error, which Textual draws on."""
    line_feed = "\n" if _feeds_return() else "\r\n"
    return Wire(width, line_feed=line_feed, erases=erases_characters(os.environ), charset=charset())


def _feeds_return() -> bool:
    """Whether the terminal's driver itself returns to the first column at a line feed (stty opost onlcr)."""
    if sys.__stderr__ is None:
        return False
    try:
        output_modes: int = termios.tcgetattr(sys.__stderr__.fileno())[1]
    except (termios.error, OSError, ValueError):
        return False
    return bool(output_modes & termios.OPOST and output_modes & termios.ONLCR)
