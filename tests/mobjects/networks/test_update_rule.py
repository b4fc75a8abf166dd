import pytest
from manim import Animation

from mnemo_anim.maths.quantities import Given
from mnemo_anim.mobjects.lettering.claims import claims
from mnemo_anim.mobjects.lettering.text import Formula
from mnemo_anim.mobjects.networks.update_rule import UpdateRule


def finish(*animations: Animation) -> None:
    for animation in animations:
        animation.begin()
        animation.finish()


def test_it_shows_the_learning_rate_in_use() -> None:
    rule = UpdateRule(0.05, weights="weights", rate="learning rate")
    (claim,) = claims(rule)
    assert (claim.quantity, claim.shown) == (Given("learning rate", 0.05), "0.05")
    assert claim.holds()


def test_the_words_stand_below_what_they_name_and_apart() -> None:
    rule = UpdateRule(0.1, weights="weights", rate="learning rate")
    assert rule.weights.get_x() == pytest.approx(rule.part("weights").get_x())
    alpha = rule.part("rate").get_x()
    assert rule.rate.get_left()[0] < alpha < rule.rate.get_right()[0]
    for words in (rule.weights, rule.rate):
        assert words.get_top()[1] < rule.formula.get_bottom()[1]
    assert rule.rate.get_left()[0] - rule.weights.get_right()[0] >= 0.6


def test_w_stands_apart_with_its_words_until_it_joins_the_rule() -> None:
    rule = UpdateRule(0.1, weights="weights", rate="learning rate")
    home, words = rule.part("weights").get_x(), rule.weights.get_x()
    rule.set_apart(home + 2.0)
    assert rule.part("weights").get_x() == pytest.approx(home + 2.0)
    assert rule.weights.get_x() == pytest.approx(words + 2.0)
    finish(rule.join())
    assert rule.part("weights").get_x() == pytest.approx(home)
    assert rule.weights.get_x() == pytest.approx(words)


def test_letters_from_the_screen_become_the_one_w() -> None:
    rule = UpdateRule(0.1, weights="weights", rate="learning rate")
    letters = [Formula("w").shift(shift) for shift in ([-3.0, 0.0, 0.0], [-2.0, 1.0, 0.0])]
    finish(*rule.gather(letters))
    for letter in letters:
        assert letter.get_center() == pytest.approx(rule.part("weights").get_center())
