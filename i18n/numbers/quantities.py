"""How are quantities written, with a unit, as a share or as a price?"""

from __future__ import annotations

from i18n.numbers.digits import NUMBER

_NUMBER = rf"(?<![\w.,:/])[+\-−±~≈]?{NUMBER}"
CURRENCY = "(?:US|AU|CA|NZ|HK|R)?[$€£¥₹₩₽]"
"""The sign of a currency, with the letters that say whose dollar or real it is."""
_LONG_UNITS = (
    "km²|m²|cm²|mm²|km³|m³|cm³|km/h|m/s|kWh|MWh|GWh|Mbit/s|kbit/s|mph|rpm|kg|mg|µg|μg|km|cm|mm|µm|μm|nm|ml|mL|cl|cL|dl|dL|hl|"
    "ha|kHz|MHz|GHz|Hz|kW|MW|GW|kV|mV|mA|kPa|hPa|Pa|kJ|MJ|kcal|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB|ms|µs|ns|px|pt|dpi|ppm|"
    "lbs|lb|oz|ft|mi|yd|°C|°F|°"
)
_SHORT_UNITS = "m|g|l|L|h|s|W|V|A|K|N|J"
GAP = r"(?:[ \u00a0\u202f]|&nbsp;|&\#160;)"
UNIT = rf"(?:{GAP}?(?:{_LONG_UNITS})|{GAP}(?:{_SHORT_UNITS}))"
"""A pattern for a unit after a number, abbreviated; a short one has a space before it."""
QUANTITY = (
    rf"(?:{_NUMBER}{GAP}?(?:{_LONG_UNITS})(?![\w²³])"
    rf"|{_NUMBER}{GAP}(?:{_SHORT_UNITS})(?![\w'’])"
    rf"|{_NUMBER}{GAP}?[%‰]"
    rf"|(?<!\w){CURRENCY}\s?{NUMBER}(?!\w)"
    rf"|{_NUMBER}{GAP}?[€£¥₹₩₽](?!\w))"
)
"""A pattern for one, as a message writes it: the space before the unit may be an entity."""
