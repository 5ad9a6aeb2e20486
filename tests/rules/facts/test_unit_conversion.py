"""Draft in, findings out: a measure in two units that do not say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.testing import check
from copydesk_rules.facts.unit_conversion import UnitConversion


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A 290-mile (300-kilometer) road.", "290 miles are 467 km, not 300"),
        ("It lies 5 miles (20 km) off.", "5 miles are 8.05 km, not 20"),
        ("It is 135 meters (157 yards) deep.", "135 meters are 148 yards, not 157"),
        ("It weighs 30 pounds, or about 33 kilograms.", "30 pounds are 13.6 kg, not 33"),
        (
            "It burned 2 million acres (8 million hectares).",
            "2,000,000 acres are 809,000 hectares, not 8,000,000",
        ),
        ("It blew at 60 mph (37 km/h).", "60 mph are 96.6 km/h, not 37"),
        ("It lies ten miles (six km) off.", "10 miles are 16.1 km, not 6"),
        ("It cost $10 million (£80 million).", "£1 would be $0.125, which it never was since 1973"),
        (
            "It cost €5 million, or about $55 million.",
            "€1 would be $11, which it never was since 1973",
        ),
        ("She is 6 feet 2 inches (1.68 m) tall.", "74 inches are 1.88 meters, not 1.68"),
        ("He weighs 12 stone 4 pounds (87 kg).", "172 pounds are 78 kg, not 87"),
        ("It is 1 mile (6 km) off.", "1 mile is 1.61 km, not 6"),
        ("A 1-inch (40 cm) nail.", "1 inch is 2.54 cm, not 40"),
        ("It dug 1.1 million ounces (43.2 tonnes) of gold.", "1,100,000 ounces are 31.2 tonnes, not 43.2"),
        ("It was 20 C (50 F).", "20 °C are 68 °F, not 50"),
    ],
)
def test_what_no_rounding_explains(text: str, message: str) -> None:
    (found,) = check(UnitConversion, text)
    assert (found.message, found.severity) == (message, "warning")


@pytest.mark.parametrize(
    "text",
    [
        "It is 62 miles (100 km) long, 6 feet (1.83 meters) high and weighs 10 tons (9 tonnes).",
        "It is two meters (seven feet) long, 3 miles (5 km) off, 145,000 acres (58,700 ha) large.",
        "It was 85F (30C), 103F (39.4C), minus 4 F (minus 20 C) and 14°F (10°C) below.",
        "It allows 1.5 degrees Celsius (2.7 degrees Fahrenheit) of warming.",
        "Bake it at 180C (350F).",
        "In 1946 a chair was £1 ($4.03).",
        "It was 1928.\n\nMoney was short.\n\nA chair was £1 ($4.86).",
        "It cost $32bn (£16.7bn), 4 billion euros (£2.8bn), €55 billion ($54 billion) and A$3m (£1m).",
        "It cost $10 (and £80 for the car), or $5 (£50 for members).",
        "She is 6 feet 2 inches (1.88 m) tall, and once weighed 7 pounds, 3 ounces (3.3 kg).",
        "He weighs 12 stone 4 pounds (78 kg), or 78 kg (12 stone, 4 pounds).",
        "They ran 26 miles 385 yards (42.195 km), or 26 miles and 385 yards (42.2 km).",
        "It dug 1.1 million ounces (34.2 tonnes) of gold, and 100 ounces (2.8 kg) of silver spoons.",
        "It lies 1⁄2 mile (800 m) off, and 1½ miles (2.4 km) from here.",
        "It lies 5 miles (20 km by road) off.",
        "He ran 5 miles (and 20 km by bus), on a 5-acre lot (20 miles off), 5 km (8 km) or so.",
        "“It lies 5 miles (20 km) off,” she said.",
    ],
)
def test_what_may_be_right(text: str) -> None:
    assert check(UnitConversion, text) == []


@given(st.integers(1, 5000))
def test_a_conversion_is_right_and_ten_times_it_is_not(miles: int) -> None:
    for factor, found in ((1, 0), (10, 1)):
        kilometers = round(miles * 1.609344 * factor)
        assert len(check(UnitConversion, f"It lies {miles:,} miles ({kilometers:,} km) off.")) == found


@given(st.integers(-40, 60))
def test_every_temperature_is_right_and_one_far_off_is_not(celsius: int) -> None:
    fahrenheit = round(celsius * 9 / 5 + 32)
    assert check(UnitConversion, f"It was {celsius}C ({fahrenheit}F).") == []
