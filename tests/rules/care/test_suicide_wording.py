"""Draft in, findings out: how a suicide is told."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.care.suicide_wording import SuicideWording


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("He committed suicide in May.", "He died by suicide in May."),
        ("He tried to commit suicide.", "He tried to die by suicide."),
        ("One in ten commits suicide.", "One in ten dies by suicide."),
        ("She spoke of committing suicide.", "She spoke of dying by suicide."),
        ("He fought the Tarn Act and committed suicide.", "He fought the Tarn Act and died by suicide."),
        ("The party leader committed suicide.", "The party leader died by suicide."),
    ],
)
def test_the_word_for_a_crime(corrected, text: str, after: str) -> None:
    (finding,) = check(SuicideWording, text)
    assert finding.excerpt.split()[-1] == "suicide"
    assert corrected(SuicideWording, text) == text
    assert corrected(SuicideWording, text, unsafe=True) == after


def test_a_death_is_no_success() -> None:
    (finding,) = check(SuicideWording, "It was a successful suicide attempt.")
    assert finding.message == '"successful suicide attempt": a death is no success'


@pytest.mark.parametrize(
    "text",
    [
        "Feminism is committing suicide. The company had committed suicide.",
        "The process committed suicide and was started again.",
        "The suicide bomber died. The pilot flew a suicide mission.",
        "It is illegal to commit suicide there. The penal code names whoever commits suicide.",
        "Under the Tarn Suicide Act 1932 whoever commits suicide has no grave.",
        "Under the Tarn Act nobody may commit suicide, or help somebody who commits suicide.",
        "“He committed suicide,” she said.",
    ],
)
def test_figures_of_speech_laws_and_what_people_say(text: str) -> None:
    assert check(SuicideWording, text) == []
