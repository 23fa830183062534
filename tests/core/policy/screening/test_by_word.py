"""What is known of words is remembered within bounds."""

from parley.core.policy.screening.by_word import LONGEST, MOST, ByWord


def test_a_word_is_looked_at_once_and_a_number_or_an_endless_word_each_time() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    known, endless = ByWord(length), "a" * LONGEST
    assert [known[word] for word in ("order", "order", "4021", "4021", endless, endless)] == [5, 5, 4, 4, 40, 40]
    assert asked == ["order", "4021", "4021", endless, endless]


def test_words_without_end_are_not_remembered_without_end() -> None:
    known = ByWord(len)
    for number in range(MOST + 5):
        assert known[f"word{number}"] == len(f"word{number}")
    assert len(known) == 5
