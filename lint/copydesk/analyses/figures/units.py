"""Units of measure: what each measures, and how many of the dimension's first unit it is."""

from __future__ import annotations

from msgspec import Struct


class Unit(Struct, frozen=True):
    """A unit of measure.

    name       as messages write it, of more than one
    dimension  length, speed, mass, area, volume
    factor     how many kilometres, km/h, kilograms, hectares or litres it is
    """

    name: str
    dimension: str
    factor: float


_UNITS = (
    ("length", 1.609344, "miles", "mile mi"),
    ("length", 1.0, "km", "kilometers kilometres kilometer kilometre kms"),
    ("length", 0.0003048, "feet", "foot ft"),
    ("length", 0.001, "meters", "metres meter metre m"),
    ("length", 0.0000254, "inches", "inch"),
    ("length", 0.00001, "cm", "centimeters centimetres centimeter centimetre"),
    ("length", 0.000001, "mm", "millimeters millimetres millimeter millimetre"),
    ("length", 0.0009144, "yards", "yard yd yds"),
    ("speed", 1.609344, "mph", "miles_per_hour miles_an_hour"),
    ("speed", 1.0, "km/h", "kph kmh kmph km_per_hour kilometers_per_hour kilometres_per_hour"),
    ("speed", 1.852, "knots", "knot"),
    ("mass", 6.35029318, "stone", ""),
    ("mass", 0.45359237, "pounds", "pound lb lbs"),
    ("mass", 1.0, "kg", "kilograms kilogrammes kilogram kilos kilo kgs"),
    ("mass", 0.028349523, "ounces", "ounce oz"),
    ("mass", 0.001, "grams", "gram grammes g"),
    ("mass", 907.18474, "tons", "ton short_tons"),
    ("mass", 1000.0, "tonnes", "tonne metric_tons metric_tonnes metric_ton"),
    ("area", 0.40468564, "acres", "acre"),
    ("area", 1.0, "hectares", "hectare ha"),
    ("area", 258.99881, "square miles", "square_mile sq_miles sq_mi"),
    (
        "area",
        100.0,
        "square km",
        "square_kilometers square_kilometres square_kilometer square_kilometre sq_km km2",
    ),
    ("area", 0.0001, "square meters", "square_metres square_meter square_metre sq_m sqm m2"),
    ("area", 0.0000092903, "square feet", "square_foot sq_ft"),
    ("volume", 3.7854118, "gallons", "gallon"),
    ("volume", 1.0, "liters", "litres liter litre"),
    ("volume", 158.98729, "barrels", "barrel"),
)

UNITS = {
    form.replace("_", " "): Unit(name, dimension, factor)
    for dimension, factor, name, others in _UNITS
    for form in (name, *others.split())
}
"""Every unit by each of its forms, in lower case, its words parted by single spaces."""
