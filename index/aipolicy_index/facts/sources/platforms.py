"""Networks on which somebody says something: « a-t-il écrit sur LinkedIn », “in a post on X”, « sur son blog »."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import QUOTED, Sentence
from aipolicy_index.facts.sources.credits import Credit, readable
from aipolicy_index.facts.sources.cues import known_words
from aipolicy_index.facts.sources.frames import says
from aipolicy_index.facts.sources.press import Stretch, name_at, names

_ON = {"fr": frozenset(("sur", "via")), "en": frozenset(("on", "via"))}
_PLACED = {"fr": _ON["fr"], "en": _ON["en"] | {"to"}}
"""The words without which no sentence says something there."""
_OWNER = {"fr": frozenset(("son", "sa", "ses", "leur")), "en": frozenset(("his", "her", "its", "their", "'s"))}
_BY = {"fr": "par", "en": "by"}
_INTO = frozenset(("dans", "in", "par", "via", "lors", "pendant", "during"))
POSTED_REACH = 8
"""Within how many words before a platform the post itself is named: « dans un long message publié lundi sur X »."""
_WRITING = {"fr": frozenset(("écrire", "publier", "poster", "tweeter")), "en": frozenset(("write", "post", "tweet"))}
_SPREADING = {"fr": frozenset(("partager", "diffuser", "circuler", "relayer")), "en": frozenset(("share", "circulate"))}


def of_platforms(discourse: Discourse) -> Iterator[Credit]:
    """The platforms where somebody is quoted from, in the author's own sentences."""
    listed = names("platform")
    for sentence in readable(discourse):
        own = known_words("own", sentence.language)
        placed = _PLACED[sentence.language] | _INTO
        if sentence.voice is not None or placed.isdisjoint(sentence.lower):
            continue
        for index in range(1, len(sentence.words)):
            if sentence.lower[index] not in listed and sentence.lower[index] not in own:
                continue
            stretch = name_at(sentence, index, "platform") or _own(sentence, index)
            if (stretch and _is_post(sentence, stretch)) or (
                stretch and (start := _on(sentence, index)) is not None and _says_there(sentence, start)
            ):
                span = sentence.cut(stretch.first, stretch.last)
                yield Credit(span, discourse.page.text[span.start : span.end], "platform")


def _is_post(sentence: Sentence, platform: Stretch) -> bool:
    """“in a LinkedIn post”, « dans un message Telegram »: what is said there goes by the platform's name."""
    posts = known_words("post", sentence.language)
    if sentence.language == "en":
        near = sentence.lower[platform.last + 1 : platform.last + 2]
        into = sentence.lower[max(0, platform.first - 3) : platform.first]
    else:
        near = sentence.lower[platform.first - 1 : platform.first]
        into = sentence.lower[max(0, platform.first - 4) : platform.first - 1]
    return bool(near) and near[0] in posts and any(word in _INTO for word in into)


def _own(sentence: Sentence, index: int) -> Stretch | None:
    """« son blog », “her newsletter”: somebody's own place."""
    own = known_words("own", sentence.language)
    owned = sentence.lower[index - 1] in _OWNER[sentence.language]
    return Stretch(index, index) if owned and sentence.lower[index] in own else None


def _on(sentence: Sentence, index: int) -> int | None:
    """The preposition before the platform, « son compte », “her official page” passed over; None without one."""
    language, at = sentence.language, index - 1
    small = words_of("determiners", language) | known_words("account", language) | {"réseau", "social", "plateforme"}
    small |= words_of("of", language) | {"officiel", "officielle", "official", "personal", "personnel", "personnelle"}
    small |= {"'s", "professionnel", "site", "the", "platform"}
    while at > 0 and (sentence.lower[at] in small and sentence.lower[at] not in _ON[language]):
        at -= 1
    posted = sentence.lower[at] == "to" and at > 0 and sentence.lower[at - 1] in known_words("posted", language)
    return at if posted or sentence.lower[at] in _ON[language] else None


def _says_there(sentence: Sentence, preposition: int) -> bool:
    """Whether a post is named right before, or a verb of saying governs the place."""
    language = sentence.language
    before = sentence.lower[max(0, preposition - POSTED_REACH) : preposition]
    post = any(word in known_words("post", language) for word in before)
    into = any(word in _INTO for word in before)
    if post and into:
        return True
    nearest = [group for group in sentence.groups if group.last < preposition][-1:] or sentence.groups[:1]
    passive = any(group.passive or group.lemma in _SPREADING[language] for group in nearest)
    saying = any(says(group, language) or group.lemma in _WRITING[language] for group in sentence.groups)
    if passive and not sentence.quotes:
        return False
    return (saying or QUOTED in sentence.lower) and _governs(sentence, preposition)


def _governs(sentence: Sentence, preposition: int) -> bool:
    """Whether the verb nearest before the place says something; none before it: whether any of the sentence does."""
    language = sentence.language
    nearest = [group for group in sentence.groups if group.last < preposition]
    if nearest:
        group = nearest[-1]
        if group.tense is Tense.PARTICIPLE:
            return False
        if (
            "," in sentence.lower[group.last + 1 : preposition]
            and QUOTED not in sentence.lower[group.last : preposition]
        ):
            return False
        return (says(group, language) or group.lemma in _WRITING[language]) and not (
            group.passive and _BY[language] not in sentence.lower
        )
    return preposition <= 2 or QUOTED in sentence.lower[:preposition]
