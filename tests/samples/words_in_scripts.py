"""A few words in each of many scripts, and strings that programs stumble over, as titles of facts."""

from __future__ import annotations

IN_THE_FONTS = {
    "Latin": "Friendship and trade",
    "Vietnamese": "Tình hữu nghị",
    "Cyrillic": "Дружба и торговля",
    "Greek": "Φιλία και εμπόριο",
    "Georgian": "მეგობრობა",
    "Devanagari": "मित्रता और व्यापार",
    "Thai": "มิตรภาพ",
    "Arabic": "الصداقة والتجارة",
    "Urdu": "دوستی اور تجارت",
    "Hebrew": "ידידות וסחר",
}
"""Scripts and languages that the bundled faces print."""

BEYOND_THE_FONTS = {
    "Armenian": "Բարեկամություն", "Bangla": "বন্ধুত্ব", "Gurmukhi": "ਦੋਸਤੀ", "Gujarati": "મિત્રતા", "Odia": "ବନ୍ଧୁତା",
    "Tamil": "நட்பு", "Telugu": "స్నేహం", "Kannada": "ಸ್ನೇಹ", "Malayalam": "സൗഹൃദം", "Sinhala": "මිත්‍රත්වය",
    "Lao": "ມິດຕະພາບ", "Tibetan": "མཐུན་ལམ", "Myanmar": "ချစ်ကြည်ရေး", "Khmer": "មិត្តភាព", "Ethiopic": "ወዳጅነት",
    "Cherokee": "ᎣᎵᎢ", "Mongolian": "ᠨᠠᠢᠷᠠᠮᠳᠠᠯ", "Han": "友誼", "Hangul": "우정", "Hiragana": "ともだち",
    "Katakana": "トモダチ", "Bopomofo": "ㄅㄆㄇ", "Yi": "ꀉꀊꀋ", "Syriac": "ܪܚܡܘܬܐ", "Thaana": "ރަހުމަތް",
    "N’Ko": "ߘߏߣߊ", "Tifinagh": "ⵜⴰⴷⴷⵓⴽⵍⴰ", "Vai": "ꕙꔤ", "Bamum": "ꚠꚡ", "Adlam": "𞤀𞤁𞤂", "Osmanya": "𐒀𐒁𐒂",
    "Javanese": "ꦏꦚ꧀ꦕ", "Balinese": "ᬫᬶᬢ᭄ᬭ", "Sundanese": "ᮞᮥᮔ᮪ᮓ", "Buginese": "ᨔᨒᨗ", "Tagalog": "ᜃᜌᜊ",
    "Limbu": "ᤛᤡᤖᤡ", "Lepcha": "ᰛᰩ", "Ol Chiki": "ᱜᱟᱛᱮ", "Meitei Mayek": "ꯃꯔꯨꯞ", "Saurashtra": "ꢀꢁ", "Cham": "ꨀꨁ",
    "Tai Le": "ᥖᥭᥰ", "New Tai Lue": "ᦎᦷᦑ", "Lanna": "ᨲᩫ᩠ᩅ", "Tai Viet": "ꪀꪁ", "Kayah Li": "ꤊꤋ", "Rejang": "ꤰꤱ",
    "Ogham": "ᚁᚂᚃ", "Runic": "ᚠᚢᚦ", "Gothic": "𐌰𐌱𐌲", "Coptic": "ⲀⲂⲄ", "Glagolitic": "ⰀⰁⰂ", "Deseret": "𐐀𐐁𐐂",
    "Phoenician": "𐤀𐤁𐤂", "Samaritan": "ࠀࠁࠂ", "Imperial Aramaic": "𐡀𐡁𐡂", "Sumero-Akkadian Cuneiform": "𒀀𒀁𒀂",
    "Braille": "⠁⠃⠉", "Unified Canadian Aboriginal Syllabics": "ᐃᓄᒃᑎᑐᑦ",
}  # fmt: skip
"""Script, as CLDR calls it → a word that no bundled face prints."""

NAUGHTY = (
    "🙂", "👩‍👩‍👧‍👦", "🏳️‍🌈", "☃☂☄", "Ⅷ ℵ ℞", "＜ｆｕｌｌ ｗｉｄｔｈ＞",
    "田中さんにあげて下さい", "社會科學院語學研究所",
    "울란바토르",    "Ω≈ç√∫˜µ≤≥÷", "åß∂ƒ©˙∆˚¬…æ", "¡™£¢∞§¶•ªº–≠", "⁰⁴⁵₀₁₂", "𝐓𝐡𝐞 𝐪𝐮𝐢𝐜𝐤",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤", "﷽", "ﷺ",
    "(╯°□°）╯︵ ┻━┻", "ヽ༼ຈل͜ຈ༽ﾉ", "Zalgo h̷̢̛e̵̡ comes", "ﬁ ﬂ ﬀ", "ǅ ǆ", "İ ı ſ ẞ", "‰ ‱ № ℓ",
)  # fmt: skip
"""Emoji, marks upon marks, letters of other widths."""
