"""What kind of thing a person handed in: a call, a message or a link."""

from .indicator import Indicator, Link, SmsPort
from .reading import Reading
from .submission import Channel


def kind_of(reading: Reading) -> Channel:
    """Return the door the person took; else bare links are a link, bare numbers a call.

    Words around it make it a message, and so does a bare SMS port: nobody is called by one. A
    sender without any text is taken for a caller.
    """
    channel = reading.submission.channel
    if channel is not None:
        return channel
    if not reading.bare and reading.sender is None:
        return Channel.MESSAGE
    shown = reading.indicators if reading.bare else _caller(reading)
    if not shown:
        return Channel.MESSAGE
    if all(isinstance(each, Link) for each in shown):
        return Channel.LINK
    if all(isinstance(each, SmsPort | Link) for each in shown):
        return Channel.MESSAGE
    return Channel.CALL


def _caller(reading: Reading) -> tuple[Indicator, ...]:
    if reading.sender is None or reading.folded.strip():
        return ()
    return (reading.sender,)
