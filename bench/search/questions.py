"""What is asked of every engine: the same words, chosen from the generated articles by how common they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from bench.search.corpus import SEED, Made, topics
from bench.search.kinds import Kind, Question

from aipolicy_index.language.matching import fold


@dataclass(frozen=True)
class Sample:
    """What questions are made of."""

    ranked: tuple[str, ...]
    """Folded words by falling number of articles."""
    sentences: tuple[tuple[str, ...], ...]
    people: tuple[str, ...]

    @classmethod
    def of(cls, articles: Iterable[Made]) -> Sample:
        """From some articles."""
        counts: Counter[str] = Counter()
        sentences, people = [], []
        for made in articles:
            words = [word for word in re.findall(r"\w+", fold(made.body)) if word.isascii()]
            counts.update(set(words))
            sentences.append(tuple(words[40:44]))
            people.extend(made.people)
        ranked = sorted((word for word in counts if len(word) > 3), key=lambda word: (-counts[word], word))
        return cls(tuple(ranked), tuple(sentences), tuple(people))


def questions(sample: Sample, each: int) -> list[Question]:
    """`each` questions of every kind, the same for the same sample."""
    random = np.random.default_rng(SEED)
    made: list[Question] = []
    for kind in Kind:
        made += [_question(kind, sample, random) for _ in range(each)]
    return made


def _question(kind: Kind, sample: Sample, random: np.random.Generator) -> Question:
    ranked = sample.ranked
    common = [ranked[at] for at in random.integers(0, 60, 3)]
    middling = [ranked[at] for at in random.integers(60, 600, 3)]
    rare = ranked[int(random.integers(len(ranked) // 2, len(ranked)))]
    match kind:
        case Kind.RARE:
            return Question(kind, (rare,))
        case Kind.AND:
            return Question(kind, (common[0], common[1], middling[0]))
        case Kind.OR:
            return Question(kind, (common[0], middling[0], middling[1]))
        case Kind.PHRASE:
            return Question(kind, _phrase(sample, random))
        case Kind.PREFIX_2 | Kind.PREFIX_3:
            word = middling[0]
            return Question(kind, (word[:2] if kind is Kind.PREFIX_2 else word[: int(random.integers(3, 6))],))
        case Kind.FUZZY:
            at = int(random.integers(1, len(middling[0]) - 1))
            return Question(kind, (middling[0][:at] + middling[0][at + 1 :],))
        case Kind.PERSON:
            return Question(kind, (common[0],), person=str(random.choice(np.array(sample.people))))
        case Kind.LIKE:
            return Question(kind, (), id=int(random.integers(1, len(sample.sentences))))
        case _:
            return Question(kind, (common[0],))


def _phrase(sample: Sample, random: np.random.Generator) -> tuple[str, ...]:
    """A phrase of a topic, or any two or three words that follow each other in some article."""
    if random.random() < 0.5:
        return tuple(re.findall(r"\w+", fold(str(random.choice(np.array(topics()))))))
    sentence: Sequence[str] = ()
    while len(sentence) < 3:
        sentence = sample.sentences[int(random.integers(len(sample.sentences)))]
    return tuple(sentence[: int(random.integers(2, 4))])
