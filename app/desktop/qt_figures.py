"""Qt's own figures, for use before the first picture.

The namespace class `Qt` holds some hundred enumerations, and PySide builds all of them when it is
first touched: 23 ms, a sixth of a bare window's start. What is painted first asks for properties
by number instead; a test compares each number with Qt's.
"""

NO_FOCUS = 0  # Qt.FocusPolicy.NoFocus
STRONG_FOCUS = 11  # Qt.FocusPolicy.StrongFocus
PLAIN_TEXT = 0  # Qt.TextFormat.PlainText
SCROLL_BAR_OFF = 1  # Qt.ScrollBarPolicy.ScrollBarAlwaysOff
ENTER_KEYS = (0x01000004, 0x01000005)  # Qt.Key.Key_Return, Qt.Key.Key_Enter
WRAPPED_TEXT = 0x1081  # Qt.TextFlag.TextWordWrap | AlignLeft | AlignVCenter
