"""Lexemes -> a tree. Whatever is typed gives a tree; what could not be understood is told, with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from aipolicy_index.language.matching import fold
from aipolicy_index.model import Diagnostic, FactKind, Span
from aipolicy_index.query.lexer import Kind, Lexeme, lexemes
from aipolicy_index.query.names import (
    field_names,
    kind_names,
    nearest_field,
    nearest_kind,
)
from aipolicy_index.query.nodes import (
    And,
    FactNear,
    Field,
    Form,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Tagged,
    Word,
)
from aipolicy_index.query.relaxing import relaxed
from aipolicy_index.query.restrictions import restriction
from aipolicy_index.query.stop_words import is_question, with_optional_stop_words

_LONGEST = 2000
_MOST = 200
"""Lexemes that are looked at."""
_DEEPEST = 40
_LEAST_ASKED = 3
"""Words of a question of which some may be missing; of two, one says too little."""
_MOST_TOLD = 20
_MARKS = ".,;:!?…·|&#\\/[]{}<>=^`+-–—_ \u00a0\u202f"
"""What may stand around a word and is none of it. A backslash before it keeps it from meaning anything else."""
_ENDS = "*~"
_BEHIND_TAG = ",;…"
_SLIP = re.compile(r"~[12]?$")
_AND, _OR, _NOT = ("ET", "AND", "&&"), ("OU", "OR", "||"), ("SAUF", "NOT")
_TEXT_FIELDS = frozenset(Field)


def parse(text: str, *, today: date | None = None, typing: bool = False, language: str = "fr") -> Query:
    """The tree that `text` means. With `typing`, the word that ends right at the end may be the beginning of one.

    `language`: that of the names in what is told about the query.
    """
    typed = text[:_LONGEST]
    found = lexemes(typed)
    parser = _Parser(typed, found[:_MOST], today or date.today(), typing, language)
    if len(text) > _LONGEST or len(found) > _MOST:
        parser.tell("query.too_long", Span(found[_MOST].span.start if len(found) > _MOST else _LONGEST, len(text)))
    question = is_question(typed, found)
    root = with_optional_stop_words(parser.everything(), found, question=question)
    long_enough = len(relaxed(root)[0]) >= _LEAST_ASKED
    return Query(text, root, tuple(parser.diagnostics), typing, question and long_enough)


@dataclass
class _Parser:
    typed: str
    rest: list[Lexeme]
    today: date
    typing: bool
    language: str
    diagnostics: list[Diagnostic] = field(default_factory=list)
    at: int = 0
    depth: int = 0

    def tell(self, code: str, span: Span, **given: str) -> None:
        if len(self.diagnostics) < _MOST_TOLD:
            self.diagnostics.append(Diagnostic(code, span, given))

    def ahead(self) -> Lexeme | None:
        return self.rest[self.at] if self.at < len(self.rest) else None

    def take(self) -> Lexeme:
        self.at += 1
        return self.rest[self.at - 1]

    def operator(self, *names: str) -> Lexeme | None:
        lexeme = self.ahead()
        return self.take() if lexeme and lexeme.kind is Kind.OPERATOR and lexeme.text in names else None

    def everything(self) -> Node | None:
        found = []
        while self.ahead():
            if (node := self.either(Field.TEXT)) is not None:
                found.append(node)
            if (stray := self.ahead()) and stray.kind is Kind.CLOSE:
                self.tell("query.unexpected_parenthesis", self.take().span)
        return _all(found)

    def either(self, where: Field) -> Node | None:
        found = [self.together(where)]
        while operator := self.operator(*_OR):
            following = self.together(where)
            if following is None or found[-1] is None:
                self.tell("query.dangling_operator", operator.span, operator=operator.text)
            found.append(following)
        return _any([node for node in found if node is not None])

    def together(self, where: Field) -> Node | None:
        found: list[Node] = []
        while (lexeme := self.ahead()) and lexeme.kind is not Kind.CLOSE:
            if lexeme.kind is Kind.OPERATOR and lexeme.text in _OR:
                break
            if operator := self.operator(*_AND):
                following = self.ahead()
                if not found or following is None or following.kind is Kind.CLOSE:
                    self.tell("query.dangling_operator", operator.span, operator=operator.text)
                continue
            if (node := self.signed(where)) is not None:
                found.append(node)
        return _all(found)

    def signed(self, where: Field) -> Node | None:
        lexeme = self.ahead()
        if lexeme and (lexeme.kind is Kind.MINUS or (lexeme.kind is Kind.OPERATOR and lexeme.text in _NOT)):
            operator = self.take()
            following = self.ahead()
            if following is None or following.kind is Kind.CLOSE:
                self.tell("query.dangling_operator", operator.span, operator=operator.text)
                return None
            node = self.deeper(lambda: self.signed(where))
            return Not(node) if node is not None else None
        return self.near(where)

    def near(self, where: Field) -> Node | None:
        left = self.atom(where)
        while (lexeme := self.ahead()) and lexeme.kind is Kind.OPERATOR and lexeme.text.startswith("NEAR"):
            operator = self.take()
            right = self.atom(where) if self.ahead() else None
            if left is None or right is None:
                self.tell("query.dangling_operator", operator.span, operator=operator.text)
                left = left if left is not None else right
                continue
            left = Near(left, right, int(operator.text.partition("/")[2] or 8))
        return left

    def atom(self, where: Field) -> Node | None:
        lexeme = self.ahead()
        if lexeme is None or lexeme.kind is Kind.CLOSE:
            return None
        match lexeme.kind:
            case Kind.OPEN:
                return self.group(where)
            case Kind.FIELD:
                return self.restricted(self.take(), where)
            case Kind.EXACT:
                return self.exact(where)
            case Kind.PHRASE:
                return self.phrase(self.take(), where)
            case Kind.OPERATOR if lexeme.text.startswith("NEAR"):
                return None
            case Kind.WORD:
                return self.word(self.take(), where)
            case _:
                self.tell("query.dangling_operator", lexeme.span, operator=self.take().text)
                return None

    def deeper(self, read: Callable[[], Node | None]) -> Node | None:
        """What `read` gives, or nothing where the query is nested too deeply to go on."""
        if self.depth >= _DEEPEST:
            if (lexeme := self.ahead()) and not any(note.code == "query.too_deep" for note in self.diagnostics):
                self.tell("query.too_deep", lexeme.span)
            return None
        self.depth += 1
        node = read()
        self.depth -= 1
        return node

    def group(self, where: Field) -> Node | None:
        opening = self.take()
        node = self.deeper(lambda: self.either(where))
        closing = self.ahead()
        if closing and closing.kind is Kind.CLOSE:
            self.take()
        else:
            self.tell("query.open_parenthesis", opening.span)
        return node

    def exact(self, where: Field) -> Node | None:
        sign = self.take()
        while (following := self.ahead()) and following.kind is Kind.EXACT:
            self.take()
        node = self.atom(where)
        match node:
            case Word():
                return node._replace(form=Form.EXACT)
            case Phrase():
                return node._replace(exact=True)
            case Tagged():
                return node
        self.tell("query.dangling_operator", sign.span, operator="=")
        return node

    def phrase(self, lexeme: Lexeme, where: Field) -> Node | None:
        if not lexeme.closed:
            self.tell("query.open_quote", Span(lexeme.span.start, lexeme.span.start + 1))
        if where is Field.TAG:
            return self.tagged(lexeme)
        if not any(char.isalnum() for char in lexeme.text):
            return None
        partial = self.typing and not lexeme.closed and lexeme.text[-1:].isalnum()
        return Phrase(lexeme.text.strip(), lexeme.span, where, distance=lexeme.distance, partial=partial)

    def word(self, lexeme: Lexeme, where: Field) -> Node | None:
        if where is Field.TAG:
            return self.tagged(lexeme)
        text = lexeme.text.rstrip(_MARKS)
        if text.startswith("@") and (kind := kind_names().get(fold(text[1:].rstrip(_ENDS)))):
            return FactNear(FactKind(kind.target), lexeme.span)
        if text.startswith("@"):
            self.tell("query.unknown_kind", lexeme.span, kind=text[1:], near=nearest_kind(text, self.language) or "")
            text = text.lstrip("@")
        form = Form.ANY
        if self.typing and lexeme.span.end == len(self.typed) and text[-1:].isalnum():
            form = Form.PARTIAL
        if "*" in text:
            before, _, behind = text.partition("*")
            if behind:
                self.tell("query.wildcard_inside", lexeme.span, word=lexeme.text)
            text, form = (before, Form.PREFIX) if before.strip(_MARKS) else (behind.replace("*", ""), Form.ANY)
        while slip := _SLIP.search(text := text.rstrip(_MARKS)):
            text, form = text[: slip.start()], form if form is Form.PREFIX else Form.FUZZY
        text = text.strip(_MARKS + _ENDS)
        if not any(char.isalnum() or char in "%€$£" for char in text):
            return None
        return Word(text, lexeme.span, where, form)

    def restricted(self, lexeme: Lexeme, where: Field) -> Node | None:
        name = field_names().get(fold(lexeme.text))
        if name is None:
            return self.unknown_field(lexeme, where)
        following = self.ahead()
        if following is None or following.kind in (Kind.CLOSE, Kind.OPERATOR):
            self.tell("query.empty_field", lexeme.span, field=lexeme.text)
            return None
        if name.target in _TEXT_FIELDS:
            return self.deeper(lambda: self.atom(Field(name.target)))
        return self.valued(name.target, lexeme)

    def unknown_field(self, lexeme: Lexeme, where: Field) -> Node | None:
        following = self.ahead()
        glued = following is not None and following.span.start == lexeme.span.end
        if glued:
            near = nearest_field(lexeme.text, self.language) or ""
            self.tell("query.unknown_field", lexeme.span, field=lexeme.text, near=near)
        name = Span(lexeme.span.start, lexeme.span.end - 1)
        return self.word(Lexeme(Kind.WORD, lexeme.text, name), where)

    def tagged(self, lexeme: Lexeme) -> Tagged | None:
        """A tag: one word, or several in quotes."""
        form, text = Form.ANY, lexeme.text.strip()
        unfinished = lexeme.kind is Kind.WORD or not lexeme.closed
        if self.typing and unfinished and lexeme.span.end == len(self.typed):
            form = Form.PARTIAL
        if lexeme.kind is Kind.WORD:
            text = text.rstrip(_BEHIND_TAG)
            form = Form.PREFIX if text.endswith("*") else form
            text = text.rstrip("*")
        return Tagged(text, lexeme.span, form) if text or form is Form.PREFIX else None

    def valued(self, target: str, name: Lexeme) -> Node | None:
        lexeme = self.ahead()
        exact = lexeme and lexeme.kind is Kind.EXACT
        if exact:
            self.take()
            lexeme = self.ahead()
        if lexeme is None or lexeme.kind not in (Kind.WORD, Kind.PHRASE):
            self.tell("query.empty_field", name.span, field=name.text)
            return None
        self.take()
        text, end = lexeme.text.strip(), lexeme.span.end
        while (longer := self.continued(target, text)) is not None:
            text, end = longer, self.take().span.end
        node = restriction(target, text, Span(name.span.start, end), self.today)
        if node is None:
            self.tell(f"query.bad_{target}", lexeme.span, value=lexeme.text)
        return node

    def continued(self, target: str, text: str) -> str | None:
        """A value with the word behind it, where that makes a longer value: `10 millions`, `17 juin 2025`."""
        following = self.ahead()
        if target in ("language", "state") or following is None or following.kind is not Kind.WORD:
            return None
        longer, nowhere = f"{text} {following.text}", Span(0, 0)
        if restriction(target, longer, nowhere, self.today) is not None:
            return longer
        beyond = self.rest[self.at + 1 : self.at + 2]
        longest = f"{longer} {beyond[0].text}" if beyond and beyond[0].kind is Kind.WORD else ""
        return longer if longest and restriction(target, longest, nowhere, self.today) is not None else None


def _all(found: list[Node]) -> Node | None:
    if len(found) > 1:
        return And(tuple(found))
    return found[0] if found else None


def _any(found: list[Node]) -> Node | None:
    if len(found) > 1:
        return Or(tuple(found))
    return found[0] if found else None
